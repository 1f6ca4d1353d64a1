import t from 'tap';
import { answered, checkOf, codes, textsOf, verify } from '../support/answered.ts';
import { openWhole } from '../support/app.ts';

const service = await openWhole();
t.teardown(service.close);

const RUIJIN = '上海交通大学医学院附属瑞金医院';

t.test('Ruijin Hospital, by any of its names, is implied to be licensed by a fresh list', async (t) => {
  for (const name of ['Ruijin Hospital', '瑞金医院', 'ruijin  hospital', '上海交通大學醫學院附屬瑞金醫院']) {
    const { verdict, rows } = await answered(t, service, { name });
    t.equal(verdict.outcome, 'limited', 'never confirmed without a primary register');
    t.equal(verdict.identity.match, 'strong');
    t.equal(verdict.identity.institution?.name.zh, RUIJIN);
    t.strictSame(codes(checkOf(verdict, 'practice-licence')), ['licence.implied-by-official-list']);
    t.ok(rows.length > 0 && rows.every((words) => words.includes(RUIJIN)), 'each row bears its name');
  }
});

t.test('Ruijin and JCI: nothing is held, and that says nothing against it', async (t) => {
  const { verdict } = await answered(t, service, { name: RUIJIN, claim: 'jci' });
  const jci = checkOf(verdict, 'accreditation');
  t.equal(verdict.outcome, 'unknown', 'the mark was asked, and it is not known');
  t.equal(verdict.licence.result, 'implied', 'the licence is said beside it');
  t.equal(jci.result, 'unknown');
  t.ok(codes(jci).includes('accreditation.scheme-closed-here'));
  t.ok(codes(jci).includes('accreditation.neutral'), 'a missing mark speaks against nobody');
});

t.test(
  'Huashan and JCI: a history with dates, lapsed by its term, in words that accuse nobody',
  async (t) => {
    const { verdict, chinese, rows } = await answered(t, service, { name: 'Huashan Hospital', claim: 'jci' });
    const jci = checkOf(verdict, 'accreditation');
    t.equal(verdict.outcome, 'unknown', 'no tick stands over a mark that is not known');
    t.equal(verdict.identity.institution?.name.zh, '复旦大学附属华山医院');
    t.equal(jci.result, 'unknown', 'press alone neither meets nor refutes');
    t.equal(jci.status, 'lapsed-by-term');
    t.strictSame(
      jci.reasons.filter(({ code }) => code === 'accreditation.history').map(({ params }) => params.date),
      ['2016-05', '2013'],
    );
    t.ok(codes(jci).includes('accreditation.scheme-closed-here'));
    t.match(jci.reasons[0]?.text, /was accredited from 2016-05 until 2019-05; no current evidence/);
    t.ok(rows.every((words) => words.includes('华山医院')));
    const accusing =
      /fak|fals|fraud|lying|mislead|illegal|unlawful|deceiv|cheat|bogus|suspicious|violat|scam|pretend/i;
    t.notMatch(textsOf(verdict).join(' '), accusing);
    t.notMatch(textsOf(chinese).join(''), /假|骗|冒充|非法|违法|违规|欺|误导|嫌疑|谎|失信|不实/);
  },
);

t.test('Beijing United Family Hospital is found by its English name', async (t) => {
  const { verdict, rows } = await answered(t, service, { name: 'Beijing United Family Hospital' });
  t.equal(verdict.outcome, 'limited');
  t.equal(verdict.identity.institution?.name.zh, '北京和睦家医院');
  t.ok(rows.every((words) => words.includes('北京和睦家医院')));
});

t.test('Peking Union and IVF: the list is too old today, and decided in September 2025', async (t) => {
  const asked = { name: '北京协和医院', service: 'art.ivf' };
  const today = (await answered(t, service, asked)).verdict;
  const now = checkOf(today, 'assisted-reproduction');
  t.equal(today.outcome, 'unknown');
  t.match(today.lastKnown, { source: 'cn-nhc-assisted-reproduction', asOf: '2025-06' });
  t.equal(now.result, 'unknown');
  t.match(now.reasons[0]?.text, /2025-06.*too old for this day/);
  t.strictSame(
    now.evidence.map(({ fresh }) => fresh),
    [false],
  );
  const { verdict, rows } = await answered(t, service, { ...asked, asOf: '2025-09-01' });
  const then = checkOf(verdict, 'assisted-reproduction');
  t.equal(verdict.outcome, 'limited');
  t.equal(then.result, 'met');
  t.equal(then.status, 'some-trial');
  t.strictSame(codes(then), ['approval.some-trial', 'approval.address']);
  t.ok(rows.some((words) => words.includes('北京协和医院') && words.includes('大木仓胡同41号')));
  t.equal(verdict.asOf, '2025-09-01');
});

t.test(
  'Lecheng gives no right to IVF: the national list said no, and is too old to say so today',
  async (t) => {
    const asked = { name: '博鳌超级医院', service: 'art.ivf' };
    const { verdict } = await answered(t, service, { ...asked, asOf: '2025-09-01' });
    const then = checkOf(verdict, 'assisted-reproduction');
    t.equal(verdict.outcome, 'refuted');
    t.equal(then.result, 'not-met');
    t.strictSame(codes(then), ['approval.absent', 'approval.lecheng-gives-no-right']);
    const today = (await answered(t, service, asked)).verdict;
    t.not(today.outcome, 'refuted', 'age moves an answer towards not knowing only');
    t.equal(checkOf(today, 'assisted-reproduction').result, 'unknown');
    t.ok(codes(checkOf(today, 'assisted-reproduction')).includes('approval.lecheng-gives-no-right'));
  },
);

