import t from 'tap';
import { watchArchive } from '../../src/http/archive-watch.ts';
import { watchChain } from '../../src/http/chain-watch.ts';
import { pairCounter } from '../../src/registry/count-pairs.ts';
import { DatabaseUnreachable } from '../../src/store/postgres/faults.ts';
import type { Reader } from '../../src/store/registry-reader.ts';
import { passes } from '../../src/store/storage-fault.ts';

/** Fails once, then gives this. */
const onceAway = <T>(then: T) => {
  let asked = 0;
  return async (): Promise<T> => {
    asked += 1;
    if (asked === 1) throw new DatabaseUnreachable(new Error('made up'));
    return then;
  };
};

t.test('what a process keeps of a generation is looked for again after the database was away', async (t) => {
  const sources = new Map([['made-up', { editions: [{ snapshots: ['a page'] }] }]]);
  const reader = { generation: 1, reference: { sources } } as unknown as Reader;
  const chain = watchChain(
    {
      chain: onceAway({ faults: ['made up'], head: 'signed', headNumber: 1 } as never),
    },
    () => reader,
  );
  const pairs = pairCounter(
    {
      judgements: async () => [],
      unorderedPairs: onceAway([]),
    } as never,
    () => reader.reference,
  );
  const archive = watchArchive(
    { has: onceAway(false), tombstone: async () => undefined } as never,
    () => reader,
    () => new Date(0),
  );
  for (const [ask, found] of [
    [chain, 'made up'],
    [pairs, 0],
    [archive, { looked: 1, missing: 1 }],
  ] as const) {
    const cause = await ask().catch((thrown: unknown) => thrown);
    t.ok(passes(cause), 'whoever asked may try again', { cause });
    t.strictSame(await ask(), found);
  }
});
