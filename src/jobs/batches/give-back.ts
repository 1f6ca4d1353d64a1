import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (how: Readonly<{ type: 'major'; execution: 'async' }>) => Promise<void>;

/** Rows after which what they left is collected: some 20 MB. */
const ROWS = 2_000;

let found: Collect | undefined;

/** The collector of V8, which programs reach by a flag alone. */
const collector = (): Collect => {
  setFlagsFromString('--expose-gc');
  found ??= runInNewContext('gc') as Collect;
  return found;
};

/**
 * Has what answered rows left collected now and then: docs/decisions/memory-given-back.md. The function is told of rows that were answered; it
 * holds the thread for some 20 ms after each `every` rows.
 */
export const givingBack = (every = ROWS): ((rows: number) => Promise<void>) => {
  let since = 0;
  return async (rows) => {
    since += rows;
    if (since < every) return;
    since = 0;
    await collector()({ type: 'major', execution: 'async' });
  };
};
