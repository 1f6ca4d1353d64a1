import t from 'tap';
import type { Verdict } from '../../schema/verdict.ts';
import { openWhole } from '../support/app.ts';

const service = await openWhole();
t.teardown(service.close);

const answer = async (query: Record<string, string>): Promise<Verdict> =>
  (await service.app.inject(`/v1/verify?${new URLSearchParams(query)}`)).json();

t.test(
  'the next step fits what is known: a mark by its directory, a full name by the register',
  async (t) => {
    const [mark] = (await answer({ name: 'Madeup International Clinic', claim: 'jci' })).asked;
    t.match(mark?.next?.url, /jointcommission/, 'whoever bears it');
    t.match(mark?.next?.type, /Madeup International Clinic/);
    const named = await answer({ name: '编造市编造示例医院', claim: 'licence', lang: 'zh' });
    t.equal(named.licence.next?.url, 'https://zgcx.nhc.gov.cn/unit');
    t.match(named.licence.next?.type, /编造市编造示例医院/, 'a full name is not asked for again');
    const short = await answer({ name: 'Madeup Example Hospital' });
    t.match(short.licence.next?.text, /full Chinese name/);
    const [grade] = (await answer({ name: '瑞金医院', claim: 'grade:3A' })).asked;
    t.equal(grade?.next?.url, null, 'no list of drug trials stands in for one of grades');
  },
);

t.test('a hospital of another place is chosen or asked for its own licence', async (t) => {
  const { outcome, summary, licence, identity } = await answer({
    name: 'West China Hospital',
    city: 'Beijing',
  });
  t.equal(outcome, 'unknown');
  t.match(summary, /West China Hospital.*is on record, but what you told besides does not fit it.*Chengdu/);
  t.match(licence.next?.text, /its own city/);
  t.notOk(identity.why.some(({ code }) => code === 'name.not-found'));
  const several = await answer({ name: '协和医院', city: '上海' });
  t.match(several.summary, /none of them is in Shanghai/);
});

t.test('a hospital that the line names is asked for alone, and its papers are not', async (t) => {
  for (const [name, step] of [
    ['北京同仁医院白内障手术', /诊疗科目/],
    ['hip replacement at Beijing Jishuitan Hospital', /诊疗科目/],
    ['华山医院编造名', /name alone/],
    ['瑞金医院旁边的诊所', /whether it works with them/],
    ['哪家医院看肺癌最好', /name of one hospital/],
  ] as const) {
    const { licence, identity } = await answer({ name });
    t.equal(identity.institution, null, name);
    t.match(licence.next?.text, step, name);
  }
});

t.test('a number alone that leads to nobody says what is wrong with it', async (t) => {
  t.match((await answer({ uscc: '91310000MA1FL0000X' })).summary, /No hospital was found by this number/);
});

t.test('an answer for a past day begins with the day', async (t) => {
  const { summary } = await answer({ name: '瑞金医院', service: 'art.ivf', asOf: '2025-09-01' });
  t.match(summary, /^For 2025-09-01: /);
});

t.test('who lists similar names does not say that there is no name like it', async (t) => {
  const vague = [
    'Chengdu Women and Children Hospital',
    'Raffles Hospital',
    'Qingdao Children Eye Hospital',
    '成都儿童妇女中心',
    '武汉康复骨科中心',
    'Madeup Qzxv Hospital',
  ];
  let [listed, alone] = [0, 0];
  for (const name of vague) {
    const { identity, summary } = await answer({ name });
    if (identity.match !== 'none') continue;
    const says = /surely meant/.test(summary);
    if (identity.candidates.length === 0) alone += 1;
    else listed += 1;
    t.equal(says, identity.candidates.length > 0, `${name}: ${summary}`);
  }
  t.ok(listed > 1 && alone > 0, `${listed} list somebody, ${alone} nobody`);
});
