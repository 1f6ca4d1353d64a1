import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { crc32 } from 'node:zlib';
import type { Test } from 'tap';
import type { Verdict } from '../../schema/verdict.ts';
import { buildApp } from '../../src/app.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { loadCatalogue } from '../../src/harvest/catalogue.ts';
import { openFolder, type Registry } from '../../src/jobs/data-folder.ts';
import { runNight } from '../../src/jobs/night.ts';
import { LIMITS, openOperatorWorker } from '../../src/jobs/operator/worker-client.ts';
import { runHere } from '../cli/run-licet.ts';
import { capturedSource } from './captured-source.ts';
import type { madeUpNumbers } from './made-up.ts';
import { operatorsHere } from './operators-here.ts';
import { toyRecord } from './toy-night.ts';

export const TODAY = new Date('2026-11-21T08:00:00Z');
export const ID = 'cn-toyville-register';
export const NAME = 'Made-up Operator';

type Sent = Readonly<{
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  payload?: string | Buffer;
  url: string;
}>;

/** A form as a browser or curl sends it. */
export const formOf = async (
  parts: Readonly<Record<string, string | readonly [Uint8Array | string, string]>>,
) => {
  const form = new FormData();
  for (const [name, part] of Object.entries(parts))
    if (typeof part === 'string') form.set(name, part);
    else form.set(name, new Blob([typeof part[0] === 'string' ? part[0] : new Uint8Array(part[0])]), part[1]);
  const sent = new Response(form);
  const headers = { 'content-type': sent.headers.get('content-type') ?? '' };
  return { method: 'POST' as const, headers, payload: Buffer.from(await sent.arrayBuffer()) };
};

const chunk = (kind: string, body: Buffer): Buffer => {
  const data = Buffer.concat([Buffer.from(kind, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(data));
  return Buffer.concat([length, data, sum]);
};

/** A picture of one pixel that holds no picture data: whole by its chunks. */
export const png = (): Buffer =>
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
    chunk('IEND', Buffer.alloc(0)),
  ]);

/**
 * The service on an empty registry and a made-up captured register, with one operator whose token it knows. `openOperators`: what does the
 * jobs of operators, in the thread of the test where nothing is said.
 */
export const openApi = async (
  t: Pick<Test, 'testdir' | 'teardown'>,
  over: Partial<Config> = {},
  openOperators: typeof openOperatorWorker = operatorsHere,
) => {
  const data = t.testdir();
  const catalogue = join(data, 'scrapers');
  capturedSource(catalogue);
  const licet = (...args: string[]) => runHere(data, args, { catalogue }, () => TODAY);
  const registry = await openFolder(data);
  const shown = await licet('operator', 'add', NAME, '--role', 'reviewer', '--json');
  const { token } = JSON.parse(shown.out) as { token: string };
  let log = '';
  const stream = new Writable({
    write: (line, _encoding, done) => {
      log += String(line);
      done();
    },
  });
  const config = { ...readConfig({ LICET_DATA: data }), rateLimit: 0, ...over };
  const app = await buildApp({
    ...registry,
    config,
    clock: () => TODAY,
    log: stream,
    catalogue,
    openOperators,
  });
  t.teardown(async () => {
    await app.close();
    await registry.close();
  });
  const send = ({ headers = {}, ...sent }: Sent, authorization = `Bearer ${token}`) =>
    app.inject({ ...sent, headers: { authorization, ...headers } });
  const json = (body: unknown) => ({
    method: 'POST' as const,
    headers: { 'content-type': 'application/json' },
    payload: JSON.stringify(body),
  });
  const post = (query: string, sent: Omit<Sent, 'url'>, source = ID) =>
    send({ ...sent, url: `/v1/operator/captures/${source}${query}` });
  const verify = async (number: string): Promise<Verdict> =>
    (await app.inject(`/v1/verify?licenceNumber=${number}`)).json<Verdict>();
  return { data, catalogue, registry, app, token, licet, send, json, post, verify, log: () => log };
};

/** The rows of a table of refused requests, cell by cell. */
export const requestRows = (file: string): readonly (readonly string[])[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => /LICET_/.test(line))
    .map((line) =>
      line
        .replaceAll('\\|', '\u0000')
        .split(' | ')
        .map((cell) => cell.replace(/^\| | ?\|$/g, '').trim()),
    );

/** A cell without its back quotes. */
export const bareCell = (cell = ''): string => cell.replace(/^`|`$/g, '');

/** A night in which a made-up list of so many rows comes from outside. */
export const listNight = async (
  { catalogue, registry }: Readonly<{ catalogue: string; registry: Registry }>,
  id: string,
  rows: number,
) => {
  const records = Array.from({ length: rows }, (_, at) =>
    toyRecord(`编造第${at}示例医院`, {}, { row: at + 1 }),
  );
  const body = new TextEncoder().encode(JSON.stringify(records));
  const way = {
    url: 'https://example.org/list',
    transport: 'https',
    contentType: 'application/json',
  } as const;
  const obtain = async () => ({ state: 'obtained', body, ...way }) as const;
  const sources = await loadCatalogue(catalogue);
  return runNight({ ...registry, sources, only: [id], now: TODAY, obtain });
};

type Numbers = ReturnType<typeof madeUpNumbers>;

export const AS_OF = '2026-11-20';
/** A row as a person types it. */
export const row = ({ licence, uscc }: Numbers, name = '编造示例医院') => ({
  登记号: licence,
  机构名称: name,
  统一社会信用代码: uscc,
  地址: '上海市长宁区编造路1号',
  有效期至: '2028年6月30日',
});
/** The page such a row is read off. */
export const saved = ({ licence, uscc }: Numbers) =>
  `<html><table><tr><td>登记号</td><td>${licence}</td></tr><tr><td>代码</td><td>${uscc}</td></tr>
   <tr><td>编造示例医院</td><td>有效期至 2028.6.30</td></tr></table><p>数据截止 2026年11月20日</p></html>`;
/** The JSON of a capture. */
export const typed = (of: Numbers, more: object = {}) =>
  JSON.stringify({ fields: row(of), asOf: AS_OF, ...more });

/** A look at a long file by a thread that is given no time for it. */
export const hurried = async ({ data, catalogue }: Readonly<{ data: string; catalogue: string }>) => {
  const limits = { ...LIMITS, lookMs: 1, writeMs: 1 };
  const worker = openOperatorWorker({ data, catalogue, releaseLease: async () => undefined, limits });
  const act = {
    at: TODAY.toISOString(),
    operator: NAME,
    act: 'captures.look',
    about: '',
    request: 'made-up',
  };
  const bulk = { bytes: Buffer.from(`登记号\n${'1\n'.repeat(1900)}`), file: 'rows.csv' };
  const order = { rows: [], bulk, page: null, asOf: '', because: null, dryRun: true, partial: false };
  return worker.run('capture', { act, source: ID, ...order }).finally(() => worker.close());
};
