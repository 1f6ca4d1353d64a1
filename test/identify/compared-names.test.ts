import t from 'tap';
import { containedAs } from '../../src/identify/model/contained.ts';
import { presentUniversity } from '../../src/name-keys/universities.ts';
import { compareNames } from '../../src/names/compare/compare.ts';
import type { RowPlace } from '../../src/names/compare/comparison.ts';
import { isSharedShort } from '../../src/names/compare/short-parent.ts';
import { initialsAsked, initialsOf } from '../../src/names/index/initials.ts';
import { parseReadings } from '../../src/names/parse/parse-name.ts';

const NOWHERE: RowPlace = { province: null, city: null, district: null };

/** The codes observed where the first name is asked and the second is on record. */
const observed = (asked: string, known: string, row = NOWHERE): readonly string[] => {
  const [q] = parseReadings(asked);
  const [c] = parseReadings(known);
  if (q === undefined || c === undefined) return [];
  return compareNames(q, c, row).parts.map(({ code, detail }) =>
    detail === undefined ? code : `${code}:${detail}`,
  );
};

t.test('a university of medicine keeps 医 in its short form, and one of Chinese medicine 中', async (t) => {
  const short = (asked: string, known: string): boolean =>
    observed(asked, known).some((code) => code.startsWith('parent.short'));
  t.ok(short('南医大一附院', '南京医科大学第一附属医院'));
  t.notOk(short('南大一附院', '南京医科大学第一附属医院'));
  t.notOk(short('浙医二院', '浙江中医药大学附属第二医院'));
  t.notOk(short('广医一院', '广中医一附院'));
  t.notOk(short('浙医一院', '浙江中医学院附属第一医院'));
  t.notOk(observed('中国科大附一院', '中国医科大学附属第一医院').includes('text.reordered'));
});

t.test('words that are often left out make no other name', async (t) => {
  for (const [asked, known] of [
    ['哈医大二院', '哈尔滨医科大学附属第二医院'],
    ['苏大一院', '苏大附一院'],
    ['深圳和睦家', '深圳和睦家医院'],
  ] as const)
    t.notOk(observed(asked, known).includes('text.rest-differs'), `${asked}, ${known}`);
});

t.test('a parent in short begins as the parent does, or only has its characters', async (t) => {
  t.ok(observed('北医三院', '北京医科大学第三附属医院').includes('parent.short:beginning'));
  t.ok(observed('北医三院', '河北医科大学第三医院').includes('parent.short:inner'));
});

t.test('one character that makes another parent or another specialty is no slip of the pen', async (t) => {
  for (const [asked, known] of [
    ['广医附属第一医院', '广中医附属第一医院'],
    ['上海市胸科医院', '上海市肺科医院'],
  ] as const)
    t.notOk(
      observed(asked, known).some((code) => /^text\.(?:slip|added)/u.test(code)),
      `${asked}, ${known}`,
    );
  t.ok(observed('上海市胸料医院', '上海市胸科医院').some((code) => code.startsWith('text.slip')));
});

t.test('what people leave the end of is the whole word', async (t) => {
  for (const [asked, known] of [
    ['浙江省人医', '浙江省人民医院'],
    ['广医附一', '广州医科大学附属第一医院'],
    ['广州一院', '广州市第一医院'],
  ] as const)
    t.notOk(
      observed(asked, known).some((code) =>
        /^(?:core|ordinal|sort|body)\.(?:differs|extra|missing)/u.test(code),
      ),
      `${asked}, ${known}: ${observed(asked, known)}`,
    );
});

t.test('a number beyond those that cities count is an army hospital’s own', async (t) => {
  t.ok(observed('264医院', '中国人民解放军第二六四医院').includes('ordinal.equal:code'));
  t.ok(observed('西安市第三医院', '西安市第三医院').includes('ordinal.equal'));
});

t.test('a house in another town behind a hospital’s name is a branch of it', async (t) => {
  const known = 'Dongzhimen Hospital, Beijing University of Chinese Medicine';
  t.ok(observed(`${known}, Luoyang Hospital`, known).includes('branch.differs:asked'));
  t.ok(observed(known, known).includes('branch.equal'));
});

