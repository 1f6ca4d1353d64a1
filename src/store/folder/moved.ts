import { closeSync, existsSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Lies in a data folder that was moved into a database, and says so to whoever looks. */
const movedFile = (data: string): string => join(data, 'moved-to-database.txt');

/** A data folder that was moved into a database: what is in it is as old as the move. */
export class MovedFolderError extends Error {
  override readonly name = 'MovedFolderError';
  readonly code = 'MOVED';
  readonly file: string;
  constructor(data: string) {
    super(`${data} was moved into a database, and is not what the service answers from any more`);
    this.file = movedFile(data);
  }
}

const keepOnDisk = (path: string, flags: 'r' | 'w', text?: string): void => {
  const handle = openSync(path, flags, 0o600);
  try {
    if (text !== undefined) writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/** Marks a data folder as moved, so that it lasts whatever happens to the machine; what else lies in it is left alone. `at`: when. */
export const markMoved = (data: string, at: Date): void => {
  keepOnDisk(
    movedFile(data),
    'w',
    `What lay here was moved into a PostgreSQL database on ${at.toISOString()} (licet move; docs/scale.md).
Registry, what the service recorded, and pages are read and written there from then on; this folder keeps the signed head of the
generations and physicians' rows. Without LICET_DATABASE_URL nothing is opened here as long as this file lies here.
`,
  );
  keepOnDisk(data, 'r');
};

/** True where a data folder was moved. */
export const isMoved = (data: string): boolean => existsSync(movedFile(data));

/** Throws MovedFolderError where a data folder was moved. */
export const refuseMoved = (data: string): void => {
  if (isMoved(data)) throw new MovedFolderError(data);
};
