import t from 'tap';
import { checkOf, codes, verify } from '../support/answered.ts';
import { openWhole } from '../support/app.ts';

const service = await openWhole();
t.teardown(service.close);

const about = (asked: Record<string, string>) => verify(service, { service: 'surrogacy', ...asked });

t.test('the law of the mainland refutes no hospital that may stand abroad', async (t) => {
  for (const asked of [
    { name: 'Johns Hopkins Hospital' },
    { name: 'Bumrungrad Hospital Bangkok' },
    { name: 'Mount Elizabeth Hospital Singapore' },
    { name: 'Zzyzx Nonesuch Hospital' },
    { name: 'Ruijin Hospital Dubai' },
    { name: '泰国康民医院' },
    { name: '编造的不存在医院', city: 'Bangkok' },
  ]) {
    const verdict = await about(asked);
    t.equal(verdict.outcome, 'unknown', asked.name);
    t.match(verdict.summary, /prohibited in mainland China/, 'the law is told');
    t.strictSame(codes(checkOf(verdict, 'prohibited-technology')), ['prohibited.perhaps-abroad'], asked.name);
  }
});

t.test(
  'who is on record, or may stand in the mainland by name or place, is told that nobody may',
  async (t) => {
    for (const asked of [
      { name: 'Ruijin Hospital' },
      { name: '编造的不存在医院' },
      { name: 'Zzyzx Nonesuch Hospital, Wuhan' },
      { name: 'Zzyzx Nonesuch Hospital', city: 'Guangzhou' },
      { name: 'China Zzyzx Hospital' },
    ]) {
      const verdict = await about(asked);
      t.equal(verdict.outcome, 'refuted', JSON.stringify(asked));
    }
  },
);

t.test('a name of Hong Kong, Macau or Taiwan is not refuted by the law of the mainland', async (t) => {
  for (const name of ['香港编造生殖中心', '澳门编造医院', '台北编造生殖中心', '台湾编造医院']) {
    const verdict = await about({ name });
    t.equal(verdict.outcome, 'unknown', name);
    t.strictSame(codes(checkOf(verdict, 'prohibited-technology')), ['prohibited.outside-mainland'], name);
  }
  t.equal(
    (await about({ name: '香港编造生殖中心', city: '广州' })).outcome,
    'refuted',
    'the city said goes first',
  );
});
