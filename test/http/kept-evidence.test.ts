import { createHash } from 'node:crypto';
import t from 'tap';
import { type Evidence, type Verdict, verdictSchema } from '../../schema/verdict.ts';
import { openWhole } from '../support/app.ts';

const service = await openWhole();
const { app } = service;
t.teardown(service.close);

const get = (url: string) => app.inject({ url });
const verify = (query: Record<string, string>) => `/v1/verify?${new URLSearchParams(query)}`;
const hospital = '上海交通大学医学院附属瑞金医院';

const evidenceOf = ({ checks }: Verdict): Evidence[] => checks.flatMap(({ evidence }) => evidence);

t.test('every piece of evidence walks back to a kept row, and to bytes with its hash', async (t) => {
  const questions = [
    { name: hospital, claim: 'jci,grade:3A', service: 'G06' },
    { name: '北京协和医院', service: 'art.ivf' },
    { name: '北京协和医院', service: 'art.ivf', asOf: '2025-09-01' },
    { name: 'Huashan Hospital', claim: 'jci' },
    { name: hospital, service: 'surrogacy' },
    { name: hospital, service: 'car-t' },
  ];
  const seen = new Map<string, Evidence>();
  for (const question of questions) {
    const verdict = verdictSchema.parse((await get(verify(question))).json());
    for (const one of evidenceOf(verdict)) seen.set(one.url, one);
  }
  t.ok(seen.size > 4, `${seen.size} pieces of evidence`);
  for (const [url, { sha256, row, source }] of seen) {
    const shown = (await get(url)).json();
    t.equal(shown.snapshot?.sha256, sha256, url);
    t.equal(shown.source.id, source);
    t.equal(shown.row, row === 0 ? null : row);
    const bytes = await service.archive.get(sha256);
    t.equal(
      createHash('sha256')
        .update(bytes ?? '')
        .digest('hex'),
      sha256,
    );
    if (row !== 0) t.ok(shown.words !== null || shown.wordsWithheld !== null, url);
    const served = await get(`/v1/evidence/${sha256}/bytes`);
    if (shown.bytesUrl === null) t.match(served.json(), { code: 'LICET_RIGHTS_FORBID', status: 403 });
    else t.equal(createHash('sha256').update(served.rawPayload).digest('hex'), sha256);
  }
});

t.test(
  'kept bytes are handed out exactly where their rights allow it, and never run in our name',
  async (t) => {
    const { sources } = (await get('/v1/sources')).json();
    const rights = new Set<string>();
    t.ok(
      sources.some(({ how }: { how: string }) => how !== 'bundled'),
      'sources never read are shown too',
    );
    for (const { id, rights: of, state, lastRun, rows } of sources) {
      const [edition] = (await get(`/v1/sources/${id}`)).json().editions;
      if (edition === undefined) {
        t.strictSame({ state, lastRun, rows }, { state: 'unavailable', lastRun: null, rows: null }, id);
        continue;
      }
      const response = await get(`/v1/evidence/${edition.snapshots[0]}/bytes`);
      rights.add(of.redistribute);
      t.equal(response.statusCode, of.redistribute === 'bytes' ? 200 : 403, id);
      if (response.statusCode === 200) {
        t.match(response.headers['content-disposition'], /^attachment/);
        t.match(response.headers['content-security-policy'], /sandbox/);
        t.equal(response.headers.etag, `"${edition.snapshots[0]}"`);
      } else t.match(response.json().detail, /https?:/);
    }
    t.ok(rights.size >= 1);
  },
);
