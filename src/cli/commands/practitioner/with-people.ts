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
