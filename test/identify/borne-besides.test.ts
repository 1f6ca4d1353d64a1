import t from 'tap';
import { measuredRegistry } from '../../bench/names/bundled.ts';
import { identify } from '../../src/identify/identify.ts';

const { reader, close } = await measuredRegistry(undefined);
t.teardown(close);

const titleOf = async (id: string | null): Promise<string> =>
  id === null ? '' : ((await reader.dossier(id))?.title.zh ?? '');

t.test('what many hospitals call a part of themselves is nobody’s name alone', async (t) => {
  const names = [
    '主院区',
    '南院区',
    '西院',
    '北院区',
    '东院',
    '总院',
    '本部',
    '新院区',
    'East Campus',
    'Main Campus',
  ];
  for (const name of names) t.equal((await identify({ name }, reader)).id, null, name);
  t.equal(
    await titleOf((await identify({ name: '南院区', city: '盐城市' }, reader)).id),
    '盐城市第三人民医院',
  );
});

t.test(
  'a university in short is a choice where its own hospital is another than who has it for an alias',
  async (t) => {
    for (const [name, university] of Object.entries({
      扬大附院: '扬州大学附属医院',
      云大医院: '云南大学附属医院',
    })) {
      const { match, candidates } = await identify({ name }, reader);
      t.equal(match, 'ambiguous', name);
      const titles = await Promise.all(candidates.map(({ id }) => titleOf(id)));
      t.ok(titles.includes(university), `${name}: ${titles.join()}`);
    }
  },
);

t.test('a university’s own hospital is still meant by its short form', async (t) => {
  const names = {
    浙大一院: '浙江大学医学院附属第一医院',
    昆医附一院: '昆明医科大学第一附属医院',
    苏北人民医院: '苏北人民医院',
    扬州大学附属医院: '扬州大学附属医院',
    云南大学附属医院: '云南大学附属医院',
  };
  for (const [name, title] of Object.entries(names))
    t.equal(await titleOf((await identify({ name }, reader)).id), title, name);
});
