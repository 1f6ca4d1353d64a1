import t from 'tap';
import { verify } from '../support/answered.ts';
import { openWhole } from '../support/app.ts';

const service = await openWhole();
t.teardown(service.close);

const RUIJIN = '上海交通大学医学院附属瑞金医院';

t.test(
  'an illness beside a hospital is told to be none of the treatments that lists are about',
  async (t) => {
    for (const name of ['lung cancer Ruijin Hospital', '瑞金医院 白血病', 'Ruijin Hospital leukemia']) {
      const { summary, identity } = await verify(service, { name });
      t.match(summary, / is an illness\. Lists are about hospitals and about treatments/, name);
      t.equal(identity.candidates[0]?.name.zh, RUIJIN, name);
    }
    const asked = await service.app.inject('/v1/verify?name=Ruijin+Hospital&service=lung+cancer');
    t.equal(asked.statusCode, 400);
    t.match(asked.json().detail, /is an illness, and lists are about treatments/);
    const several = await service.app.inject(
      '/v1/verify?name=Ruijin+Hospital&service=stem+cells+for+diabetes',
    );
    t.match(several.json().detail, /may mean several treatments/);
    const visit = await verify(service, { name: '瑞金医院 上海 看病怎么样' });
    t.notMatch(visit.summary, /illness/, '看病 is to see a doctor');
  },
);

t.test(
  'a mistyped treatment is offered and never taken; a prohibited one is told to be so first',
  async (t) => {
    for (const [words, code] of [
      ['protn therapy', 'proton'],
      ['in vitro fertilisaton', 'art.ivf'],
      ['kidney transplnt', 'transplant.kidney'],
    ] as const) {
      const { summary, identity } = await verify(service, { name: `Ruijin Hospital ${words}` });
      t.match(
        summary,
        /^“.*” beside “Ruijin Hospital” is no treatment that a list is about\. Did you mean “/,
        words,
      );
      t.equal(identity.institution, null);
      const asked = await service.app.inject(
        `/v1/verify?${new URLSearchParams({ name: 'Ruijin Hospital', service: words })}`,
      );
      t.match(asked.json().errors, [{ nearest: [code] }], words);
    }
    t.match(
      (await verify(service, { name: 'surogacy Ruijin Hospital' })).summary,
      /^“Surrogacy” is prohibited/,
    );
  },
);

t.test('a treatment in brackets, in short or with its letters is the treatment', async (t) => {
  for (const [name, code] of [
    ['Ruijin Hospital (proton therapy)', 'proton'],
    ['瑞金医院（质子治疗）', 'proton'],
    ['瑞金医院有IVF执照吗', 'art.ivf'],
    ['Ruijin Hospital liver tx', 'transplant.liver'],
    ['Ruijin Hospital IVF-ET', 'art.ivf'],
  ] as const) {
    const { identity, asked } = await verify(service, { name });
    t.equal(identity.institution?.name.zh, RUIJIN, name);
    t.match(asked, [{ ask: code }], name);
  }
});

t.test('a town is no part of a treatment that stands behind it', async (t) => {
  for (const [name, words] of [
    ['Fuda Cancer Hospital Guangzhou cryotherapy', 'cryotherapy'],
    ['Guangzhou cryotherapy Fuda Cancer Hospital', 'cryotherapy'],
    ['北京大学第三医院 北京 试管', '试管'],
  ] as const) {
    const said = (await verify(service, { name })).identity.why.find(({ code }) =>
      code.startsWith('name.beside-'),
    );
    t.equal(said?.params?.words, words, name);
  }
});

t.test(
  'what is warned of by its bare name is told beside a name too, and an operation against addiction is no visit',
  async (t) => {
    for (const name of [
      '华西医院 外泌体',
      'West China Hospital exosomes',
      '华西医院 NMN',
      '北京天坛医院 戒毒手术',
    ]) {
      const { summary, identity } = await verify(service, { name });
      t.match(summary, /^What is asked for here is a warning sign/, name);
      t.equal(identity.institution, null, name);
    }
  },
);

t.test('an illness or a treatment alone names nobody, and that is told', async (t) => {
  for (const [name, code, words] of [
    ['leukemia treatment', 'name.illness-alone', 'leukemia'],
    ['best hospital for lung cancer in Shanghai', 'name.illness-alone', 'lung cancer'],
    ['上海看白血病哪家医院好', 'name.illness-alone', '白血病'],
    ['上海试管婴儿哪家医院好', 'name.treatment-alone', '试管婴儿'],
    ['质子治疗广州哪家医院能做', 'name.treatment-alone', '质子治疗'],
    ['IVF', 'name.treatment-alone', 'IVF'],
    ['proton therapy in China', 'name.treatment-alone', 'proton therapy'],
    ['liver transplant Shanghai', 'name.treatment-alone', 'liver transplant'],
  ] as const) {
    const { identity, summary } = await verify(service, { name });
    const [said] = identity.why;
    t.match(said, { code, params: { words } }, name);
    t.equal(said?.text, summary, name);
  }
  for (const name of [
    '康美佳医院能做试管婴儿吗',
    '康美佳医院 试管婴儿',
    '深圳南山医院可以做三代试管吗',
    'Kangmeijia Hospital can do IVF',
  ]) {
    const { identity } = await verify(service, { name });
    t.notOk(
      identity.why.some(({ code }: { code: string }) => code === 'name.treatment-alone'),
      `${name}: a hospital that no list names is one`,
    );
  }
  t.match((await verify(service, { name: '肿瘤医院' })).identity.why, [{ code: 'name.generic-only' }]);
});

t.test(
  'a line that asks which hospital to choose is told that none is named better than another',
  async (t) => {
    for (const name of [
      'the best hospital in China for brain tumors',
      'which hospital in Shanghai should I choose?',
      'top hospitals in Beijing',
      '深圳眼科最好的医院',
      '莆田系的医院名单',
      '广州哪家医院好',
    ]) {
      const { identity, summary } = await verify(service, { name });
      t.equal(identity.why[0]?.code, 'name.which-asked', name);
      t.match(summary, /no hospital better|不评价医院优劣/u);
      t.strictSame(identity.candidates, [], name);
    }
    const named = await verify(service, { name: '瑞金医院是不是上海最好的医院' });
    t.not(named.identity.why[0]?.code, 'name.which-asked', 'a hospital is named');
  },
);

t.test('what may not be offered is warned of, whatever else a sentence says', async (t) => {
  for (const name of [
    'buy a kidney Tongji Hospital Wuhan',
    '可以在瑞金医院买肾吗',
    '天津第一中心医院 买肝',
  ]) {
    const { identity } = await verify(service, { name });
    t.not(identity.match, 'lookalike', name);
    t.ok(
      identity.why.some(({ code }) => code === 'name.warned-asked'),
      name,
    );
  }
});
