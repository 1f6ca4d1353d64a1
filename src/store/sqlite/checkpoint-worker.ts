import { workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';

/** Run as a thread by src/store/sqlite/checkpoint.ts. */
const db = new Database(String(workerData), { fileMustExist: true });
db.pragma('wal_checkpoint(PASSIVE)');
db.close();
