import t from 'tap';
import { practitionerEntry } from '../../schema/practitioner.ts';
import type { Verdict } from '../../schema/verdict.ts';
import { answered, checkOf, codes, textsOf, verify } from '../support/answered.ts';
import { openWhole } from '../support/app.ts';

const service = await openWhole();
t.teardown(service.close);

t.test('an address in Latin letters is compared by its city and its district', async (t) => {
  const why = async (address: string): Promise<string[]> => {
    const query = new URLSearchParams({ name: '瑞金医院', address });
    const { identity } = (await service.app.inject(`/v1/verify?${query}`)).json<Verdict>();
    return identity.why.map(({ code }) => code);
  };
  t.notMatch(await why('197 Ruijin Er Road, Huangpu District, Shanghai'), ['address.differs']);
  t.ok((await why('1 Century Avenue, Pudong New Area, Shanghai')).includes('address.differs'));
  t.ok(
    (await why('12 Zhongshan Road, Guangzhou')).includes('place.differs'),
    'its town is the place asked for, as that of a Chinese address is',
  );
  t.ok(
    (await why('12 Nowhere Lane')).includes('address.not-understood'),
    'a street that nobody has, with no town, settles nothing',
  );
  for (const address of [
    '1 Orchard Road, Singapore',
    'Dubai Healthcare City',
    'Bangkok, Thailand',
    'London SW1',
    '新加坡乌节路1号',
  ]) {
    const query = new URLSearchParams({ name: '瑞金医院', address });
    const verdict = (await service.app.inject(`/v1/verify?${query}`)).json<Verdict>();
    t.match(verdict, { outcome: 'unknown', identity: { match: 'none' } }, address);
  }
  t.notOk((await why('瑞金二路197号')).includes('address.not-understood'));
});

t.test(
  'what was told beside an id or a name and does not fit stands before all, and there is no yes',
  async (t) => {
    const id = (await verify(service, { name: '瑞金医院' })).identity.institution?.id ?? '';
    const unfit = [
      { city: '成都' },
      { city: 'Paris' },
      { address: '巴黎' },
      { licenceNumber: '12345' },
      { uscc: '12100000400777098N' },
    ];
    for (const who of [{ id }, { name: '瑞金医院' }])
      for (const beside of unfit) {
        const { outcome, summary } = await verify(service, { ...who, ...beside });
        t.equal(outcome, 'unknown', JSON.stringify(beside));
        t.notMatch(summary, /licensed/, JSON.stringify(beside));
      }
    for (const beside of unfit)
      t.match((await verify(service, { id, ...beside })).summary, /what you told besides does not fit it/);
    t.equal((await verify(service, { id, city: 'Shanghai' })).outcome, 'limited');
  },
);

t.test(
  'what the norms of assisted reproduction forbid is prohibited, and what may be lawful is asked for',
  async (t) => {
    for (const treatment of [
      'sex selection',
      '买卵',
      'embryo donation',
      'gene-edited baby',
      'human cloning',
    ]) {
      const verdict = await verify(service, { name: '中信湘雅生殖与遗传专科医院', service: treatment });
      const law = checkOf(verdict, 'prohibited-technology');
      t.match(law, { result: 'not-met', evidence: [{ kind: 'law' }] }, treatment);
    }
    for (const words of ['egg donation', '供卵', '供卵试管', '卵子捐赠', '供精供卵试管', 'gene editing']) {
      const url = `/v1/verify?name=x&service=${encodeURIComponent(words)}`;
      const { statusCode, body } = await service.app.inject({ url });
      t.equal(statusCode, 400, words);
      t.match(JSON.parse(body).errors, [{ problem: 'may mean several treatments' }], words);
    }
  },
);

t.test('what was told beside a name and does not fit stands in the sentence of a yes', async (t) => {
  const said = async (beside: Record<string, string>) => {
    const query = new URLSearchParams({ name: '瑞金医院', lang: 'en', ...beside });
    const { outcome, summary } = (await service.app.inject(`/v1/verify?${query}`)).json<Verdict>();
    t.equal(outcome, 'limited');
    const page = (await service.app.inject(`/check?${query}`)).body;
    return [summary, /<p class="say">(.*?)<\/p>/s.exec(page)?.[1] ?? ''] as const;
  };
  const cases: readonly (readonly [Record<string, string>, RegExp])[] = [
    [{ uscc: '12100000400777097N' }, /12100000400777097N is not in any list we hold/],
    [{ address: '上海市黄浦区瑞金二路19号' }, /is not among those on record/],
    [{ address: '南京路5号', city: '上海' }, /is not among those on record/],
    [{ name: 'Renji Hospital', website: 'visa.example' }, /no website on record to compare/],
  ];
  for (const [beside, doubt] of cases) for (const text of await said(beside)) t.match(text, doubt);
  for (const beside of [{}, { address: '上海市黄浦区瑞金二路197号' }, { city: 'Shanghai' }])
    t.notMatch((await said(beside))[0], /Not all that was told/, JSON.stringify(beside));
});

