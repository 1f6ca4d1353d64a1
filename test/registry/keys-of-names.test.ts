import t from 'tap';
import type { InstitutionRecord } from '../../schema/record.ts';
import type { Source } from '../../src/harvest/catalogue.ts';
import { nameKeys } from '../../src/name-keys/keys.ts';
import { openToy, type Toy, toyRecord, toySource } from '../support/toy-night.ts';

const NAME = '编造市第一示例医院';
const scope = { kind: 'institution' } as const;
const number = { scheme: 'licence-number', value: 'MADEUP1' } as const;
const one = toyRecord(NAME, { province: '编造省' }, { key: 'one', identifiers: [number] });
const graded: Partial<InstitutionRecord> = {
  credentials: [{ gate: 'grade', code: 'grade:3A', status: 'approved', scope }],
};

/** How many keys of names, and how many numbers, are entered. */
const entries = ({ store }: Toy): Promise<readonly number[]> =>
  store.readPack(async (rows) => {
    const counts: number[] = [];
    for (const what of ['name-key', 'identifier']) {
      let count = 0;
      for await (const _ of rows.lines(`registry/${what}.ndjson`)) count += 1;
      counts.push(count);
    }
    return counts;
  });

/** The same page as other code reads it: what it read before was misread. */
const readOtherwise = (source: Source, over: Partial<InstitutionRecord>): Source => ({
  ...source,
  reading: `${source.reading} ${JSON.stringify(over)}`,
  parse: async function* (input) {
    for await (const found of source.parse(input))
      yield found.kind === 'institution' ? { ...found, ...over } : found;
  },
});

t.test(
  'a name and a number are entered once, however often their row changes, and found as long as any row states them',
  async (t) => {
    const toy = await openToy(t.testdir());
    t.teardown(() => toy.store.close());
    const found = async (name: string, reader = toy.store.reader()) => [
      ...new Set((await reader.findNameKey(nameKeys(name).full)).map((hit) => hit.name)),
    ];
    const list = toySource(toy.root, [one]);
    const other = toySource(toy.root, [one], { id: 'cn-toyville-other' });
    await toy.night([list, other]);
    const before = await entries(toy);
    t.same(before, [4, 2], 'a whole name, a short one and a number for each row');
    await toy.night([readOtherwise(list, graded), other]);
    await toy.night([toySource(toy.root, [one]), other]);
    t.same(await entries(toy), before, 'another grade is no other name');
    const renamed = toyRecord('编造市第二示例医院');
    await toy.night([list, readOtherwise(other, { names: renamed.names, identifiers: [] })]);
    t.same(await found(NAME), [NAME], 'the row that is left states it');
    t.equal((await toy.store.reader().findIdentifier(number.value)).length, 1);
    t.same(await found('编造市第二示例医院'), ['编造市第二示例医院']);
    const past = await toy.store.readerAt(1);
    t.same(past && (await found(NAME, past)), [NAME]);
    t.equal((await past?.findIdentifier(number.value))?.length, 1);
    past?.close();
  },
);
