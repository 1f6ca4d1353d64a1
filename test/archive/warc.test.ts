import { gunzipSync } from 'node:zlib';
import t from 'tap';
import type { Snapshot } from '../../schema/snapshot.ts';
import { warcOf } from '../../src/archive/warc.ts';

const page = (how: Snapshot['how']): Snapshot => ({
  sha256: 'a'.repeat(64),
  source: 'cn-made-up-list',
  page: 'list',
  url: 'https://list.example/page',
  retrievedAt: '2026-11-21T04:00:00.000Z',
  contentType: 'text/csv',
  bytes: 7,
  how,
  transport: 'file',
});

const written = async (how: Snapshot['how']): Promise<string> => {
  const archive = { get: async () => Buffer.from('made up') };
  const parts: Uint8Array[] = [];
  const needs = { archive, snapshots: [page(how)], now: new Date('2026-11-28T00:00:00Z'), version: 'test' };
  for await (const part of warcOf(needs)) parts.push(gunzipSync(part));
  return Buffer.concat(parts).toString();
};

t.test('only a page that was fetched bears the address it was fetched from', async (t) => {
  t.match(await written('fetched'), /WARC-Target-URI: https:\/\/list\.example\/page\r/);
  for (const how of ['bundled', 'captured'] as const) {
    const text = await written(how);
    t.match(text, `WARC-Target-URI: urn:licet:${how}:cn-made-up-list:list\r`);
    t.notMatch(text, /WARC-Target-URI: http/, 'it would pass for what the site served');
    t.match(text, /published-at: https:\/\/list\.example\/page/);
  }
});
