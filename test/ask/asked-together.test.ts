import t from 'tap';
import { verify } from '../support/answered.ts';
import { openWhole } from '../support/app.ts';

const service = await openWhole();
t.teardown(service.close);

const RUIJIN = '上海交通大学医学院附属瑞金医院';

t.test('a treatment and a mark in one line are both asked, in whatever order', async (t) => {
  for (const [name, asks] of [
    ['瑞金医院 质子治疗 JCI', ['proton', 'jci']],
    ['瑞金医院 肝移植 licence', ['transplant.liver', 'licence']],
    ['瑞金医院 心脏移植 三甲', ['transplant.heart', 'grade:3A']],
  ] as const) {
    const { outcome, asked, identity } = await verify(service, { name });
    t.strictSame(asked.map(({ ask }) => ask).sort(), [...asks].sort(), name);
    t.equal(identity.institution?.name.zh, RUIJIN, name);
    t.not(outcome, 'limited', name);
  }
});

t.test('of two treatments the one that nobody may offer is told', async (t) => {
  for (const asked of [
    { name: '瑞金医院 试管婴儿 代孕' },
    { name: '瑞金医院 代孕 试管婴儿' },
    { name: '瑞金医院 代孕', service: 'IVF' },
  ]) {
    const { outcome, summary } = await verify(service, asked);
    t.match(summary, /^“Surrogacy” is prohibited in mainland China/, JSON.stringify(asked));
    t.match(outcome, /^(?:refuted|unknown)$/);
  }
});

t.test('what cannot be taken apart is told not to be understood, and is no yes', async (t) => {
  for (const name of [
    '瑞金医院 JCI 质子治疗',
    'Ruijin Hospital proton therapy JCI accredited',
    '瑞金医院 IVF 2025年',
  ])
    t.equal((await verify(service, { name })).outcome, 'unknown', name);
});

t.test('a hospital that is called after a treatment is asked about another one as ever', async (t) => {
  for (const asked of [
    { name: '上海市质子重离子医院', service: 'carbon-ion' },
    { name: 'Shanghai Proton and Heavy Ion Center', service: 'carbon-ion' },
    { name: '瑞金医院 质子', service: 'proton' },
  ]) {
    const { asked: lines, identity } = await verify(service, asked);
    t.equal(lines[0]?.ask, asked.service, asked.name);
    t.not(identity.institution, null, asked.name);
  }
});

t.test(
  'an address that none on record is stands among the caveats of a yes, before those of the lists',
  async (t) => {
    const elsewhere = [
      { name: '北京协和医院', address: '朝阳区建国路88号SOHO' },
      { name: '瑞金医院', address: '浦东新区张江路500号' },
      { name: 'Ruijin Hospital', address: '1 Century Avenue, Pudong New Area, Shanghai' },
    ];
    for (const asked of elsewhere)
      for (const lang of ['en', 'zh'] as const) {
        const { outcome, caveats, summary } = await verify(service, { ...asked, lang });
        const [first, second] = caveats.map(({ code }) => code);
        t.same([outcome, first, second], ['limited', 'address.differs', 'licence.implied-by-official-list']);
        const [told = -1, list = -1] = caveats.map(({ text }) => summary.indexOf(text));
        t.ok(told >= 0 && told < list, `${asked.name}: ${summary}`);
        t.equal(summary.split(caveats[0]?.text ?? '').length, 2, 'and is said once');
      }
    const page = (await service.app.inject('/check?name=瑞金医院&address=浦东新区张江路500号&lang=en')).body;
    t.match(page, /nothing is known of who is at that address.{0,200}It is on an official list/su);
    const { caveats } = await verify(service, { name: '瑞金医院', address: '上海市黄浦区瑞金二路197号' });
    t.notOk(
      caveats.some(({ code }) => code === 'address.differs'),
      'an address on record is none',
    );
  },
);

t.test('nothing invites to choose among the hospitals that a lookalike is like', async (t) => {
  const { identity } = await verify(service, { name: '昆山协和医院' });
  t.equal(identity.match, 'lookalike');
  t.ok(identity.candidates.length > 1);
  t.same(
    identity.candidates.flatMap(({ apart }) => apart),
    [],
  );
  const bare = await verify(service, { name: '省人民医院', lang: 'zh' });
  t.match(bare.summary, /请补充所在省市/u, 'and no two provinces stand for thirty');
  t.same(bare.identity.candidates, []);
});
