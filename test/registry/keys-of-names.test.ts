import t from 'tap';
import type { InstitutionRecord } from '../../schema/record.ts';
import type { Source } from '../../src/harvest/catalogue.ts';
import { nameKeys } from '../../src/name-keys/keys.ts';
import { openToy, type Toy, toyRecord, toySource } from '../support/toy-night.ts';

const NAME = '编造市第一示例医院';
const scope = { kind: 'institution' } as const;
const one = toyRecord(NAME, { province: '编造省' }, { key: 'one' });
const graded: Partial<InstitutionRecord> = {
  credentials: [{ gate: 'grade', code: 'grade:3A', status: 'approved', scope }],
};

/** How many entries the index of keys has. */
const entries = ({ store }: Toy): Promise<number> =>
  store.readPack(async (rows) => {
    let count = 0;
    for await (const _ of rows.lines('registry/name-key.ndjson')) count += 1;
    return count;
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
  'a name is entered under its keys once, however often its row changes, and found as long as any row states it',
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
    t.equal(before, 4, 'a whole name and a short one for each row');
    await toy.night([readOtherwise(list, graded), other]);
    await toy.night([toySource(toy.root, [one]), other]);
    t.equal(await entries(toy), before, 'another grade is no other name');
    const renamed = toyRecord('编造市第二示例医院');
    await toy.night([list, readOtherwise(other, { names: renamed.names })]);
    t.same(await found(NAME), [NAME], 'the row that is left states it');
    t.same(await found('编造市第二示例医院'), ['编造市第二示例医院']);
    const past = await toy.store.readerAt(1);
    t.same(past && (await found(NAME, past)), [NAME]);
    past?.close();
  },
);
