import type { FastifyInstance, FastifyRequest } from 'fastify';
import { openKeys } from '../badge/keys.ts';
import { openSites } from '../badge/sites.ts';
import { createLimiter } from '../plugins/limiter.ts';
import { registerAssets } from './assets.ts';
import { checkPage, checkSheet } from './check.ts';
import { comparePage, compareSheet } from './compare.ts';
import type { SiteDeps } from './deps.ts';
import { homePage, homeSheet } from './home.ts';
import { findHospital, hospitalPage, hospitalSheet } from './hospital.ts';
import { howPage, howSheet } from './how-we-decide.ts';
import type { Html } from './html.ts';
import type { Sheet } from './layout.ts';
import { refusalPage, refusalSheet } from './not-found.ts';
import { openPage, type Page, type Query, sendPage } from './page.ts';
import { partnersPage, partnersSheet } from './partners.ts';
import { reportPage, reportSheet, takeReport } from './report.ts';
import { openReports } from './report-queue.ts';
import { sourcesPage, sourcesSheet } from './sources.ts';
import { takeBadge, verifyBadgePage, verifyBadgeSheet } from './verify-badge.ts';
import { readArrival } from './views/arrival.ts';

const hidden = { schema: { hide: true } } as const;
const REPORTS_A_MINUTE = 5;

type Route = Readonly<{
  path: string;
  sheet: (page: Page) => Sheet;
  body: (page: Page) => Html | Promise<Html>;
}>;

const routes: readonly Route[] = [
  { path: '/', sheet: homeSheet, body: homePage },
  { path: '/check', sheet: checkSheet, body: checkPage },
  { path: '/compare', sheet: compareSheet, body: comparePage },
  { path: '/sources', sheet: sourcesSheet, body: sourcesPage },
  { path: '/how-we-decide', sheet: howSheet, body: howPage },
  { path: '/partners', sheet: partnersSheet, body: partnersPage },
  { path: '/report', sheet: reportSheet, body: reportPage },
  { path: '/verify-badge', sheet: verifyBadgeSheet, body: verifyBadgePage },
];

type WithId = Readonly<{ Params: { id: string } }>;

const registerHospital = (app: FastifyInstance, deps: SiteDeps): void => {
  const sites = openSites(deps.config.data, deps.clock);
  app.get<WithId>('/hospitals/:id', hidden, async (request, reply) => {
    const page = openPage(deps, request);
    const found = await findHospital(page, request.params.id);
    if (found === null)
      return sendPage(request, reply, page, refusalSheet(page, 404), refusalPage(page, 404), 404);
    if ('merged' in found)
      return reply.redirect(page.to(`/hospitals/${encodeURIComponent(found.merged)}`), 308);
    return sendPage(
      request,
      reply,
      page,
      hospitalSheet(page, found),
      hospitalPage(page, found, await readArrival(page, sites)),
    );
  });
};

type WithForm = Readonly<{ Body: Query }>;

/** The two forms that are sent read form bodies, in a scope of their own: nothing else of the service does. */
const registerForms = (app: FastifyInstance, deps: SiteDeps): void => {
  const queue = openReports(deps.config.data);
  const keys = openKeys(deps.config.data, deps.clock);
  const limiter = createLimiter(REPORTS_A_MINUTE);
  app.register(async (scope) => {
    const type = 'application/x-www-form-urlencoded';
    const parser = { parseAs: 'string', bodyLimit: 32_768 } as const;
    scope.addContentTypeParser(type, parser, async (_request: FastifyRequest, body: string) =>
      Object.fromEntries(new URLSearchParams(body)),
    );
    scope.post<WithForm>('/report', hidden, async (request, reply) => {
      const page = openPage(deps, request);
      const mayWrite = limiter.count(request.ip, page.now.getTime()).left >= 0;
      const { status, body } = await takeReport(page, request.body ?? {}, queue, mayWrite);
      return sendPage(request, reply, page, reportSheet(page), body, status);
    });
    scope.post<WithForm>('/verify-badge', hidden, async (request, reply) => {
      const page = openPage(deps, request);
      const body = await takeBadge(page, request.body ?? {}, keys);
      return sendPage(request, reply, page, verifyBadgeSheet(page), body);
    });
  });
};

/** The patient's pages and the files they use. */
export const registerPages = (app: FastifyInstance, deps: SiteDeps): void => {
  registerAssets(app);
  registerHospital(app, deps);
  registerForms(app, deps);
  for (const { path, sheet, body } of routes)
    app.get(path, hidden, async (request, reply) => {
      const page = openPage(deps, request);
      return sendPage(request, reply, page, sheet(page), await body(page));
    });
};
