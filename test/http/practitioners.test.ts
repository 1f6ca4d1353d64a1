import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { type PractitionerEntry, practitionerEntry } from '../../schema/practitioner.ts';
import type { Verdict } from '../../schema/verdict.ts';
import { openPractitioners } from '../../src/registry/practitioners.ts';
import { fewSources, openService, TODAY } from '../support/app.ts';
import { cases } from './practitioner-cases.ts';

let now = TODAY;
const service = await openService({}, fewSources, () => now);
t.teardown(service.close);
const people = openPractitioners(service.data);
t.teardown(people.close);

const HOSPITAL = '北京协和医院';
const hospital =
  (
    await service.app.inject({ method: 'POST', url: '/v1/verify', payload: { name: HOSPITAL } })
  ).json<Verdict>().identity.institution?.id ?? '';

let serial = 0;
/** A made-up physician, with a certificate number of no real county. */
const keep = async (over: Partial<PractitionerEntry> = {}, site: string | null = hospital, main = true) => {
  serial += 1;
  const entry = practitionerEntry.parse({
    name: `编造医师${serial}`,
    certificateNumber: `1109999990${String(serial).padStart(5, '0')}`,
    kind: 'registered',
    level: 'physician',
    category: '临床',
    scope: '外科专业',
    registeredSince: '2010-01-01',
    status: 'registered',
    sites: [{ id: hospital, main }],
    seen: { authority: '编造主管部门', url: 'https://example.org/doctor', on: '2026-11-01' },
    ...over,
  });
  await people.record(entry, [{ institution: site, main }], TODAY);
  return { practitioner: entry.name, certificateNumber: entry.certificateNumber };
};

/** What lies in the data folder about physicians. */
const privateFiles = (): readonly string[] =>
  readdirSync(service.data)
    .filter((name) => name.startsWith('practitioner'))
    .map((name) => join(service.data, name));

let clients = 0;
const post = (payload: object) => {
  clients += 1;
  return service.app.inject({
    method: 'POST',
    url: '/v1/verify',
    payload: { purpose: 'own-treatment', ...payload },
    remoteAddress: `10.0.${clients >> 8}.${clients & 255}`,
  });
};
const check = async (payload: object) => {
  const verdict = (await post(payload)).json<Verdict>();
  const found = verdict.checks.find(({ gate }) => gate === 'practitioner');
  return {
    outcome: verdict.outcome,
    result: found?.result,
    codes: found?.reasons.map(({ code }) => code) ?? [],
  };
};

t.test('a row decides what it says: site, term, years, suspension, end', async (t) => {
  for (const [name, over, more, result, code] of cases) {
    const { certificateNumber, practitioner } = await keep(over);
    const found = await check({ name: HOSPITAL, practitioner, ...more });
    t.match(found, { result }, name);
    t.ok(found.codes.includes(code), `${name}: ${found.codes}`);
    const byNumber = await check({ name: HOSPITAL, certificateNumber, ...more });
    t.same(byNumber, found, 'the same by number');
  }
});

t.test('an authority that revoked a certificate refutes, a missing site does not', async (t) => {
  t.match(await check({ name: HOSPITAL, ...(await keep({ status: 'revoked' })) }), { outcome: 'refuted' });
  const ruijin = (
    await service.app.inject({ method: 'POST', url: '/v1/verify', payload: { name: '瑞金医院' } })
  ).json<Verdict>().identity.institution?.id;
  const there = await keep({}, ruijin);
  const mismatch = (
    await post({ name: HOSPITAL, certificateNumber: there.certificateNumber })
  ).json<Verdict>();
  t.match(
    mismatch.asked.find(({ ask }) => ask === 'practitioner')?.sentence,
    /does not name this hospital .* It names: .*Ruijin/,
  );
  const elsewhere = await keep({}, 'another-id');
  const found = await check({ name: HOSPITAL, certificateNumber: elsewhere.certificateNumber });
  t.match(found, { result: 'unknown' });
  t.ok(found.codes.includes('practitioner.not-this-site'));
});

t.test('nobody can tell a person who is not held from one who does not exist', async (t) => {
  const { certificateNumber } = await keep();
  const strangers = [
    { name: HOSPITAL, practitioner: '编造无此人' },
    { name: HOSPITAL, certificateNumber: '110999999099999' },
    { name: HOSPITAL, certificateNumber, practitioner: '编造别人' },
    { name: HOSPITAL, practitioner: (await keep({}, 'another-id')).practitioner },
  ];
  const bodies = await Promise.all(strangers.map(async (one) => (await post(one)).body));
  t.equal(new Set(bodies).size, 1, 'the same bytes');
  t.match(bodies[0], /practitioner\.no-evidence/);
});