t.test('a part of a hospital is told by its place, whatever it is called', async (t) => {
  const hainan = '上海交通大学医学院附属瑞金医院海南医院';
  for (const asked of ['Ruijin Hospital Hainan Branch', '瑞金医院海南分院'])
    t.ok(observed(asked, hainan).includes('branch.equal'), asked);
  t.notOk(observed('瑞金医院卢湾分院', hainan).includes('branch.equal'));
});

t.test('commas within the name of one house part no names', async (t) => {
  const asked = 'Fudan University Eye, Ear, Nose and Throat Hospital';
  t.ok(observed(asked, '复旦大学附属眼耳鼻喉科医院').includes('specialty.equal'));
});

t.test('a university may be said by its word alone, wherever the word stands', async (t) => {
  for (const asked of ['Huashan Hospital Fudan', 'Fudan Huashan Hospital']) {
    const codes = observed(asked, 'Huashan Hospital, Fudan University');
    t.ok(codes.includes('core.equal') && codes.includes('parent.word'), asked);
  }
});

t.test('a place in both names where the hospital does not stand is what it is called', async (t) => {
  const asked = 'Yueyang Hospital of Integrated Traditional Chinese and Western Medicine';
  const shanghai = { province: '上海市', city: '上海市', district: null };
  t.ok(observed(asked, '上海中医药大学附属岳阳中西医结合医院', shanghai).includes('place.equal:called'));
});

t.test('capitals alone are the first letters of an English name', async (t) => {
  t.ok(initialsOf('Hong Kong Eye Hospital').includes(initialsAsked('HKEH')));
  t.ok(initialsOf('Queen Mary Hospital, Hong Kong').includes(initialsAsked('QMH')));
  t.equal(initialsAsked('Anzhen'), '');
});

t.test('a university is known by its older names, of which the number may be a part', async (t) => {
  for (const [asked, known] of [
    ['第四军医大学第三附属医院', '空军军医大学第三附属医院'],
    ['中国人民解放军第三军医大学第二附属医院', '陆军军医大学第二附属医院'],
    ['浙江医学院附属第一医院', '浙江大学医学院附属第一医院'],
    ['青海医学院附属医院', '青海大学附属医院'],
  ] as const)
    t.ok(observed(asked, known).includes('parent.renamed:known'), asked);
  t.equal(
    presentUniversity('西安医学院'),
    '西安医学院',
    'a university of today, no older name of 西安交通大学',
  );
  const slipped = observed('浙江医学院附属第一医院', '浙江中医学院附属第一医院');
  t.notOk(
    slipped.some((code) => code.startsWith('text.slip') || code === 'parent.slip'),
    'no slip of the pen',
  );
});

t.test('a short form that several universities have says so', async (t) => {
  t.ok(observed('广医一院', '广州医科大学附属第一医院').includes('parent.short:shared'));
  t.ok(observed('哈医大二院', '哈尔滨医科大学附属第二医院').includes('parent.short:beginning'));
  t.same(['广中医', '浙大', '哈医大'].map(isSharedShort), [true, false, false]);
});

t.test('a university’s clinical college is the hospital of that number', async (t) => {
  t.ok(observed('吉林大学第一临床医学院', '吉林大学第一医院').includes('text.rest-equal'));
});

t.test('a name that is the beginning of another, or runs through it, is held by it', async (t) => {
  const held = (asked: string, known: string): string | null => {
    const [q] = parseReadings(asked);
    const [c] = parseReadings(known);
    return q === undefined || c === undefined ? null : containedAs(q, c);
  };
  t.equal(held('上海浦滨', '上海浦滨儿童医院'), 'piece:beginning');
  t.equal(held('浙大妇院', '浙江大学医学院附属妇产科医院'), 'shortened:beginning');
  t.equal(held('瑞金医院', '上海交通大学医学院附属瑞金医院'), 'piece:own-name');
  t.equal(held('北医三院', '河北医科大学第三医院'), 'shortened:inner');
  t.equal(held('瑞金医院', '瑞金医院'), null, 'an equal name is no part of it');
  t.equal(held('瑞金医院', '上海市第六人民医院'), null);
  t.equal(held('Ruijin', 'Ruijin Hospital'), null, 'only characters are looked at');
});
