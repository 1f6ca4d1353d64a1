import { join } from 'node:path';
import t from 'tap';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { openToy, toyRecord, toySource } from '../support/toy-night.ts';

const dir = t.testdir();
const toy = await openToy(dir);
const config = { ...readConfig({ LICET_DATA: dir }), rateLimit: 0, log: 'silent' } as const;
const app = await buildApp({
  store: toy.store,
  archive: toy.archive,
  config,
  clock: () => new Date('2026-02-10T08:00:00Z'),
});
t.teardown(async () => {
  await app.close();
  await toy.store.close();
});

const jiangsu = { province: '江苏省', city: '苏州市' };
const anhui = { province: '安徽省', city: '宿州市' };
const hospitals = [
  toyRecord('编造甲医院', jiangsu),
  toyRecord('编造乙诊所', jiangsu, { traits: { body: 'clinic' } }),
  toyRecord('编造丙医院', anhui),
  toyRecord('编造丁疾病预防控制中心', { province: '上海市', city: '上海市', district: '黄浦区' }),
];
const night = (records: typeof hospitals, day: string) =>
  toy.night([toySource(join(dir, day), records, { asOf: day })], `${day}T17:00:00.000Z`);
await night(hospitals, '2026-01-31');

type Listed = Readonly<{
  institutions: readonly Readonly<{
    id: string;
    name: { zh: string };
    type: string;
    updated: { generation: number; on: string };
  }>[];
  place: Readonly<{ province: string | null; city: string | null }>;
  next: string | null;
  generation: number;
}>;

const list = async (query: string) => {
  const answer = await app.inject(`/v1/institutions?${query}`);
  return { ...answer.json<Listed>(), status: answer.statusCode, link: answer.headers.link };
};
const namesOf = ({ institutions }: Listed) => institutions.map(({ name }) => name.zh).sort();

/** All pages of a list, by following `Link`; `between` is done after the first page. */
const allPages = async (query: string, between: () => Promise<unknown> = async () => {}) => {
  const found: Listed['institutions'][number][] = [];
  for (let at: string | undefined = query; at !== undefined; ) {
    const page: Listed & Readonly<{ link?: unknown }> = await list(at);
    found.push(...page.institutions);
    if (found.length === page.institutions.length) await between();
    at = /^<[^?>]+\?([^>]+)>; rel="next"$/.exec(String(page.link ?? ''))?.[1];
  }
  return found;
};

t.test('institutions are listed by place, in Chinese or English, and by type', async (t) => {
  t.strictSame(namesOf(await list('province=Jiangsu')), ['编造乙诊所', '编造甲医院']);
  t.strictSame(namesOf(await list(`city=${encodeURIComponent('苏州')}`)), ['编造乙诊所', '编造甲医院']);
  t.strictSame((await list('city=Suzhou&province=Anhui')).place, { province: '安徽省', city: '宿州市' });
  t.strictSame(namesOf(await list('type=clinic')), ['编造乙诊所']);
  t.strictSame(namesOf(await list('type=hospital')), ['编造丙医院', '编造甲医院']);
  t.strictSame(namesOf(await list('type=disease-control&city=Shanghai')), ['编造丁疾病预防控制中心']);
  t.match((await list('type=disease-control')).institutions, [
    { district: '黄浦区', type: 'disease-control' },
  ]);
  t.equal((await list('')).institutions.length, 4);
});

t.test(
  'a list in pages is the whole list, and stays of one generation when a night comes between',
  async (t) => {
    const whole = (await list('')).institutions;
    for (const limit of [1, 2, 3])
      t.strictSame(await allPages(`limit=${limit}`), whole, `in pages of ${limit}`);
    t.equal((await list('limit=4')).link, undefined);
    const added = Array.from({ length: 9 }, (_, at) => toyRecord(`编造新${at}医院`, jiangsu));
    t.strictSame(await allPages('limit=1', () => night([...hospitals, ...added], '2026-02-03')), whole);
    t.equal((await list('')).institutions.length, 13, 'a list begun afterwards is of the new generation');
    await night([...hospitals, ...added], '2026-02-04');
  },
);

t.test('only what changed since a day is listed where that is asked', async (t) => {
  t.equal(
    (await list('updatedSince=2026-02-04')).institutions.length,
    9,
    'a night at one o’clock in Shanghai',
  );
  t.match((await list('updatedSince=2026-02-04&limit=1')).institutions, [
    { updated: { generation: 2, on: '2026-02-04' } },
  ]);
  t.equal((await list('updatedSince=2026-02-09')).institutions.length, 0);
});

t.test(
  'an unknown or ambiguous place is refused with what is known or near, and each field by its name',
  async (t) => {
    const refusals = {
      'province=Jiangsoo': { field: '?province', nearest: ['Jiangsu'] },
      'city=Suzhou': {
        field: '?city',
        problem: 'is the name of several cities',
        nearest: ['苏州市', '宿州市'],
      },
      'city=Shangai': { field: '?city', nearest: ['Shanghai'] },
      'city=Suzhou&province=Shanghai': { field: '?city', problem: 'is no city of 上海市' },
      'type=spa': {
        field: '?type',
        expected: 'one of hospital, clinic, disease-control, research, area, other',
      },
      'updatedSince=soon': { field: '?updatedSince' },
      'after=9.x': { field: '?after', problem: 'is of a generation that was never published here' },
      'after=x': { field: '?after', problem: 'is not `next` of an answer' },
      'limit=501': { field: '?limit', expected: 'at most 500' },
      'website=a.example': {
        field: '?website',
        problem: 'belongs to a search',
        expected: 'a `name` besides',
      },
      'name=x&type=clinic': { field: '?type', problem: 'belongs to a list', expected: 'no `name`' },
      'name=x&limit=21': { field: '?limit', expected: 'at most 20 in a search' },
    };
    for (const [query, error] of Object.entries(refusals)) {
      const answer = await app.inject(`/v1/institutions?${query}`);
      t.match(
        { status: answer.statusCode, errors: answer.json<{ errors: object[] }>().errors },
        { status: 400, errors: [error] },
        query,
      );
    }
  },
);
