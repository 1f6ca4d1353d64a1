import t from 'tap';
import { compareNames } from '../../src/names/compare/compare.ts';
import type { RowPlace } from '../../src/names/compare/comparison.ts';
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
  const short = (asked: string, known: string): boolean => observed(asked, known).includes('parent.short');
  t.ok(short('南医大一附院', '南京医科大学第一附属医院'));
  t.notOk(short('南大一附院', '南京医科大学第一附属医院'));
  t.notOk(short('浙医二院', '浙江中医药大学附属第二医院'));
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