t.test('Xiehe Hospital is never a match, in whatever script it is written', async (t) => {
  for (const name of ['Xiehe Hospital', '协和医院', '协和', 'XIEHE HOSPITAL', '協和醫院', 'Union Hospital']) {
    const { verdict } = await answered(t, service, { name, service: 'art.ivf', asOf: '2025-09-01' });
    t.ok(
      ['ambiguous', 'lookalike', 'none'].includes(verdict.identity.match),
      `${name}: ${verdict.identity.match}`,
    );
    t.equal(verdict.identity.institution, null);
    t.ok(verdict.checks.every(({ result }) => result === 'unknown'));
  }
});

t.test('Zhongshan Hospital is at least two hospitals, and each is shown with its city', async (t) => {
  const { verdict } = await answered(t, service, { name: 'Zhongshan Hospital', claim: 'jci' });
  t.equal(verdict.outcome, 'ambiguous');
  const cities = verdict.identity.candidates.map(({ city }) => city);
  t.ok(cities.includes('上海市') && cities.includes('厦门市'), cities.join());
  const { verdict: narrowed } = await answered(t, service, { name: 'Zhongshan Hospital', city: 'Xiamen' });
  t.equal(narrowed.identity.institution?.name.zh, '厦门大学附属中山医院');
});

t.test('CAR-T: products are reported as approved; who may give them is on no register', async (t) => {
  const { verdict, chinese } = await answered(t, service, { name: RUIJIN, service: 'car-t' });
  const cells = checkOf(verdict, 'cell-product');
  t.equal(cells.result, 'unknown');
  t.ok(codes(cells).includes('product.reported-approved'));
  t.ok(codes(cells).includes('product.no-hospital-register'));
  t.ok(cells.evidence.every(({ kind }) => kind === 'press'));
  const more = cells.reasons.find(({ code }) => code === 'product.more');
  t.match(more?.text, /reported/, 'what the press says is not called a fact');
  t.match(textsOf(chinese).join(''), /据报道/);
});

t.test('surrogacy is prohibited at any hospital, known or not', async (t) => {
  for (const name of ['北京和睦家医院', '编造的不存在医院', 'Zzyzx Nonesuch Hospital, Wuhan']) {
    const { verdict } = await answered(t, service, { name, service: 'surrogacy' });
    const law = checkOf(verdict, 'prohibited-technology');
    t.equal(law.result, 'not-met');
    t.strictSame(codes(law), ['prohibited.by-law']);
    t.strictSame(
      law.evidence.map(({ kind }) => kind),
      ['law'],
    );
  }
  const verdict = await verify(service, { name: '北京和睦家医院', service: 'surrogacy' });
  t.equal(verdict.outcome, 'refuted');
  const url = `/check?name=${encodeURIComponent('北京和睦家医院')}&service=surrogacy&lang=en`;
  const { body } = await service.app.inject({ url });
  t.match(body, 'Prohibited');
  t.notMatch(body, 'Contradicted', 'no record contradicts the hospital');
  const { id } = verdict.identity.institution ?? {};
  const shield = await service.app.inject({ url: `/badge/${id}/shields.json?service=surrogacy` });
  t.match(shield.json().message, /Prohibited/, 'the badge of the same question says the same');
  t.notMatch(body, 'May change on', 'a ban has no day on which a list grows old');
});

t.test('a programme for the whole hospital is not told as a part of it', async (t) => {
  const { verdict } = await answered(t, service, { name: '浙江大学医学院附属第二医院', claim: 'jci' });
  const jci = checkOf(verdict, 'accreditation');
  t.ok(codes(jci).includes('accreditation.was-accredited-until'));
  t.notOk(codes(jci).includes('accreditation.scope-only'), 'an academic medical centre is the hospital');
});

t.test('a military hospital is on no civil register, and nobody is sent to look for it there', async (t) => {
  const { verdict } = await answered(t, service, { name: '解放军总医院烧伤整形医院' });
  t.equal(verdict.outcome, 'limited', 'an official list names it, no register');
  t.ok(verdict.notices.some(({ code }) => code === 'licence.military-outside-civil-registers'));
  t.notOk(verdict.checkYourself.some(({ url }) => url.includes('zgcx.nhc.gov.cn')));
});

t.test('a name nobody has is not known, which does not mean that it does not exist', async (t) => {
  const { verdict } = await answered(t, service, {
    name: 'Zzyzx Nonesuch Hospital',
    claim: 'jci',
    service: 'art.ivf',
  });
  t.equal(verdict.outcome, 'unknown');
  t.equal(verdict.identity.match, 'none');
  t.match(verdict.summary, /does not mean it does not exist/);
  t.ok(verdict.checkYourself.length > 0 && verdict.searched.length > 0);
});

t.test('a USCC whose check digit fails is told, and no yes stands beside it', async (t) => {
  const { verdict } = await answered(t, service, { uscc: '12000000000000000X' });
  t.equal(verdict.outcome, 'unknown');
  t.strictSame(codes({ reasons: verdict.identity.why }), ['number.not-on-record', 'number.check-digit']);
  const { verdict: named } = await answered(t, service, { uscc: '12000000000000000X', name: '北京协和医院' });
  t.match(
    named,
    { outcome: 'unknown', identity: { match: 'none' } },
    'whoever borrows a name makes up a number',
  );
  t.match(named.summary, /check character/);
});

t.test('nobody is sent to the list of a treatment that was not asked about', async (t) => {
  const { verdict } = await answered(t, service, { name: RUIJIN, claim: 'jci' });
  t.notOk(verdict.checkYourself.some(({ type }) => /technique/.test(type)));
  for (const { type, url } of verdict.checkYourself)
    if (!/jointcommission/.test(url)) t.match(type, RUIJIN, `${url} says what to type`);
});
