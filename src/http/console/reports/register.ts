import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mayAs } from '../../../../schema/operator-role.ts';
import { LicetError } from '../../../errors.ts';
import type { KeptReport } from '../../../store/service/error-reports.ts';
import { html } from '../../pages/html.ts';
import { createPage, type Query, queryValue } from '../../pages/page.ts';
import type { ConsoleDeps } from '../deps.ts';
import { sendConsole } from '../frame.ts';
import { onRecord } from '../on-record.ts';
import { MOST_ANSWER, reportTable, reportView } from './report-view.ts';

const options = { schema: { hide: true }, config: { role: 'clerk' } } as const;
/** What is removed is gone for whoever sent it too, so a clerk does not do it alone. */
const removing = { schema: { hide: true }, config: { role: 'reviewer' } } as const;
/** Reports that a page lists of each kind. */
const MOST_LISTED = 200;
const ENDINGS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
};

type WithId = Readonly<{ Params: { id: string }; Body: Query }>;

const find = async (deps: ConsoleDeps, { params }: FastifyRequest<WithId>): Promise<KeptReport> => {
  const found = /^\d{1,12}$/.test(params.id) ? await deps.state().errorReports.find(Number(params.id)) : null;
  if (found === null) throw new LicetError('LICET_UNKNOWN_ADDRESS');
  return found;
};

const registerLooking = (app: FastifyInstance, deps: ConsoleDeps): void => {
  app.get('/console/reports', options, async (request, reply) => {
    const page = createPage(deps, request);
    const { errorReports } = deps.state();
    const waiting = await errorReports.waiting(MOST_LISTED);
    const answered = await errorReports.answered(MOST_LISTED);
    const { say } = page;
    const body = html`<h2>${say('console-reports.waiting')}</h2>${reportTable(page, waiting, say('console-reports.none-waits'))}
${answered.length === 0 ? null : html`<h2>${say('console-reports.answered')}</h2>${reportTable(page, answered, '')}`}`;
    return sendConsole(reply, page, request.operator, say('console-reports.reports'), body);
  });
  app.get<WithId>('/console/reports/:id/file', options, async (request, reply) => {
    const { id } = await find(deps, request);
    const file = await onRecord(deps, request, 'report.file', `report ${id}`, () =>
      deps.state().errorReports.file(id),
    );
    if (file === null) throw new LicetError('LICET_UNKNOWN_ADDRESS');
    return reply
      .header('content-disposition', `attachment; filename="report-${id}.${ENDINGS[file.type] ?? 'bin'}"`)
      .header('content-security-policy', "default-src 'none'; sandbox")
      .type('application/octet-stream')
      .send(Buffer.from(file.bytes));
  });
};

const sendOne = async (
  deps: ConsoleDeps,
  request: FastifyRequest<WithId>,
  reply: FastifyReply,
  wrong: string | null = null,
): Promise<FastifyReply> => {
  const page = createPage(deps, request);
  const report = await find(deps, request);
  const title = page.say('console-reports.report', { number: report.id });
  const status = wrong === null ? 200 : 400;
  const mayRemove = mayAs(request.operator?.role ?? 'clerk', removing.config.role);
  const body = reportView(page, report, mayRemove, wrong);
  return sendConsole(reply, page, request.operator, title, body, status);
};

/** `/console/reports`: what people reported, with what they sent along, and the answer they are given. */
export const registerConsoleReports = (app: FastifyInstance, deps: ConsoleDeps): void => {
  registerLooking(app, deps);
  app.get<WithId>('/console/reports/:id', options, (request, reply) => sendOne(deps, request, reply));
  app.post<WithId>('/console/reports/:id/answer', options, async (request, reply) => {
    const page = createPage(deps, request);
    const { id } = await find(deps, request);
    const text = queryValue(request.body ?? {}, 'answer') ?? '';
    if (text === '') return sendOne(deps, request, reply, page.say('console-reports.answer-empty'));
    if (text.length > MOST_ANSWER)
      return sendOne(deps, request, reply, page.say('report.text-too-long-at', { most: MOST_ANSWER }));
    const answer = { text, at: page.now.toISOString(), by: request.operator?.name ?? '' };
    const done = await onRecord(deps, request, 'report.answer', `report ${id}`, () =>
      deps.state().errorReports.answer(id, answer),
    );
    if (!done) return sendOne(deps, request, reply, page.say('console-reports.answered-already'));
    return reply.redirect(page.to(`/console/reports/${id}`), 303);
  });
  app.post<WithId>('/console/reports/:id/remove', removing, async (request, reply) => {
    const page = createPage(deps, request);
    const { id } = await find(deps, request);
    await onRecord(deps, request, 'report.remove', `report ${id}`, () =>
      deps.state().errorReports.settle([id]),
    );
    return reply.redirect(page.to('/console/reports'), 303);
  });
};
