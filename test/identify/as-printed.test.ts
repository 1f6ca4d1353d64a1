import t from 'tap';
import { measuredRegistry } from '../../bench/names/bundled.ts';
import { identify } from '../../src/identify/identify.ts';
import { nameFinderFor } from '../../src/identify/kept-index/name-finders.ts';
import { asPrinted } from '../../src/identify/model/own-name.ts';
import { blockingKeysOf } from '../../src/names/index/blocking-keys.ts';
import { comesNear } from '../../src/names/index/comes-near.ts';
import { postingsOf, withinBudget } from '../../src/names/index/promising.ts';
import { parseReadings } from '../../src/names/parse/parse-name.ts';

const { reader, rows, close } = await measuredRegistry(undefined);
t.teardown(close);

const drawn = rows.filter((_, at) => at % 60 === 0);

t.test(
  'a name as it is printed settles on whom the same name with a sign behind it settles on',
  async (t) => {
    const differ: string[] = [];
    let printed = 0;
    for (const { value: name } of drawn) {
      const own = await asPrinted({ name }, reader);
      if (own === null) continue;
      printed += 1;
      // A sign that says nothing: the line is taken apart as any other.
      const long = await identify({ name: `${name}。` }, reader, false);
      const { id, match } = await identify({ name }, reader, false);
      if (id !== own.id || long.id !== id || long.match !== match) differ.push(name);
    }
    t.strictSame(differ, []);
    t.ok(printed > drawn.length / 4, `${printed} of ${drawn.length} names are printed so`);
  },
);

t.test(
  'only the very letters are the name as it is printed, and nothing stated beside it but its place',
  async (t) => {
    const name = '永春县玉斗卫生院';
    t.ok(await asPrinted({ name }, reader));
    t.ok(await asPrinted({ name, city: '泉州市' }, reader));
    t.ok(await asPrinted({ name, city: 'Quanzhou', province: 'Fujian' }, reader));
    for (const besides of [
      { city: '成都市' },
      { city: 'Paris' },
      { province: '四川省', city: '泉州市' },
      { address: '编造路1号' },
      { website: 'https://hospital.example' },
      { campus: '编造院区' },
      { uscc: '12000000000000000Q' },
    ])
      t.equal(await asPrinted({ name, ...besides }, reader), null, JSON.stringify(besides));
    for (const typed of [`${name}🇫🇷`, `${name}骨科`, `${name}, Sydney`, `三甲${name}`, ` ${name}`, '110101'])
      t.equal(await asPrinted({ name: typed }, reader), null, typed);
  },
);

t.test('whether another name comes near is what adding up all that names share says', async (t) => {
  const { index } = await nameFinderFor(reader);
  /** The same by adding up everything first. */
  const addedUp = (keys: ReadonlyMap<number, number>, counts: (name: number) => boolean): number => {
    const sums = new Float32Array(index.names.length);
    for (const { from, to, weight } of withinBudget(postingsOf(index, keys)))
      for (let at = from; at < to; at += 1) {
        const name = index.posting[at] ?? 0;
        sums[name] = (sums[name] ?? 0) + weight;
      }
    const most = sums.reduce((one, other) => Math.max(one, other), 0);
    return sums.reduce((near, sum, name) => (counts(name) ? Math.max(near, sum) : near), 0) / (most || 1);
  };
  const differ: unknown[] = [];
  for (const { value } of drawn.filter((_, at) => at % 4 === 0))
    for (const parts of parseReadings(value)) {
      const keys = blockingKeysOf(parts, null);
      const counts = (name: number): boolean => index.names.at(name) !== value;
      const near = addedUp(keys, counts);
      for (const share of [0.2, 0.35, 0.5, 0.65, 0.8])
        if (comesNear(index, keys, counts, share) !== near >= share) differ.push({ value, near, share });
    }
  t.strictSame(differ, []);
});
