import { resolve } from 'node:path';
import { openPractitioners, type Practitioners } from '../../../registry/practitioners.ts';
import type { CommonOptions, Context } from '../../context.ts';

/** Opens the physicians' rows of the data folder a command is about, does `work`, and closes them. */
export const withPeople = async <Result>(
  { config }: Context,
  options: CommonOptions,
  work: (people: Practitioners) => Result | Promise<Result>,
): Promise<Result> => {
  const people = openPractitioners(resolve(options.data ?? config.data));
  try {
    return await work(people);
  } finally {
    await people.close();
  }
};

/** How many rows were erased, and where others may lie: each server on a database keeps those captured at it. */
export const erasedLine = ({ config }: Context, rows: number, besides = ''): string =>
  `${rows} rows erased${besides}${config.database === null ? '' : ' on this machine; each server keeps rows of its own: erase there as well'}\n`;
