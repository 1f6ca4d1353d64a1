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
