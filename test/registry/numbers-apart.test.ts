import t from 'tap';
import { likelihood, numbersApart } from '../../src/names/link/link-pair.ts';
import { linkProfile } from '../../src/names/link/link-profile.ts';
import { keptProfiles } from '../../src/registry/link/compare-records.ts';
import type { LinkedRow } from '../../src/store/link-book.ts';
import { fc } from '../support/draws.ts';
import { type TwinRow, twinRecord } from '../support/near-twins.ts';

const twin = fc.record({
  who: fc.integer({ min: 0, max: 14 }),
  list: fc.integer({ min: 1, max: 3 }),
  city: fc.boolean(),
  number: fc.constantFrom('none', 'own', 'shared'),
} satisfies { [Key in keyof TwinRow]: fc.Arbitrary<TwinRow[Key]> });
const scheme = fc.constantFrom('uscc', 'licence-number', 'org-code', 'insurance-code', 'ror');
const numbers = fc.array(fc.record({ scheme, value: fc.constantFrom('MADEUP1', 'MADEUP2') }), {
  maxLength: 3,
});
const row = fc.record({ twin, numbers, official: fc.boolean(), listed: fc.boolean() }).map(
  ({ twin: one, numbers: identifiers, official, listed }): LinkedRow => ({
    source: `cn-toyville-list${one.list}`,
    record: { ...twinRecord(one, one.who), identifiers },
    official,
    listed: listed && official,
  }),
);
const rows = fc.array(row, { minLength: 1, maxLength: 2 });

t.test('records that numbers keep apart are no pair, unless they bear one whole name', (t) => {
  let apart = 0;
  fc.assert(
    fc.property(rows, rows, (some, others) => {
      const [a, b] = [linkProfile('cn1', some), linkProfile('cn2', others)];
      if (!numbersApart(a.numbers, b.numbers)) return true;
      const [name] = a.names;
      if (name === undefined || b.names.some(({ full }) => full === name.full)) return true;
      apart += 1;
      return likelihood(a, b) === null;
    }),
    { numRuns: 2000 },
  );
  t.ok(apart > 100, `${apart} of 2000 are apart`);
  t.end();
});

t.test('numbers of a record are those of its profile, asked for before it or after', async (t) => {
  await fc.assert(
    fc.asyncProperty(rows, rows, async (one, other) => {
      const of = new Map([
        ['cn1', one],
        ['cn2', other],
      ]);
      const linkedRows = async (id: string) => of.get(id) ?? [];
      const profiles = keptProfiles({ linkedRows });
      const before = await profiles.numbersOf('cn2');
      const { numbers: given } = await profiles.of('cn1');
      t.strictSame(before, (await profiles.of('cn2')).numbers);
      t.strictSame(await profiles.numbersOf('cn1'), given);
      return true;
    }),
    { numRuns: 10 },
  );
});
