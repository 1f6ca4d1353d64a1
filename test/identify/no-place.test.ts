import t from 'tap';
import { measuredRegistry } from '../../bench/names/bundled.ts';
import { identify } from '../../src/identify/identify.ts';

const { reader, close } = await measuredRegistry(undefined);
t.teardown(close);

t.test(
  'one character and the word for a county or a town is a place that no list knows, and nobody whose place ends so',
  async (t) => {
    const typed = [
      '清县人民医院',
      '城县人民医院',
      '都县人民医院',
      '丰市人民医院',
      '岭县中医院',
      '宜市第三人民医院',
    ];
    for (const name of [...typed, '宜市人民医院', '常市第一人民医院', '济市第一人民医院', '丽市妇幼保健院'])
      t.equal((await identify({ name }, reader)).id, null, name);
    const { candidates } = await identify({ name: '清县人民医院' }, reader);
    t.equal((await reader.dossier(candidates[0]?.id ?? ''))?.title.zh, '德清县人民医院', 'it is offered');
  },
);

t.test('a county of one character that stands on lists of places is itself', async (t) => {
  const { id } = await identify({ name: '盂县人民医院' }, reader);
  t.equal((await reader.dossier(id ?? ''))?.title.zh, '盂县人民医院');
  for (const name of ['青县人民医院', '成县人民医院', '徐市中心医院', '沈阳市第九人民医院'])
    t.same((await identify({ name }, reader)).candidates, [], `${name}: nothing of another town is offered`);
});

t.test(
  'a name that two hospitals bear within their own is a choice, in Chinese and in its English words',
  async (t) => {
    for (const name of ['国际和平', '国际和平医院', 'International Peace Hospital']) {
      const { match, candidates } = await identify({ name }, reader);
      const titles = await Promise.all(
        candidates.map(async ({ id }) => (await reader.dossier(id))?.title.zh),
      );
      t.equal(match, 'ambiguous', name);
      t.same(titles.slice(0, 2), ['衡水市人民医院', '中国人民解放军联勤保障部队第九八〇医院'], name);
    }
  },
);

t.test(
  'a former or second name, or what only a directory calls it, means the hospital that an authority lists',
  async (t) => {
    const asked = [
      ['中山大学附属第八医院', '中山大学附属第八医院（深圳福田）'],
      ['武汉市二医院', '武汉市中心医院'],
      ['吉大三院', '吉林大学中日联谊医院'],
      ['三亚市农垦医院', '三亚中心医院'],
      ['兰州军区总医院', '中国人民解放军联勤保障部队第九四〇医院'],
      ['163医院', '中国人民解放军联勤保障部队第九二一医院'],
      ['成都军区总医院', '中国人民解放军西部战区总医院'],
      ['山西大医院', '山西白求恩医院'],
      ['育英儿童医院', '温州医科大学附属第二医院'],
      ['湛江医学院第二附属医院', '广东医科大学附属第二医院'],
      ['大理学院第一附属医院', '大理大学第一附属医院'],
      ['襄樊市中心医院', '襄阳市中心医院'],
    ] as const;
    for (const [name, listed] of asked) {
      const { id } = await identify({ name }, reader);
      const dossier = await reader.dossier(id ?? '');
      const known = dossier?.names.some(({ value }) => value === listed) ?? false;
      t.ok(known && dossier?.evidence.some(({ kind }) => kind !== 'directory'), `${name}: ${listed}`);
    }
    const whole = await identify({ name: '吉林大学第一医院' }, reader);
    for (const name of ['吉林大学医院', 'Jilin University Hospital'])
      t.not((await identify({ name }, reader)).id, whole.id, `${name}: which of its hospitals is not said`);
  },
);
