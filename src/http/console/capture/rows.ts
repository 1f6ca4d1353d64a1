import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { mayAs } from '../../../../schema/operator-role.ts';
import { LicetError } from '../../../errors.ts';
import { actOf } from '../../operator/require-role.ts';
import { createPage, type Page, queryValue } from '../../pages/page.ts';
import type { ConsoleDeps } from '../deps.ts';
import { sendConsole } from '../frame.ts';
import { registerOf } from './capture.ts';
import { rowsBody, rowsPath, withdrawBody } from './rows-page.ts';

const clerk = { schema: { hide: true }, config: { role: 'clerk' } } as const;
const reviewer = { schema: { hide: true }, config: { role: 'reviewer' } } as const;
/** Rows on one page. */
const SHOWN = 50;
const asked = z.object({
  q: z.string().trim().max(100).catch(''),
  from: z.coerce.number().int().min(0).max(1e7).catch(0),
});
const withdrawal = z.object({ key: z.string().min(1).max(300), because: z.string().trim().max(600) });

const sendRows =
  (deps: ConsoleDeps) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const form = await registerOf(deps, request);
    const page = createPage(deps, request);
    const { q, from } = asked.parse(request.query ?? {});
    const act = actOf(deps, request, 'rows.look', form.source);
    const order = { source: form.source, containing: q, offset: from, limit: SHOWN + 1 };
    const rows = await deps.worker.run('rowsOnRecord', { act, ...order });
    const { operator } = request;
    const withdrawn = await deps.worker.run('withdrawals', { act, source: form.source, limit: SHOWN });
    const body = rowsBody(page, form, {
      withdrawn,
      rows: rows.slice(0, SHOWN),
      q,
      next: rows.length > SHOWN ? from + SHOWN : null,
      mayWithdraw: operator !== null && mayAs(operator.role, 'reviewer'),
    });
    return sendConsole(reply, page, operator, page.say('capture-rows.on-record'), body);
  };

/** Shows the row with the answers that change by taking it back; `problem`: what kept it from being done. */
const sendRow = async (
  deps: ConsoleDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  { key, problem }: Readonly<{ key: string; problem: string | null }>,
): Promise<FastifyReply> => {
  const form = await registerOf(deps, request);
  const page = createPage(deps, request);
  const act = actOf(deps, request, 'withdraw.dry-run', `${form.source} ${key}`);
  const order = { source: form.source, key, because: '', dryRun: true };
  const looked = await deps.worker.run('withdraw', { act, ...order });
  const body = withdrawBody(page, form, looked, problem);
  const status = problem === null ? 200 : 422;
  return sendConsole(reply, page, request.operator, page.say('capture-rows.withdraw'), body, status);
};

const withdraw =
  (deps: ConsoleDeps) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const form = await registerOf(deps, request);
    const page = createPage(deps, request);
    const given = withdrawal.safeParse(request.body);
    if (!given.success) throw new LicetError('LICET_BAD_REQUEST');
    const { key, because } = given.data;
    if (because.length < 3)
      return sendRow(deps, request, reply, { key, problem: page.say('capture-rows.why-missing') });
    const act = actOf(deps, request, 'withdraw', `${form.source} ${key}`);
    const order = { source: form.source, key, because, dryRun: false };
    const { pending, withdrawn } = await deps.worker.run('withdraw', { act, ...order });
    if (withdrawn) await deps.moved();
    const done = pending === null ? 'withdrawn' : 'waits';
    return reply.redirect(page.to(rowsPath(form.source), { done }), 303);
  };

/** `/console/captures/<source>/rows`: what stands on record of a register, and taking back what was never right. */
export const registerCapturedRowPages = (app: FastifyInstance, deps: ConsoleDeps): void => {
  app.get('/console/captures/:source/rows', clerk, sendRows(deps));
  app.get('/console/captures/:source/withdraw', reviewer, (request, reply) => {
    const key = queryValue((request.query ?? {}) as Page['query'], 'key') ?? '';
    return sendRow(deps, request, reply, { key, problem: null });
  });
  app.post('/console/captures/:source/withdraw', reviewer, withdraw(deps));
};
