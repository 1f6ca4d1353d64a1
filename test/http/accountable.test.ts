import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JSONWebKeySet } from 'jose';
import t from 'tap';
import type { Credential } from '../../schema/credential.ts';
import type { SealedReceipt } from '../../schema/receipt.ts';
import { buildApp } from '../../src/app.ts';
import { wordsHash } from '../../src/ask/receipt-rows.ts';
import { checkReceipt } from '../../src/badge/receipt.ts';
import { readConfig } from '../../src/config.ts';
import { openToy, toyRecord, toySource } from '../support/toy-night.ts';

const root = t.testdir();
const toy = await openToy(root);
const BASE = 'https://licet.example';
const config = {
  ...readConfig({ LICET_DATA: root, LICET_LOG: 'silent', LICET_BASE_URL: BASE }),
  rateLimit: 0,
};
const now = new Date('2026-02-01T09:00:00Z');
const app = await buildApp({ store: toy.store, archive: toy.archive, config, clock: () => now });
t.teardown(async () => {
  await app.close();
  await toy.store.close();
});

const NAME = '编造示例医院';
const place = { province: '上海市', city: '上海市' };
const holds = (credential: Pick<Credential, 'gate' | 'code' | 'status'>) => ({
  credentials: [{ ...credential, scope: { kind: 'institution' as const } }],
});
const first = [
  toyRecord(NAME, place, {
    key: 'a',
    ...holds({ gate: 'restricted-technology', code: 'G04', status: 'filed' }),
  }),
  toyRecord('编造第二医院', place, {
    key: 'b',
    ...holds({ gate: 'grade', code: 'grade:3A', status: 'listed' }),
  }),
];
const second = [
  toyRecord(NAME, place, {
    key: 'a',
    ...holds({ gate: 'restricted-technology', code: 'G04', status: 'cancelled' }),
  }),
  toyRecord('编造第二医院', place, {
    key: 'b',
    ...holds({ gate: 'grade', code: 'grade:2A', status: 'listed' }),
  }),
];
await toy.night([
  toySource(root, first, { id: 'cn-toyville-one', asOf: '2026-01-31' }),
  toySource(root, second, { id: 'cn-toyville-two', asOf: '2025-12-31' }),
]);
await toy.store.refresh();

t.test('where two sources disagree both are shown, with the rule that decided', async (t) => {
  const answer = (await app.inject('/v1/contradictions')).json();
  t.equal(answer.next, null);
  const found = answer.contradictions.sort((a: { kind: string }, b: { kind: string }) =>
    a.kind < b.kind ? -1 : 1,
  );
  t.match(found, [
    {
      kind: 'credential',
      about: 'G04',
      institution: { name: { zh: NAME } },
      statements: [
        { says: 'filed', evidence: { source: 'cn-toyville-one', asOf: '2026-01-31' } },
        { says: 'cancelled', evidence: { source: 'cn-toyville-two', asOf: '2025-12-31' } },
      ],
    },
    { kind: 'grade', about: 'grade:2A / grade:3A', rule: 'grade' },
  ]);
  t.equal(found.length, 2);
  t.ok(found[0].why.en && found[0].why.zh);
});

t.test('contradictions come in pages, each once', async (t) => {
  const names: string[] = [];
  let after: string | null = '';
  while (after !== null) {
    const answer: { contradictions: { about: string }[]; next: string | null } = (
      await app.inject(`/v1/contradictions?limit=1&after=${after}`)
    ).json();
    names.push(...answer.contradictions.map(({ about }) => about));
    after = answer.next;
  }
  t.strictSame(names.sort(), ['G04', 'grade:2A / grade:3A']);
  t.equal((await app.inject('/v1/contradictions?limit=0')).statusCode, 400);
});

const receiptOf = async (payload: object) => app.inject({ method: 'POST', url: '/v1/receipts', payload });

t.test('a receipt holds the answer and the fingerprints of its rows, and is checked offline', async (t) => {
  const sealed = (await receiptOf({ name: NAME, service: 'G04' })).json<SealedReceipt>();
  const keys = (await app.inject('/v1/receipts/keys')).json<JSONWebKeySet>();
  t.match(await checkReceipt(sealed, keys), { fault: null, receipt: sealed.receipt });
  const verify = await app.inject({
    method: 'POST',
    url: '/v1/verify',
    payload: { name: NAME, service: 'G04' },
  });
  t.same(sealed.receipt.verdict, verify.json(), 'the very answer of /v1/verify');
  t.ok(sealed.receipt.rows.length > 0);
  for (const { page, row, words } of sealed.receipt.rows.filter((one) => one.row > 0)) {
    const kept = await toy.store.reader().keptRow(page, row);
    t.equal(words, wordsHash(kept?.raw ?? {}));
    t.ok(await toy.archive.get(page), 'the page is kept');
  }
});

t.test('a receipt that was altered, resealed or is none is told apart', async (t) => {
  const sealed = (await receiptOf({ name: NAME, service: 'G04' })).json<SealedReceipt>();
  const keys = (await app.inject('/v1/receipts/keys')).json<JSONWebKeySet>();
  const verdict = { ...sealed.receipt.verdict, outcome: 'confirmed' as const };
  const altered = { ...sealed, receipt: { ...sealed.receipt, verdict } };
  t.match(await checkReceipt(altered, keys), { fault: 'altered' });
  t.match(await checkReceipt({ ...sealed, seal: 'e30..AAAA' }, keys), { fault: /altered|unknown-key/ });
  t.match(await checkReceipt(sealed, { keys: [] }), { fault: 'unknown-key' });
  for (const none of [null, {}, [], 'x', { receipt: 1, seal: '' }])
    t.match(await checkReceipt(none, keys), { fault: 'not-a-receipt' });
  const none = sealed.seal.replace(/^[^.]+/, Buffer.from('{"alg":"none"}').toString('base64url'));
  t.not((await checkReceipt({ ...sealed, seal: none }, keys)).fault, null, 'no algorithm is no seal');
  writeFileSync(join(root, 'receipt.json'), JSON.stringify(sealed));
});

t.test('no receipt is given about a person or for the past', async (t) => {
  for (const more of [
    { practitioner: '编造医师', purpose: 'referral' },
    { generation: 1 },
    { certificateNumber: '110999999000001' },
  ])
    t.equal((await receiptOf({ name: NAME, ...more })).statusCode, 400);
});
