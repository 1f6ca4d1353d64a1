import t from 'tap';
import { measuredRegistry } from '../../bench/names/bundled.ts';
import { nameFinderFor } from '../../src/identify/kept-index/name-finders.ts';
import { orderNames } from '../../src/names/index/suggest-order.ts';
import { textListBuilder } from '../../src/names/index/text-list.ts';
import { syllables } from '../../src/text/pinyin.ts';

const NAMES = [
  '复旦大学附属华山医院',
  '华山医院',
  '北京协和医院',
  '上海交通大学医学院附属瑞金医院',
  '編造示例醫院',
  'Ruijin Hospital',
  'The Made-up Hospital',
];

t.test('names lie in one order, whether their keys are kept or made again', async (t) => {
  const list = textListBuilder();
  for (const name of NAMES) list.push(name);
  const names = list.done();
  const spoken = (at: number): readonly string[] => syllables(NAMES[at] ?? '');
  const kept = await orderNames(names, spoken);
  t.ok(kept.length > NAMES.length, 'a name has several keys');
  t.strictSame(await orderNames(names, spoken, 0), kept);
});

t.test('of a short beginning that very many names have, the well-known come first', async (t) => {
  const { reader, close } = await measuredRegistry(undefined);
  t.teardown(close);
  const finder = await nameFinderFor(reader);
  for (const [typed, known] of [
    ['北京', '北京大学第三医院'],
    ['hua', '华西医院'],
    ['peking uni', 'Peking University Third Hospital'],
  ] as const)
    t.ok(
      finder.suggest(typed).some(({ name }) => name === known),
      typed,
    );
});
