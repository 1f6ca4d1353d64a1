import { workerData } from 'node:worker_threads';
import { serveWorker } from '../serve-worker.ts';
import { type OperatorCalls, type OperatorStage, openJobs } from './open-jobs.ts';

const { jobs, close } = await openJobs(workerData);
serveWorker<OperatorCalls, OperatorStage>(jobs, close);
