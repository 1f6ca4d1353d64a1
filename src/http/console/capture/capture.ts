import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { mayAs } from '../../../../schema/operator-role.ts';
import { LicetError } from '../../../errors.ts';
import type { CaptureForm } from '../../../harvest/capture/capture-form.ts';
import type { CaptureAnswer, CaptureOrder } from '../../operator/jobs.ts';
import { actOf } from '../../operator/require-role.ts';
import { createPage, type Page, queryValue } from '../../pages/page.ts';
import type { ConsoleDeps } from '../deps.ts';
import { sendConsole } from '../frame.ts';
import { type Checked, checkBody } from './check-page.ts';
import { lookBody } from './look-page.ts';
import { readPageForm } from './read-form.ts';
import { becauseIn, markOf } from './shown.ts';

const options = { schema: { hide: true }, config: { role: 'clerk' } } as const;
const params = z.object({ source: z.string().max(100) });
const recordForm = z.record(z.string(), z.string().max(5_000));

/** The register of an address that takes captures. Throws LICET_UNKNOWN_SOURCE for none. */
export const registerOf = async (deps: ConsoleDeps, request: FastifyRequest): Promise<CaptureForm> => {
  const given = params.safeParse(request.params);
  if (!given.success) throw new LicetError('LICET_UNKNOWN_SOURCE');
  const { source } = given.data;
  const found = (await deps.captureForms()).find((one) => one.source === source && one.closed === null);
  if (found === undefined) throw new LicetError('LICET_UNKNOWN_SOURCE');
  return found;
};

/** What is checked and recorded alike: one row, its page, one date. */
const orderOf = (
  source: string,
  fields: Readonly<Record<string, string>>,
  lookedOn: string,
): CaptureOrder => ({
  source,
  rows: [{ fields, asOf: '' }],
  bulk: null,
  page: null,
  asOf: '',
  lookedOn,
  because: null,
  dryRun: true,
  partial: false,
});

const sendLook = async (
  deps: ConsoleDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  of: string,
  problem: string | null,
): Promise<FastifyReply> => {
  const page = createPage(deps, request);
  const register = await registerOf(deps, request);
  const dossier = of === '' ? null : ((await page.reader.dossier(of)) ?? null);
  const title = dossier?.title[page.lang] ?? dossier?.title.zh ?? register.title[page.lang];
  const body = lookBody(page, register, dossier, problem);
  return sendConsole(reply, page, request.operator, title, body, problem === null ? 200 : 422);
};

const sendCheck = async (
  reply: FastifyReply,
  request: FastifyRequest,
  page: Page,
  checked: Omit<Checked, 'mark' | 'mayInsist' | 'sought'>,
): Promise<FastifyReply> => {
  const { institution } = checked;
  const sought = institution === '' ? null : ((await page.reader.dossier(institution)) ?? null);
  const mark = markOf({ ...checked, page: checked.answer.proof?.sha256 ?? '' });
  const body = checkBody(page, {
    ...checked,
    sought,
    mark,
    mayInsist: mayAs(request.operator?.role ?? 'clerk', 'reviewer'),
  });
  return sendConsole(reply, page, request.operator, page.say('capture.check'), body);
};

/** The fields as they stand after a page was read: what it shows without contradiction, the rest empty. */
const readFields = (form: CaptureForm, answer: CaptureAnswer): Readonly<Record<string, string>> => {
  const read = answer.rows[0]?.read ?? [];
  return Object.fromEntries(
    form.fields.map(({ column }) => [column, read.find((one) => one.column === column)?.value ?? '']),
  );
};

/** What was refused about what was sent, in one sentence that names no field of the interface; anything else is thrown on. */
export const problemOf = (cause: unknown): string => {
  if (!(cause instanceof LicetError && cause.code === 'LICET_CAPTURE_REFUSED')) throw cause;
  return cause.message.replace(/^\/(page|file) (?=is |takes )/, 'the $1 ').replace(/^\/(?:page|file) /, '');
};