t.test('surrogacy is asked of Hong Kong, where mainland law does not hold', async (t) => {
  const about = async (city: string) =>
    (await answered(t, service, { name: '编造示例生殖中心', city, service: 'surrogacy' })).verdict;
  t.equal((await about('深圳')).outcome, 'refuted', 'nobody in the mainland may offer it');
  t.equal((await about('Hong Kong')).outcome, 'unknown', 'and nothing is said of Hong Kong');
  t.ok(
    codes(checkOf(await about('Hong Kong'), 'prohibited-technology')).includes('prohibited.outside-mainland'),
  );
});

t.test('a product that is only reported, on no day that is given, is said to be reported', async (t) => {
  const { verdict } = await answered(t, service, { name: '瑞金医院', service: 'car-t.brexu-cel' });
  const product = checkOf(verdict, 'cell-product');
  t.ok(codes(product).includes('product.reported-undated'));
  t.match(
    product.reasons.map(({ text }) => text).join(' '),
    /adults with B-cell acute lymphoblastic leukaemia/,
  );
  const newest = (await answered(t, service, { name: '瑞金医院', service: 'car-t.satri-cel' })).verdict;
  t.match(
    checkOf(newest, 'cell-product')
      .reasons.map(({ text }) => text)
      .join(' '),
    /approved \(from 2026-06-22\)/,
  );
});

t.test(
  'a national certificate has 15 digits; permits of other kinds are taken as they are printed',
  async (t) => {
    const entry = (over: object) =>
      practitionerEntry.safeParse({
        name: '编造示例医师',
        status: 'registered',
        sites: [{ id: 'cnmadeup' }],
        seen: { authority: '编造主管部门', url: 'https://example.org/doctor', on: '2026-11-01' },
        ...over,
      }).success;
    t.ok(entry({ kind: 'registered', certificateNumber: '110310000000001' }));
    t.notOk(entry({ kind: 'registered', certificateNumber: 'HK-2026-000123' }));
    t.ok(entry({ kind: 'hk-macao', certificateNumber: 'HK-2026-000123' }));
    t.notOk(entry({ kind: 'hk-macao', certificateNumber: '*' }));
  },
);

t.test('a number that no list holds is told beside the verdict', async (t) => {
  const noticesOf = async (uscc: string) =>
    (await answered(t, service, { name: '瑞金医院', uscc })).verdict.notices.map(({ code }) => code);
  t.ok((await noticesOf('12100000400777097N')).includes('number.not-on-record'));
});

t.test('general words alone are told to be too little, and never to be on no list', async (t) => {
  for (const [name, lang, said] of [
    ['人民医院', 'zh', '许多医院都称为“人民医院”。请补充所在省市，或按全称查询。'],
    [
      "First People's Hospital",
      'en',
      "“First People's Hospital” is what very many hospitals are called. Add the province and city, or ask by the full name.",
    ],
  ] as const)
    t.equal(
      (await service.app.inject(`/v1/verify?${new URLSearchParams({ name, lang })}`)).json().summary,
      said,
    );
});

t.test('whoever grades a hospital is named only where it is so: not for the army or Hong Kong', async (t) => {
  for (const [name, why] of [
    ['301医院', 'grade.no-list-military'],
    ['玛丽医院', 'grade.outside-mainland'],
    ['瑞金医院', 'grade.no-list'],
  ] as const) {
    const { verdict } = await answered(t, service, { name, claim: 'grade:3A' });
    t.equal(
      codes(checkOf(verdict, 'grade')).find((code) => code.startsWith('grade.')),
      why,
      name,
    );
  }
});

t.test('a past day is told as past, and a mark within its term on that day names the term', async (t) => {
  const past = await verify(service, { name: '瑞金医院', asOf: '1990-01-01' });
  t.notMatch(past.summary, /today/);
  const { verdict } = await answered(t, service, {
    name: 'Huashan Hospital',
    claim: 'jci',
    asOf: '2018-01-01',
  });
  t.match(textsOf(verdict).join(' '), /reported from 2016-05 until 2019-05/);
});

t.test('an id that nobody has is said to be unknown, and no name that no list has', async (t) => {
  const { summary } = await verify(service, { id: 'nobody-has-this' });
  t.match(summary, 'nobody-has-this');
});
