import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { sha256 } from '../../../../schema/base.ts';
import { LicetError } from '../../../errors.ts';
import { MOST_BULK_BYTES } from '../../../harvest/capture/bulk-file.ts';
import { canonicalJson } from '../../../text/canonical-json.ts';
import type { CaptureAnswer, CaptureOrder } from '../../operator/jobs.ts';
import { actOf } from '../../operator/require-role.ts';
import { createPage } from '../../pages/page.ts';
import { readForm } from '../../pages/read-form.ts';
import type { ConsoleDeps } from '../deps.ts';
import { sendConsole } from '../frame.ts';
import { bulkForm } from './bulk-form.ts';
import { bulkPreview } from './bulk-preview.ts';
import { problemOf, registerOf } from './capture.ts';

const options = { schema: { hide: true }, config: { role: 'clerk' } } as const;
const AT = '/console/captures/:source';
const LIMITS = { file: MOST_BULK_BYTES, field: 1_000, fields: 2 } as const;
const recordForm = z.object({
  sha256,
  file: z.string().max(200),
  lookedOn: z.string().max(40),
  mark: z.string().max(100),
});

/**
 * Marks what was shown: the file, the day, which rows are good, what they change, and which answers become others. A hospital that is not on
 * record yet is known by its name, since its id may be another one next time.
 */
const markOf = ({ rows, answers }: CaptureAnswer, file: string, lookedOn: string): string => {
  const shown = rows.map(({ row, state, key, changes }) => ({ row, state, key, changes }));
  const told = answers.map(({ title, service, before, after }) =>
    canonicalJson({ title: title.zh, service, before, after }),
  );
  return createHash('sha256')
    .update(canonicalJson({ file, lookedOn, shown, told: told.sort() }))
    .digest('hex');
};

const orderOf = (source: string, lookedOn: string): CaptureOrder => ({
  source,
  rows: [],
  bulk: null,
  page: null,
  asOf: '',
  lookedOn,
  because: null,
  dryRun: true,
  partial: true,
  keepBulk: true,
});

const sendFile = async (
  deps: ConsoleDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  problem: string | null = null,
): Promise<FastifyReply> => {
  const page = createPage(deps, request);
  const body = bulkForm(page, await registerOf(deps, request), problem);
  const status = problem === null ? 200 : 422;
  return sendConsole(reply, page, request.operator, page.say('capture-file.by-file'), body, status);
};

const sendPreview = async (
  deps: ConsoleDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  answer: CaptureAnswer,
  { file, lookedOn }: Readonly<{ file: string; lookedOn: string }>,
): Promise<FastifyReply> => {
  const page = createPage(deps, request);
  const mark = markOf(answer, answer.bulk?.sha256 ?? '', lookedOn);
  const body = bulkPreview(page, { form: await registerOf(deps, request), answer, mark, lookedOn, file });
  return sendConsole(reply, page, request.operator, page.say('capture.check'), body);
};

/** What a file holds is shown with what it would change; nothing is recorded, the file is kept for the next step. */
const check =
  (deps: ConsoleDeps) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { source } = await registerOf(deps, request);
    const page = createPage(deps, request);
    const { fields, file } = await readForm(request, LIMITS);
    const { lookedOn = '' } = fields;
    if (file === null) return sendFile(deps, request, reply, page.say('capture-file.nothing-sent'));
    const act = actOf(deps, request, 'capture.dry-run', source);
    const bulk = { bytes: new Uint8Array(file.bytes), file: file.name };
    const answer = await deps.worker
      .run('capture', { act, ...orderOf(source, lookedOn), bulk })
      .catch(problemOf);
    if (typeof answer === 'string') return sendFile(deps, request, reply, answer);
    return sendPreview(deps, request, reply, answer, { file: file.name, lookedOn });
  };

/** What was shown is recorded: the good rows, in one transaction. Where it would do something else by now, it is shown anew. */
const record =
  (deps: ConsoleDeps) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { source } = await registerOf(deps, request);
    const page = createPage(deps, request);
    const given = recordForm.safeParse(request.body);
    if (!given.success) throw new LicetError('LICET_BAD_REQUEST');
    const { sha256: hash, file, lookedOn, mark } = given.data;
    const order = { ...orderOf(source, lookedOn), keptBulk: { sha256: hash, file } };
    const look = actOf(deps, request, 'capture.dry-run', source);
    const answer = await deps.worker.run('capture', { act: look, ...order }).catch(problemOf);
    if (typeof answer === 'string') return sendFile(deps, request, reply, answer);
    if (mark !== markOf(answer, hash, lookedOn))
      return sendPreview(deps, request, reply, answer, { file, lookedOn });
    const act = actOf(deps, request, 'capture.record', source);
    const done = await deps.worker.run('capture', { act, ...order, dryRun: false }).catch(problemOf);
    if (typeof done === 'string') return sendFile(deps, request, reply, done);
    if (done.recorded) await deps.moved();
    const to = page.to('/console/captures', { done: done.pending === null ? 'recorded' : 'waits' });
    return reply.redirect(to, 303);
  };

/** `/console/captures/{source}/file`: hundreds of rows of one register by file, its template, what the file would change, one yes. */
export const registerBulkPages = (app: FastifyInstance, deps: ConsoleDeps): void => {
  app.get(`${AT}/file`, options, (request, reply) => sendFile(deps, request, reply));
  app.post(`${AT}/file`, options, check(deps));
  app.post(`${AT}/file/record`, options, record(deps));
  const template = (format: 'csv' | 'xlsx', type: string): void => {
    app.get(`${AT}/template.${format}`, options, async (request, reply) => {
      const { source, fields } = await registerOf(deps, request);
      const { csvTemplate, xlsxTemplate } = await import('../../../harvest/capture/capture-template.ts');
      const body = format === 'csv' ? `\uFEFF${csvTemplate(fields)}` : Buffer.from(xlsxTemplate(fields));
      return reply
        .header('content-disposition', `attachment; filename="${source}.${format}"`)
        .type(type)
        .send(body);
    });
  };
  template('csv', 'text/csv; charset=utf-8');
  template('xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
};
