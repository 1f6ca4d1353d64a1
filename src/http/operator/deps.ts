import type { CaptureForm } from '../../harvest/capture/capture-form.ts';
import type { Deps } from '../deps.ts';
import type { OperatorWorkerClient } from './jobs.ts';

/** What operators' routes are handed besides `Deps`. */
export type OperatorDeps = Deps &
  Readonly<{
    worker: OperatorWorkerClient;
    /** The forms of all captured sources; they change only with the sources, so no thread is asked. */
    captureForms: () => Promise<readonly CaptureForm[]>;
    /** Lets the service answer from the newest generation; false where that takes longer than an operator waits. */
    moved: () => Promise<boolean>;
  }>;
