import { Readable } from 'node:stream';
import { setImmediate as breathe } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { readAbout, readBasis, unpackResults, unpackRows } from '../../batch/kept.ts';
import type { AnsweredList, AnsweredRow, ResultFormat } from '../../batch/write/answered.ts';
import { charsetOf } from '../../batch/write/text-writing.ts';
import { rowObject } from '../../batch/write/write-json.ts';
import { listBytes } from '../../batch/write/write-list.ts';
import type { BatchStore, KeptBatch, KeptPart } from '../../store/service/batches.ts';
import { linkNext } from '../next-link.ts';
import type { BatchRouteDeps } from './deps.ts';
import {
  batchParams,
  batchResultShape,
  batchRowsShape,
  listOperation,
  resultQuery,
  rowsQuery,
} from './shapes.ts';
import { batchOf, shownBatch } from './show.ts';

const contentTypes: Readonly<Record<ResultFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
};

/** The rows of a part with what was added to each. */
export const answeredRows = ({ given, result }: KeptPart): readonly AnsweredRow[] => {
  const results = result === null ? [] : unpackResults(result);
  return unpackRows(given).map((row, at) => ({ row, result: results[at] ?? null }));
};

type Parts = Pick<BatchStore, 'part'>;

/** All parts of a list in order; between two of them other requests are answered. */
async function* partsOf(batches: Parts, id: string): AsyncGenerator<readonly AnsweredRow[]> {
  for (let at = 0; ; at += 1) {
    const part = await batches.part(id, at);
    if (part === null) return;
    yield answeredRows(part);
    await breathe();
  }
}

const answeredList = (batches: Parts, { id, about, basis }: KeptBatch): AnsweredList => {
  const { lang, ...list } = readAbout(about);
  const { generation = null, asOf = null, policyVersion = '' } = readBasis(basis) ?? {};
  return { list, lang, generation, asOf, policyVersion, parts: partsOf(batches, id) };
};

/** Answered rows from `after` on, at most `limit`, without a gap. */
const answeredFrom = async (batches: BatchStore, id: string, after: number, limit: number) => {
  const found: AnsweredRow[] = [];
  for (let at = await batches.partOfRow(id, after); at !== null && found.length < limit; at += 1) {
    const part = await batches.part(id, at);
    if (part === null || part.result === null) break;
    found.push(...answeredRows(part).slice(Math.max(0, after - part.firstRow)));
  }
  return found.slice(0, limit);
};

const registerRows = (app: FastifyInstance, deps: BatchRouteDeps): void => {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const schema = listOperation(
    {
      id: 'batchRows',
      summary: 'The rows of a list that are answered so far, in order and without a gap',
      description:
        '`Link: rel="next"` and `next` lead to the rows that follow; ask again while the list is running.',
    },
    batchRowsShape,
    { params: batchParams, querystring: rowsQuery },
    [404],
  );
  typed.get('/v1/batches/:id/rows', { schema, config: { scope: 'batch' } }, async (request, reply) => {
    const { after, limit } = request.query;
    const batch = await batchOf(deps, request, request.params.id);
    const { tables } = readAbout(batch.about);
    const rows = await answeredFrom(deps.state().batches, batch.id, after, limit);
    const next = after + rows.length < batch.rows ? after + rows.length : null;
    linkNext(request, reply, 'after', next);
    reply.header('cache-control', 'no-store');
    return reply.send({ rows: rows.map((one) => rowObject(one, tables)), next, batch: shownBatch(batch) });
  });
};

/** What a file may be called in a header: ASCII, and the name as it is beside it (RFC 6266). */
const disposition = (file: string, format: ResultFormat): string => {
  const name = `${file.replace(/\.[A-Za-z]{1,6}$/, '').replace(/[\p{C}"\\/]/gu, '_')}.licet.${format}`;
  const plain = name.replace(/[^\x20-\x7E]/g, '_').replaceAll('%', '_');
  const encoded = encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
};

/** Sends a list with its answers as a file, a part at a time. */
export const sendResult = (
  reply: FastifyReply,
  batches: Parts,
  batch: KeptBatch,
  format: ResultFormat,
): FastifyReply => {
  const answered = answeredList(batches, batch);
  reply.header('content-disposition', disposition(answered.list.file, format));
  const type = format === 'csv' ? `text/csv; charset=${charsetOf(answered.list)}` : contentTypes[format];
  reply.header('cache-control', 'no-store').type(type);
  return reply.send(Readable.from(listBytes(answered, format), { objectMode: false }));
};

/** `GET /v1/batches/{id}/rows` and `…/result`: what is answered so far, and the list as a file. */
export const registerResults = (app: FastifyInstance, deps: BatchRouteDeps): void => {
  registerRows(app, deps);
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const schema = listOperation(
    {
      id: 'batchResult',
      summary: 'The same list with its answers, as a file',
      description: 'Also while it is running: rows that are not answered yet say so. No cell is a formula.',
    },
    { media: Object.values(contentTypes).map((type) => type.replace(/;.*/, '')), json: batchResultShape },
    { params: batchParams, querystring: resultQuery },
    [404],
  );
  typed.get('/v1/batches/:id/result', { schema, config: { scope: 'batch' } }, async (request, reply) => {
    const { format } = request.query;
    const batch = await batchOf(deps, request, request.params.id);
    return sendResult(reply, deps.state().batches, batch, format);
  });
};
