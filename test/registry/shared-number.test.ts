import t from 'tap';
import { identify } from '../../src/identify/identify.ts';
import { fc } from '../support/draws.ts';
import { uscc } from '../support/numbers.ts';
import { openToy, toyRecord, toySource } from '../support/toy-night.ts';

const [value = ''] = fc.sample(uscc, { numRuns: 1, seed: 11 });
const numbered = (name: string, city: string) =>
  toyRecord(name, { province: '湖南省', city }, { identifiers: [{ scheme: 'uscc', value }] });

t.test('a credit code that rows of different lists share identifies none of them alone', async (t) => {
  const toy = await openToy(t.testdir());
  t.teardown(() => toy.store.close());
  await toy.night([
    toySource(toy.root, [numbered('编造甲示例骨科医院', '长沙市')]),
    toySource(toy.root, [numbered('编造乙试验口腔医院', '岳阳市')], { id: 'cn-toyville-second' }),
  ]);
  const reader = toy.store.reader();
  t.equal((await reader.institutionIds(null, 10)).length, 2, 'two hospitals, not one');
  const alone = await identify({ uscc: value }, reader);
  t.equal(alone.id, null);
  t.notMatch(alone.match, /exact|strong/);
  t.match(alone.why, [{ code: /number/ }, { code: 'number.shared' }]);
  const ids = alone.candidates.map(({ id }) => id);
  t.equal(ids.length, 2, 'both are shown');
});
