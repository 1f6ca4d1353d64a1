import { namesFile } from '../../src/jobs/names/names-index.ts';
import { shareIndex } from '../../src/jobs/names/share-index.ts';
import { keepStateIn, openSharedFiles, openStore } from '../../src/store/open-store.ts';
import { holdingAt } from './held-step.ts';

/** How long the lease of a builder lasts here, in milliseconds, so that nobody waits for a minute. */
export const BUILDING_MS = 1500;

/**
 * Run as a child process on a folder and the database that keeps its state: builds the names index for all, and stops for ever before it is
 * told of as kept, until it is killed.
 */
const [, , data, database] = process.argv;
if (data !== undefined && database !== undefined && import.meta.main) {
  keepStateIn(data, database);
  const store = await openStore({ data });
  const shared = openSharedFiles(data);
  if (shared === null) throw new Error('a database shares files');
  const held = holdingAt('put');
  const needs = {
    store,
    reader: store.reader(),
    file: namesFile(data),
    patient: false,
    buildingMs: BUILDING_MS,
  };
  await shareIndex({ ...needs, shared: { ...shared, put: () => held('put', Promise.resolve()) } });
}
