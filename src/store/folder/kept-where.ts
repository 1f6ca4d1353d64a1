import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';

/** Which databases keep the state of data folders, by the folder's whole path, and what this process is called in them. */
export type KeptWhere = Readonly<{ databases: Readonly<Record<string, string>>; name: string }>;

const KEY = 'where the state of data folders is kept';
const IN_FILES: KeptWhere = { databases: {}, name: 'licet' };

/** What was said of this in this thread, or in the one that started it. */
export const keptWhere = (): KeptWhere => (getEnvironmentData(KEY) as KeptWhere | undefined) ?? IN_FILES;

/** From now on this holds for this thread and for those that it starts. A process is told of it by whoever starts it. */
export const keepWhere = (kept: KeptWhere): void => setEnvironmentData(KEY, kept);
