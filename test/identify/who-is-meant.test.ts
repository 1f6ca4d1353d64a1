import t from 'tap';
import { nameModel } from '../../schema/lexicon/name-model.ts';
import { nameRules } from '../../schema/lexicon/name-rules.ts';
import { askedName } from '../../src/identify/model/asked-name.ts';
import { likelihoods } from '../../src/identify/model/likelihood.ts';
import { isNeverSettled } from '../../src/identify/model/never-settled.ts';
import { buildNameIndex } from '../../src/names/index/name-index.ts';
import type { NameRow } from '../../src/store/registry-reader.ts';
import { hasHan } from '../../src/text/han.ts';

const row = (institution: string, value: string, kind: string, city = '武汉市'): NameRow => ({
  institution,
  value,
  kind,
  language: hasHan(value) ? 'zh' : 'en',
  province: '湖北省',
  city,
  district: null,
  official: true,
});

const index = await buildNameIndex([
  row('centre', '编造洲社区卫生服务中心', 'legal'),
  row('centre', '武汉示意山医院', 'alias'),
  row('chain', '明示眼科医院集团', 'legal'),
  row('chain', '明示眼科', 'alias'),
  row('house', '武汉明示眼科医院', 'legal'),
  row('tangdu', '虚山医院', 'legal', '宜昌市'),
  row('tangdu', '三峡大学第九附属医院', 'second', '宜昌市'),
]);

const meant = (name: string) => {
  const { likely } = likelihoods(index, askedName(name, { province: null, city: null }));
  return likely.map(({ id, features }) => ({ id, features }));
};
const ids = (name: string): readonly string[] => meant(name).map(({ id }) => id);

t.test('a community centre is meant by names that say so, and by a name that it bears whole', async (t) => {
  t.notOk(ids('湖北示意山医院').includes('centre'), 'whatever else it is called');
  t.ok(ids('武汉示意山医院').includes('centre'));
  t.ok(ids('编造洲卫生服务中心').includes('centre'));
});

t.test('a chain’s group is meant by its own name alone', async (t) => {
  t.same(ids('武汉明示眼科'), ['house']);
  t.ok(ids('明示眼科医院集团').includes('chain'));
});

t.test('a university in the question that another name of the hospital states is a sign', async (t) => {
  const of = (name: string): boolean =>
    meant(name).some(({ id, features }) => id === 'tangdu' && features.has('parent.elsewhere'));
  t.ok(of('三峡大学虚山医院'));
  t.notOk(of('武汉大学虚山医院'), 'another university');
});

t.test(
  'a candidate that is another, a branch, or only like a name that somebody else bears whole is never settled on',
  async (t) => {
    const never = (...observed: readonly string[]): boolean =>
      isNeverSettled((feature) => (observed.includes(feature) ? 1 : undefined));
    for (const another of [
      'ordinal.differs',
      'district.level',
      'place.province:other-word',
      'contained.branch',
      'district.alone',
      'beside.generic',
      'worded.word',
      'place.equal:borrowed',
    ])
      t.ok(never(another), another);
    t.ok(never('parent.unsettled:other', 'core.equal'), 'a body that the record does not have');
    t.notOk(never('parent.unsettled:other', 'parent.elsewhere'), 'of which another of its names says it');
    t.ok(never('parent.unsettled:other', 'parent.army'), 'the army as a whole is a body too');
    t.notOk(
      never('parent.unsettled:other', 'parent.army', 'ordinal.equal:code'),
      'but numbers its hospitals',
    );
    t.ok(never('parent.short:inner', 'no-core'), 'general words of a body');
    t.ok(never('text.reordered', 'core.extra:district'));
    t.notOk(never('text.reordered', 'core.extra:district', 'beside.agrees'), 'a slip where the town is said');
    t.ok(never('whole.rival', 'key.translation'), 'not even by our translation of its name');
    t.notOk(never('key.whole', 'ordinal.differs'), 'its whole name is its own, whatever it states');
    t.notOk(never('key.translation', 'district.level'));
    t.ok(never('parent.short:shared', 'beside.agrees'), 'a short form of several universities');
    t.notOk(never('parent.short:shared', 'beside.agrees', 'clean.sole'), 'of which the city leaves one');
    const rival = (name: string) =>
      meant(name)
        .filter(({ features }) => features.has('whole.rival'))
        .map(({ id }) => id);
    t.ok(rival('武汉明示眼科医院').length > 0);
    t.notOk(rival('武汉明示眼科医院').includes('house'), 'who bears it whole has no such rival');
    t.same(rival('湖北明示眼科医院'), []);
  },
);

t.test(
  'each observation that rules make of others is weighed or needed by a rule, and each set is spelled out',
  async (t) => {
    const named = Object.values(nameRules)
      .flat()
      .flatMap(({ all, unless }) => [...all, ...unless.flat()])
      .flat();
    const read = new Set([...named, ...Object.values(nameModel).flatMap((one) => Object.keys(one.weights))]);
    for (const { code } of nameRules.joints) t.ok(read.has(code), code);
    t.strictSame(
      named.filter((one) => /^[A-Z]/u.test(one)),
      [],
      'a set that the lexicon does not have is no observation',
    );
  },
);