/** What a picture seems to show is checked like what is typed, so that the person sees at once what it would change. */
const withProposed = async (
  deps: ConsoleDeps,
  request: FastifyRequest,
  answer: CaptureAnswer,
  order: CaptureOrder,
): Promise<CaptureAnswer> => {
  const read = answer.rows[0]?.read ?? [];
  if (!read.some(({ state }) => state === 'proposed')) return answer;
  const act = actOf(deps, request, 'capture.dry-run', order.source);
  const checked = await deps.worker.run('capture', { act, ...order });
  return { ...checked, rows: checked.rows.map((row) => ({ ...row, read })) };
};

/** What a clerk saved is read, kept for the next step, and shown with what it would change. */
const readPage =
  (deps: ConsoleDeps) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const form = await registerOf(deps, request);
    const page = createPage(deps, request);
    const { page: upload, lookedOn, institution } = await readPageForm(request);
    if (upload === null) return sendLook(deps, request, reply, institution, page.say('capture.nothing-sent'));
    const act = actOf(deps, request, 'capture.read', form.source);
    const order = { ...orderOf(form.source, {}, lookedOn), page: upload, read: true, keepPage: true };
    const answer = await deps.worker.run('capture', { act, ...order }).catch(problemOf);
    if (typeof answer === 'string') return sendLook(deps, request, reply, institution, answer);
    const { file } = upload;
    const fields = readFields(form, answer);
    const shown = await withProposed(deps, request, answer, {
      ...orderOf(form.source, fields, lookedOn),
      kept: { sha256: answer.proof?.sha256 ?? '', file },
    });
    const because = '';
    return sendCheck(reply, request, page, {
      form,
      answer: shown,
      fields,
      lookedOn,
      file,
      institution,
      because,
    });
  };

const fieldsIn = (
  form: CaptureForm,
  body: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(form.fields.map(({ column }) => [column, (body[`f:${column}`] ?? '').trim()]));

/** What a clerk confirms is recorded; what was altered since it was shown is shown again, with what it changes. */
const record =
  (deps: ConsoleDeps) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const form = await registerOf(deps, request);
    const page = createPage(deps, request);
    const given = recordForm.safeParse(request.body);
    if (!given.success) throw new LicetError('LICET_BAD_REQUEST');
    const body = given.data;
    const { lookedOn = '', file = '', of: institution = '' } = body;
    const fields = fieldsIn(form, body);
    const kept = body.page === undefined || body.page === '' ? null : { sha256: body.page, file };
    const because = becauseIn(request, body.because);
    const order = { ...orderOf(form.source, fields, lookedOn), kept, because: because || null };
    const mark = markOf({ fields, lookedOn, page: body.page ?? '', file, because });
    if (body.do === 'record' && body.mark === mark) {
      const act = actOf(deps, request, 'capture.record', form.source);
      const done = await deps.worker.run('capture', { act, ...order, dryRun: false }).catch(problemOf);
      if (typeof done !== 'string') {
        if (done.recorded) await deps.moved();
        const to = page.to('/console/captures', { done: done.pending === null ? 'recorded' : 'waits' });
        return reply.redirect(to, 303);
      }
    }
    const act = actOf(deps, request, 'capture.dry-run', form.source);
    const answer = await deps.worker.run('capture', { act, ...order });
    return sendCheck(reply, request, page, { form, answer, fields, lookedOn, file, institution, because });
  };

/** The pages for one hospital at one register: where to look, what was read, one yes. */
export const registerCapturePages = (app: FastifyInstance, deps: ConsoleDeps): void => {
  app.get('/console/captures/:source', options, (request, reply) => {
    const of = queryValue((request.query ?? {}) as Page['query'], 'of') ?? '';
    return sendLook(deps, request, reply, of, null);
  });
  app.post('/console/captures/:source', options, readPage(deps));
  app.post('/console/captures/:source/record', options, record(deps));
};
