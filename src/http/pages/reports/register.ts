import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createLimiter } from '../../plugins/limiter.ts';
import type { SiteDeps } from '../deps.ts';
import { errorMeta, errorPage } from '../error-page.ts';
import { createPage, type Page, sendPage, sendUnkept } from '../page.ts';
import type { LookForProof } from './look-for-proof.ts';
import { MOST_FILE_BYTES, readReport, type SentReport } from './read-report.ts';
import { receiveReport, statusToken } from './receive-report.ts';
import { reportMeta } from './report-form.ts';
import { type Looked, statusPage } from './status-page.ts';

const REPORTS_A_MINUTE = 5;
/** Each look asks a name server and two pages of somebody else. */
const LOOKS_A_MINUTE = 6;
/** A report in a form without a file: each Chinese character is nine bytes there. */
const FORM_BYTES = 32_768;
const hidden = { schema: { hide: true } } as const;

/** `lookForProof` is null where this installation opens no address outside. */
export type ReportDeps = SiteDeps & Readonly<{ lookForProof: LookForProof | null }>;

type WithToken = Readonly<{ Params: { token: string } }>;
type Found = NonNullable<Awaited<ReturnType<ReturnType<SiteDeps['state']>['errorReports']['byStatus']>>>;

const registerStatus = (app: FastifyInstance, deps: ReportDeps): void => {
  const limiter = createLimiter(LOOKS_A_MINUTE);
  const found = async (token: string): Promise<Found | null> => {
    const hash = statusToken.hash(token);
    return hash === null ? null : deps.state().errorReports.byStatus(hash);
  };
  const send = async (
    request: FastifyRequest<WithToken>,
    reply: FastifyReply,
    page: Page,
    looked: Looked,
  ): Promise<FastifyReply> => {
    const report = await found(request.params.token);
    if (report === null) return sendUnkept(reply, page, errorMeta(page, 404), errorPage(page, 404), 404);
    const body = statusPage(page, report, `/report/${request.params.token}`, looked);
    // The address of this page is what tells its reader: no other site may learn it.
    return sendUnkept(reply, page, reportMeta(page), body, 200).header('referrer-policy', 'same-origin');
  };
  app.get<WithToken>('/report/:token', hidden, (request, reply) =>
    send(request, reply, createPage(deps, request), null),
  );
  const look = async (page: Page, report: Found, mayLook: boolean): Promise<Looked> => {
    if (report.site === null || report.site.provenAt !== null) return null;
    if (deps.lookForProof === null) return 'closed';
    const state = mayLook ? await deps.lookForProof(report.site) : 'unreachable';
    if (state === 'proven') await deps.state().errorReports.proveSite(report.id, page.now.toISOString());
    return state;
  };
  app.post<WithToken>('/report/:token/prove', hidden, async (request, reply) => {
    const page = createPage(deps, request);
    const report = await found(request.params.token);
    const mayLook = limiter.count(request.ip, page.now.getTime()).remaining >= 0;
    return send(request, reply, page, report === null ? null : await look(page, report, mayLook));
  });
};

/** Reports with a file that are read at once, 5 MB each at most. */
const MOST_AT_ONCE = 4;

/** Stands for a report whose body was not read. */
const NOTHING_READ: SentReport = { about: '', text: '', site: undefined, correction: false, file: null };

/** Reads reports with files, so many at once and no more; null for one that may not be read now. */
const readFewAtOnce = () => {
  let reading = 0;
  return {
    read: async (request: FastifyRequest, may: boolean): Promise<SentReport | null> => {
      if (!may || reading >= MOST_AT_ONCE) return null;
      reading += 1;
      return readReport(request).finally(() => {
        reading -= 1;
      });
    },
  };
};

/** What people report as wrong: the form is sent here, and its sender reads here what became of it. */
export const registerReports = (app: FastifyInstance, deps: ReportDeps): void => {
  const limiter = createLimiter(REPORTS_A_MINUTE);
  const files = readFewAtOnce();
  app.register(async (scope) => {
    await scope.register(multipart);
    const type = 'application/x-www-form-urlencoded';
    const parser = { parseAs: 'string', bodyLimit: FORM_BYTES } as const;
    scope.addContentTypeParser(type, parser, async (_request: FastifyRequest, body: string) =>
      Object.fromEntries(new URLSearchParams(body)),
    );
    scope.post('/report', { ...hidden, bodyLimit: MOST_FILE_BYTES + 65_536 }, async (request, reply) => {
      const page = createPage(deps, request);
      const mayWrite = limiter.count(request.ip, page.now.getTime()).remaining >= 0;
      const { errorReports } = deps.state();
      // A file is read by few at once, and not at all where it would not be kept: it lies in memory as a whole.
      const sent = request.isMultipart() ? await files.read(request, mayWrite) : await readReport(request);
      const taken = mayWrite && sent !== null;
      const { status, body } = await receiveReport(page, sent ?? NOTHING_READ, errorReports, taken);
      if (sent === null) reply.header('connection', 'close');
      return status === 200
        ? sendUnkept(reply, page, reportMeta(page), body, status)
        : sendPage(request, reply, page, reportMeta(page), body, status);
    });
    registerStatus(scope, deps);
  });
};
