import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Deps } from '../deps.ts';
import { registerAssets } from './assets.ts';
import { registerBadgeCheck } from './badge-check/register.ts';
import { verifyBadgeMeta, verifyBadgePage } from './badge-check/verify-badge.ts';
import { checkMeta, checkPage, movedFromCheck, readCheck } from './check.ts';
import { compareMeta, comparePage } from './compare.ts';
import type { SiteDeps } from './deps.ts';
import { errorMeta, errorPage } from './error-page.ts';
import { evidenceMeta, evidencePage, findEvidence } from './evidence.ts';
import { homeMeta, homePage, movedFromHome } from './home.ts';
import { findHospital, hospitalMeta, hospitalPage } from './hospital.ts';
import { methodMeta, methodPage } from './how-we-decide.ts';
import type { Html } from './html.ts';
import type { PageMeta } from './layout.ts';
import { contactMeta, contactPage } from './legal/contact.ts';
import { privacyMeta, privacyPage } from './legal/privacy.ts';
import { registerSiteFiles } from './legal/site-files.ts';
import { termsMeta, termsPage } from './legal/terms.ts';
import { registerMailPages } from './mail/register.ts';
import { offerMeta, offerPage, receiveOffer } from './offer.ts';
import { createPage, type Page, type Query, sendPage, sendUnkept } from './page.ts';
import { partnersMeta, partnersPage } from './partners.ts';
import { physicianMeta, physicianPage } from './physician/physician.ts';
import { registerPhysicianForm } from './physician/register.ts';
import { RIGHTS_PATH, rightsMeta, rightsPage } from './physician/rights-form.ts';
import { registerRightsForm } from './physician/rights-register.ts';
import { registerPreviews } from './preview/register.ts';
import { type ReportDeps, registerReports } from './reports/register.ts';
import { reportMeta, reportPage } from './reports/report-form.ts';
import { sourcesMeta, sourcesPage } from './sources.ts';
import { treatmentsMeta, treatmentsPage } from './treatments/find-treatment.ts';
import { registerTreatmentPages } from './treatments/register.ts';
import { readBadgeReferral } from './views/badge-referral.ts';

const hidden = { schema: { hide: true } } as const;

type Route = Readonly<{
  path: string;
  meta: (page: Page) => PageMeta;
  body: (page: Page) => Html | Promise<Html>;
  /** The address that this question belongs to, where it is another. */
  moved?: (page: Page) => string | null;
}>;

const routes: readonly Route[] = [
  { path: '/', meta: homeMeta, body: homePage, moved: movedFromHome },
  { path: '/offer', meta: offerMeta, body: offerPage },
  { path: '/treatments', meta: treatmentsMeta, body: treatmentsPage },
  { path: '/physician', meta: physicianMeta, body: physicianPage },
  { path: RIGHTS_PATH, meta: rightsMeta, body: rightsPage },
  { path: '/compare', meta: compareMeta, body: comparePage },
  { path: '/sources', meta: sourcesMeta, body: sourcesPage },
  { path: '/how-we-decide', meta: methodMeta, body: methodPage },
  { path: '/partners', meta: partnersMeta, body: partnersPage },
  { path: '/report', meta: reportMeta, body: reportPage },
  { path: '/contact', meta: contactMeta, body: contactPage },
  { path: '/privacy', meta: privacyMeta, body: privacyPage },
  { path: '/terms', meta: termsMeta, body: termsPage },
  { path: '/verify-badge', meta: verifyBadgeMeta, body: verifyBadgePage },
];

type WithId = Readonly<{ Params: { id: string } }>;

const registerHospital = (app: FastifyInstance, deps: SiteDeps): void => {
  app.get<WithId>('/hospitals/:id', hidden, async (request, reply) => {
    const page = createPage(deps, request);
    const found = await findHospital(page, request.params.id);
    if (found === null)
      return sendPage(request, reply, page, errorMeta(page, 404), errorPage(page, 404), 404);
    if ('merged' in found)
      return reply.redirect(page.to(`/hospitals/${encodeURIComponent(found.merged)}`), 308);
    return sendPage(
      request,
      reply,
      page,
      hospitalMeta(page, found),
      await hospitalPage(page, found, await readBadgeReferral(page, deps.state().sites)),
    );
  });
};

const registerCheck = (app: FastifyInstance, deps: SiteDeps): void => {
  app.get('/check', hidden, async (request, reply) => {
    const page = createPage(deps, request);
    const checked = await readCheck(page);
    const elsewhere = movedFromCheck(page, checked);
    if (elsewhere !== null) return reply.redirect(elsewhere, 302);
    const referral = await readBadgeReferral(page, deps.state().sites);
    return sendPage(request, reply, page, checkMeta(page, checked), await checkPage(page, checked, referral));
  });
};

type WithHash = Readonly<{ Params: { sha256: string } }>;

const registerEvidencePage = (app: FastifyInstance, deps: SiteDeps): void => {
  app.get<WithHash>('/evidence/:sha256', hidden, async (request, reply) => {
    const page = createPage(deps, request);
    const found = await findEvidence(page, request.params.sha256);
    return found === null
      ? sendPage(request, reply, page, errorMeta(page, 404), errorPage(page, 404), 404)
      : sendPage(request, reply, page, evidenceMeta(page, found), evidencePage(page, found));
  });
};

/** What the forms need besides: a question about a physician is counted. */
type FormDeps = ReportDeps & Pick<Deps, 'answers' | 'questionQuota'>;

type WithForm = Readonly<{ Body: Query }>;

/** An offer in a form: each Chinese character is nine bytes there. */
const OFFER_BYTES = 262_144;

/** The forms that are sent read form bodies, in a scope of their own: nothing else of the service does. */
const registerForms = (app: FastifyInstance, deps: FormDeps): void => {
  app.register(async (scope) => {
    const type = 'application/x-www-form-urlencoded';
    const parser = { parseAs: 'string', bodyLimit: 32_768 } as const;
    scope.addContentTypeParser(type, parser, async (_request: FastifyRequest, body: string) =>
      Object.fromEntries(new URLSearchParams(body)),
    );
    registerPhysicianForm(scope, deps);
    registerRightsForm(scope, deps);
    scope.post<WithForm>('/offer', { ...hidden, bodyLimit: OFFER_BYTES }, async (request, reply) => {
      const page = createPage(deps, request);
      const { status, body } = await receiveOffer(page, request.body ?? {});
      return sendUnkept(reply, page, offerMeta(page), body, status);
    });
    registerBadgeCheck(scope, deps);
  });
};

/** The patient's pages and the files they use. */
export const registerPages = (app: FastifyInstance, deps: FormDeps): void => {
  registerAssets(app);
  registerSiteFiles(app, deps);
  registerHospital(app, deps);
  registerCheck(app, deps);
  registerPreviews(app, deps);
  registerEvidencePage(app, deps);
  registerTreatmentPages(app, deps);
  registerForms(app, deps);
  registerReports(app, deps);
  registerMailPages(app, deps);
  for (const { path, meta, body, moved } of routes)
    app.get(path, hidden, async (request, reply) => {
      const page = createPage(deps, request);
      const elsewhere = moved?.(page) ?? null;
      if (elsewhere !== null) return reply.redirect(elsewhere, 302);
      return sendPage(request, reply, page, meta(page), await body(page));
    });
};
