import t from 'tap';
import { verify } from '../support/answered.ts';
import { openWhole } from '../support/app.ts';

const service = await openWhole();
t.teardown(service.close);

const RUIJIN = '上海交通大学医学院附属瑞金医院';

t.test('a treatment and a mark beside a hospital, in whatever order, are both answered', async (t) => {
  for (const [name, treatment, mark] of [
    ['瑞金医院 质子治疗 JCI', 'proton', 'jci'],
    ['瑞金医院 JCI 质子治疗', 'proton', 'jci'],
    ['瑞金医院 心脏移植 三甲', 'transplant.heart', 'grade:3A'],
    ['瑞金医院 三甲 心脏移植', 'transplant.heart', 'grade:3A'],
    ['瑞金医院 肝移植 licensed', 'transplant.liver', 'licence'],
    ['Ruijin Hospital IVF licensed', 'art.ivf', 'licence'],
    ['Ruijin Hospital JCI IVF', 'art.ivf', 'jci'],
    ['华西医院 骨髓移植 JCI', 'G01', 'jci'],
  ] as const) {
    const { identity, asked } = await verify(service, { name });
    t.ok(identity.institution !== null, name);
    t.strictSame(asked.map(({ ask }) => ask).sort(), [treatment, mark].sort(), name);
  }
});

t.test('two marks beside a hospital are both answered', async (t) => {
  const { asked } = await verify(service, { name: '瑞金医院 三甲 JCI' });
  t.strictSame(asked.map(({ ask }) => ask).sort(), ['grade:3A', 'jci']);
});

t.test(
  'a second treatment in a name is never passed over: nobody is settled on, and both are to be asked by themselves',
  async (t) => {
    for (const [question, words] of [
      [{ name: '瑞金医院 心脏移植 肾移植' }, '心脏移植'],
      [{ name: 'Ruijin Hospital IVF proton therapy' }, 'IVF'],
      [{ name: '瑞金医院 质子治疗', service: 'art.ivf' }, '质子'],
      [{ name: '瑞金医院 肝移植', service: 'transplant.kidney', claim: 'licence' }, '肝移植'],
      [{ name: '华西医院 骨髓移植 肝移植' }, '骨髓移植'],
    ] as const) {
      const { outcome, identity } = await verify(service, question);
      t.equal(outcome, 'unknown', question.name);
      t.strictSame(
        identity.why.map(({ code, params }) => [code, params?.words]),
        [['name.beside-another', words]],
        question.name,
      );
    }
    const { identity, summary } = await verify(service, { name: '瑞金医院 心脏移植 肾移植' });
    t.match(summary, /“心脏移植” beside “瑞金医院” is a treatment of its own/u, 'the first sentence says so');
    t.equal(identity.candidates[0]?.name.zh, RUIJIN);
  },
);

t.test('a treatment that reads like a department of the hospital is asked for all the same', async (t) => {
  for (const name of [
    '华西医院肝移植和CAR-T',
    '华西医院 肾移植及肝移植',
    '瑞金医院质子和重离子',
    '上海长征医院肾移植和肝移植',
    '中南大学湘雅医院心脏移植与CAR-T',
  ]) {
    const { identity } = await verify(service, { name });
    t.equal(identity.why[0]?.code, 'name.beside-another', name);
    t.match(identity.why[0]?.params?.words, /^.{1,3}移植$|^质子$/u, name);
  }
  const { asked } = await verify(service, { name: '天津市第一中心医院 肝移植 贵吗' });
  t.strictSame(
    asked.map(({ ask }) => ask),
    ['transplant.liver'],
  );
  const { identity } = await verify(service, { name: '华西医院 肝移植科' });
  t.ok(identity.institution !== null, 'a department of a name is none');
});

t.test(
  'a treatment that is asked twice, or that the hospital is called after, is no second one',
  async (t) => {
    for (const [name, asking] of [
      ['瑞金医院 质子治疗', 'proton'],
      ['上海市质子重离子医院', 'proton'],
      ['上海质子重离子医院', 'art.ivf'],
      ['Shanghai Proton and Heavy Ion Center', 'art.ivf'],
    ] as const) {
      const { identity, asked } = await verify(service, { name, service: asking });
      t.ok(identity.institution !== null, name);
      t.equal(asked[0]?.ask, asking, name);
    }
  },
);

t.test(
  'what is done to a patient is asked for at the whole hospital, whose place it may begin with',
  async (t) => {
    for (const [line, name, words] of [
      ['Ruijin Hospital gallbladder removal', 'Ruijin Hospital', 'gallbladder removal'],
      ['Fuwai Hospital valve repair', 'Fuwai Hospital', 'valve repair'],
      ['积水潭医院换髋', '积水潭医院', '换髋'],
      ['华西医院核磁共振', '华西医院', '核磁共振'],
      [
        'dental implants Peking University Third Hospital',
        'Peking University Third Hospital',
        'dental implants',
      ],
    ] as const) {
      const { identity } = await verify(service, { name: line });
      t.match(identity.why, [{ code: 'name.beside-unlisted', params: { name, words } }], line);
    }
  },
);
