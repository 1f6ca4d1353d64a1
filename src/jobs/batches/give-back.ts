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
 * V8 watches where objects that live long are made, and makes all later ones of that place among the old at once, where they are collected last.
 * Comparing names makes the same small objects for the one question that is kept and for the thousand that are not: a list of 10,000 rows left
 * 170 MB of them there, and without this 47 MB. It also lets the old grow to four times what is in use before it collects them; here by a third.
 * To be said once all is loaded: under other flags than it was compiled with, nothing that is kept compiled is taken up, Node's own code neither.
 */
export const keepYoung = (): void => {
  setFlagsFromString('--no-allocation-site-pretenuring');
  setFlagsFromString('--heap-growing-percent=30');
  // How far the old may grow is reckoned at the end of a collection.
  void collector()({ type: 'major', execution: 'async' });
};

/**
 * V8 lets the heap grow to four times of what is in use before it clears it, which a command on a long list has no need of: it clears when what
 * is in use has grown by two fifths.
 */
export const clearSooner = (): void => setFlagsFromString('--heap-growing-percent=40');

/**
 * Has what answered rows left collected now and then: docs/decisions/memory-given-back.md. The function is told of rows that were answered; it
 * holds the thread for some 20 ms after each `every` rows.
 */
export const givingBack = (every = ROWS): ((rows: number) => Promise<void>) => {
  let since = 0;
  keepYoung();
  return async (rows) => {
    since += rows;
    if (since < every) return;
    since = 0;
    await collector()({ type: 'major', execution: 'async' });
  };
};
