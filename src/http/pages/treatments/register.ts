import type { FastifyInstance } from 'fastify';
import type { SiteDeps } from '../deps.ts';
import { errorMeta, errorPage } from '../error-page.ts';
import { createPage, sendPage } from '../page.ts';
import { findNamedPage, noSuchPage } from './named-hospitals.ts';
import { findTreatment, treatmentMeta, treatmentPage } from './treatment.ts';
import { treatmentPath } from './treatment-link.ts';

type WithCode = Readonly<{ Params: { code: string } }>;

/** The page of each treatment. A code that means the same to a patient leads to the one page of both. */
export const registerTreatmentPages = (app: FastifyInstance, deps: SiteDeps): void => {
  app.get<WithCode>('/treatments/:code', { schema: { hide: true } }, async (request, reply) => {
    const page = createPage(deps, request);
    const { code } = request.params;
    const treatment = findTreatment(code);
    if (treatment === null)
      return sendPage(request, reply, page, errorMeta(page, 404), errorPage(page, 404), 404);
    if (treatment.code !== code) return reply.redirect(page.to(treatmentPath(treatment)), 308);
    const meta = treatmentMeta(page, treatment);
    const named = await findNamedPage(page, treatment);
    if (named.at === null)
      return sendPage(request, reply, page, meta, noSuchPage(page, treatment, named.pages), 404);
    return sendPage(request, reply, page, meta, await treatmentPage(page, treatment, named));
  });
};
