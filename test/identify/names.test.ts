import t from 'tap';
import { looksLikeNumber } from '../../src/identify/by-number.ts';
import { protectedIn } from '../../src/identify/famous/protected.ts';
import { identify } from '../../src/identify/identify.ts';
import { fullKey, nameKeys } from '../../src/name-keys/keys.ts';
import { anyText } from '../support/any-text.ts';
import { fc } from '../support/draws.ts';
import { openToy, toyRecord, toySource } from '../support/toy-night.ts';

const sameFull = (test: Readonly<{ equal: typeof t.equal }>, names: readonly string[]): void => {
  const keys = new Set(names.map((name) => nameKeys(name).full));
  test.equal(keys.size, 1, [...keys].join(' | '));
};

t.test('one name in several spellings has one key', async (t) => {
  sameFull(t, [
    '上海交通大学医学院附属瑞金医院',
    '上海交通大学醫學院附屬瑞金醫院',
    '上海交通大学附属 瑞金医院',
  ]);
  sameFull(t, ['浙江大学医学院附属第一医院', '浙江大学医学院附属第1医院', '浙江大学第一附属医院']);
  sameFull(t, ['湘雅二院', '湘雅二医院']);
  sameFull(t, [
    'The First Affiliated Hospital, Sun Yat-sen University',
    'Sun Yat-Sen University First Affiliated Hospital',
    'the 1st affiliated hospital of Sun Yat Sen University, P.R. China',
    'No. 1 Affiliated Hospital of Sun Yatsen University',
  ]);
  sameFull(t, [
    "Xiangyang No.1 People's Hospital",
    'Xiangyang First Peoples Hospital',
    'First Renmin Hospital, Xiangyang',
  ]);
  sameFull(t, ['Ruìjīn Yīyuàn', 'Ruijin Hospital', 'RUIJIN HOSPITAL']);
});

t.test('the key of a whole name is the same, asked for alone', (t) => {
  const word = fc.constantFrom(
    'Made-up',
    'Hospital',
    'Université',
    'of',
    'No.2',
    'Chinese Medicine',
    '编造医院',
    ',',
  );
  const named = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.oneof(named, anyText({ maxLength: 40 })), (name) => fullKey(name) === nameKeys(name).full),
  );
  t.end();
});

t.test('an ordinal stays with what it counts', async (t) => {
  const first = nameKeys('First Affiliated Hospital of the Second Made-up Medical University');
  const second = nameKeys('Second Affiliated Hospital of the First Made-up Medical University');
  t.not(first.full, second.full);
  t.not(nameKeys('编造大学附属第一医院').full, nameKeys('编造大学附属第二医院').full);
  t.not(nameKeys('编造大学第二医院').full, nameKeys('编造大学附属第二医院').full);
});

t.test('the short form leaves out parent and place, and generic words are no short form', async (t) => {
  const shorts: Readonly<Record<string, string | null>> = {
    大连大学附属中山医院: '中山医院',
    厦门市中山医院: '中山医院',
    上海交通大学医学院附属瑞金医院: '瑞金医院',
    上海交通大学医学院附属瑞金医院卢湾分院: '瑞金医院卢湾分院',
    首都医科大学附属北京朝阳医院: '朝阳医院',
    四川大学华西医院: '华西医院',
    瑞金市人民医院: null,
    人民医院: null,
    北京医院: null,
    山东省立医院: null,
    广东省第二中医院: null,
    厦门大学附属第一医院: null,
    'Zhongshan Hospital of Xiamen University': 'hospital zhongshan',
    'Shandong University Qilu Hospital': 'hospital qilu',
    "Second People's Hospital": null,
    'The First Affiliated Hospital of Xiamen University': null,
  };
  for (const [name, short] of Object.entries(shorts)) t.equal(nameKeys(name).short, short, name);
});

t.test('any text has keys, of bounded length, and always the same ones', async (t) => {
  fc.assert(
    fc.property(anyText({ maxLength: 2000 }), (text) => {
      const keys = nameKeys(text);
      return (
        keys.full.length <= 2400 && nameKeys(text).full === keys.full && nameKeys(text).short === keys.short
      );
    }),
  );
  for (const text of [
    '',
    '😀',
    '\ud800',
    '\u202e医院',
    '\u200b',
    '医院'.repeat(5000),
    `${'a '.repeat(5000)}!`,
  ])
    t.type(nameKeys(text).full, 'string');
});

t.test('a protected word is seen in a name, but not in the name of its university', async (t) => {
  t.equal(protectedIn('编造协和医院')?.word.zh, '协和');
  t.equal(protectedIn('编造谐和医院')?.written, '谐和');
  t.equal(protectedIn('昆明谐和整形医院')?.written, '谐和');
  for (const other of [
    '北京同仁堂编造医院',
    '编造大华山镇卫生院',
    '天坛社区卫生服务中心',
    '常熟广仁医院',
    '花溪区编造医院',
  ])
    t.equal(protectedIn(other), null, other);
  t.equal(protectedIn('Made-up Union Hospital')?.word.zh, '协和');
  t.equal(protectedIn('同济大学附属第十人民医院'), null);
  t.equal(protectedIn('Made-up Hospital of Tongji University'), null);
  t.equal(protectedIn('编造人民医院'), null);
});

t.test('a number typed as a name is told from a name', async (t) => {
  t.ok(looksLikeNumber('药临床机构备字2019000001'));
  t.ok(looksLikeNumber('1210 0000 4000 1234 5X'));
  t.notOk(looksLikeNumber('301医院'));
  t.notOk(looksLikeNumber('Ruijin Hospital'));
  t.ok(looksLikeNumber('AB123456'), 'six digits among eight signs');
  for (const name of ['ABC12345', 'B123456', `A${'1'.repeat(30)}`]) t.notOk(looksLikeNumber(name), name);
});

t.test(
  'an English name that a directory gives to another hospital stays that of the one an authority lists',
  async (t) => {
    const toy = await openToy(t.testdir({}));
    t.teardown(() => toy.store.close());
    const named = (legal: string, english: string) => {
      const record = toyRecord(legal, { province: '浙江省', city: '杭州市' });
      return {
        ...record,
        names: [...record.names, { value: english, kind: 'english' as const, language: 'en' as const }],
      };
    };
    const wonders = 'Made-up Provincial Hospital of Wonders';
    const guiqi = 'Made-up Guiqi Hospital of Wonders';
    await toy.night([
      toySource(toy.root, [named('编造珍珑红十字会医院', wonders), named('编造大学附属瑰琦医院', guiqi)]),
      toySource(toy.root, [named('编造市中医院', wonders), named('瑰琦医院', guiqi)], {
        id: 'cn-toyville-directory',
        evidenceKind: 'directory',
      }),
    ]);
    const reader = toy.store.reader();
    const listed = await identify({ name: '编造珍珑红十字会医院' }, reader);
    t.match(await identify({ name: wonders }, reader), { match: 'strong', id: listed.id });
    t.match(await identify({ name: guiqi }, reader), { match: 'strong' }, 'and two names of one are one');
  },
);
