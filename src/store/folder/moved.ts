import { existsSync, writeFileSync } from 'node:fs';
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

/** Marks a data folder as moved; what else lies in it is left alone. `at`: when. */
export const markMoved = (data: string, at: Date): void =>
  writeFileSync(
    movedFile(data),
    `What lay here was moved into a PostgreSQL database on ${at.toISOString()} (licet move; docs/scale.md).
Registry, what the service recorded, and pages are read and written there from then on; this folder keeps the signed head of the
generations and physicians' rows. Without LICET_DATABASE_URL nothing is opened here as long as this file lies here.
`,
  );

/** Throws MovedFolderError where a data folder was moved. */
export const refuseMoved = (data: string): void => {
  if (existsSync(movedFile(data))) throw new MovedFolderError(data);
};