t.test('two physicians of one name at one hospital are told apart by the number only', async (t) => {
  const name = '编造同名医师';
  await keep({ name });
  const { certificateNumber } = await keep({ name });
  t.match(await check({ name: HOSPITAL, practitioner: name }), {
    result: 'unknown',
    codes: ['practitioner.more-than-one', 'practitioner.check-register'],
  });
  t.match(await check({ name: HOSPITAL, practitioner: name, certificateNumber }), { result: 'met' });
});

t.test(
  'a question without purpose, without institution, in an address or about the past is refused',
  async (t) => {
    const practitioner = '编造医师1';
    const cases: readonly [object, string, string][] = [
      [{ name: HOSPITAL, practitioner, purpose: undefined }, 'LICET_BAD_QUESTION', '/purpose'],
      [{ name: HOSPITAL, practitioner, purpose: 'curiosity' }, 'LICET_BAD_QUESTION', '/purpose'],
      [{ practitioner }, 'LICET_PRACTITIONER_NAME_ALONE', '/practitioner'],
      [{ name: HOSPITAL, practitioner, generation: 1 }, 'LICET_BAD_QUESTION', '/generation'],
      [{ name: HOSPITAL, purpose: 'referral' }, 'LICET_BAD_QUESTION', '/purpose'],
    ];
    for (const [body, code, field] of cases) {
      const response = await post(body);
      t.equal(response.statusCode, 400);
      t.match(response.json(), { code, errors: [{ field }] });
    }
    const inAddress = await service.app.inject({
      url: '/v1/verify',
      query: { name: HOSPITAL, practitioner },
    });
    t.match(inAddress.json(), { code: 'LICET_BAD_QUESTION', errors: [{ field: '?practitioner' }] });
  },
);

t.test('neither name nor number is written anywhere, and answers are kept by nobody', async (t) => {
  const person = await keep({ name: '编造机密姓名' });
  const response = await post({ name: HOSPITAL, ...person });
  t.equal(response.headers['cache-control'], 'no-store');
  t.notOk(response.body.includes(person.practitioner));
  const kept = [
    ...privateFiles().map((file) => readFileSync(file).toString('latin1')),
    service.log(),
    JSON.stringify(await people.acts(1000)),
  ].join('\n');
  const bytes = Buffer.from(person.practitioner).toString('latin1');
  for (const secret of [bytes, person.practitioner, person.certificateNumber ?? ''])
    t.notOk(kept.includes(secret));
  t.ok(privateFiles().length >= 2, 'the rows and the secret they are hashed with');
  for (const file of privateFiles()) t.equal(statSync(file).mode & 0o777, 0o600, file);
  t.match((await people.acts(1))[0], { act: 'asked', purpose: 'own-treatment' });
});

t.test('erasing leaves nothing, correcting replaces, and time deletes', async (t) => {
  const scope = 'ZZERASEME';
  const person = await keep({ scope });
  await people.record(
    practitionerEntry.parse({
      name: person.practitioner,
      certificateNumber: person.certificateNumber,
      kind: 'registered',
      status: 'revoked',
      scope,
      sites: [{ id: hospital, main: true }],
      seen: { authority: '编造', url: 'https://example.org/', on: '2026-11-02' },
    }),
    [{ institution: hospital, main: true }],
    TODAY,
  );
  t.match(await check({ name: HOSPITAL, practitioner: person.practitioner }), { result: 'not-met' });
  t.equal(await people.erase({ name: person.practitioner }, hospital, 'request', TODAY), 1);
  t.match(await check({ name: HOSPITAL, practitioner: person.practitioner }), {
    codes: ['practitioner.no-evidence', 'practitioner.check-register'],
  });
  for (const file of privateFiles())
    t.notOk(readFileSync(file).includes(scope), 'not even in the free pages');
  const held = await people.count();
  t.ok(held > 0);
  now = new Date('2028-01-01T00:00:00Z');
  t.equal((await post({ name: HOSPITAL, practitioner: '编造后来者' })).statusCode, 200);
  t.equal(await people.count(), held, 'no question erases anything, whatever the clock says');
  await people.expire(now);
  t.equal(await people.count(), 0, 'after 400 days');
  t.equal((await people.acts(1000)).length, 1, 'the notes of 180 days ago are gone too');
});
