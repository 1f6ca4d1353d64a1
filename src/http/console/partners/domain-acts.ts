import type { FastifyInstance, FastifyRequest } from 'fastify';
import { newToken, putSite, readDomain } from '../../badge/sites.ts';
import { createPage, queryValue } from '../../pages/page.ts';
import type { ConsoleDeps } from '../deps.ts';
import { onRecord } from '../on-record.ts';
import { administering, doneNote, nameIn, sentIn, wrongNote } from './notes.ts';
import { sendPartner } from './one-partner.ts';

const AT = '/console/partners/domains';

/** A partner's domain is added, looked at for its proof, or taken off file. */
export const registerDomainActs = (app: FastifyInstance, deps: ConsoleDeps): void => {
  const sites = () => deps.state().sites;
  const domainIn = (request: FastifyRequest): string =>
    readDomain(queryValue(sentIn(request), 'domain') ?? '') ?? '';
  const isOwn = async (request: FastifyRequest): Promise<boolean> =>
    (await sites().all()).some(
      (site) => site.domain === domainIn(request) && site.partner === nameIn(request),
    );
  app.post(AT, administering, async (request, reply) => {
    const page = createPage(deps, request);
    const [name, domain] = [nameIn(request), domainIn(request)];
    const send = (words: string, status: number) =>
      sendPartner(deps, request, reply, name, status < 400 ? doneNote(words) : wrongNote(words), status);
    if (domain === '') return send(page.say('register.no-domain'), 400);
    if ((await sites().all()).some((site) => site.domain === domain))
      return send(page.say('console-partners.domain-taken', { domain }), 409);
    if (!(await deps.state().partnerKeys.list()).some(({ partner }) => partner === name))
      return send(page.say('console.no-such-partner'), 404);
    const seen = queryValue(sentIn(request), 'seen') === '1';
    const site = { domain, partner: name, seenOn: null };
    const row = seen
      ? { ...site, token: null, provenOn: page.today }
      : { ...site, token: newToken(), provenOn: null };
    const about = `${name}, ${domain}${seen ? ', seen' : ''}`;
    const warnings = await onRecord(deps, request, 'site.put', about, () =>
      putSite(sites(), row, page.today),
    );
    return warnings.length === 0
      ? send(page.say('console.done'), 201)
      : send(page.say('register.looks-alike', { domain }), 201);
  });
  app.post(`${AT}/check`, administering, async (request, reply) => {
    const page = createPage(deps, request);
    const [name, domain] = [nameIn(request), domainIn(request)];
    const { checkNow } = deps;
    if (checkNow === null || !(await isOwn(request)))
      return sendPartner(deps, request, reply, name, wrongNote(page.say('register.no-domain')), 404);
    const state = await onRecord(deps, request, 'site.check', domain, () => checkNow(domain));
    const words = page.say(`register.look-${state ?? 'absent'}`, { domain });
    return sendPartner(deps, request, reply, name, doneNote(words));
  });
  app.post(`${AT}/remove`, administering, async (request, reply) => {
    const page = createPage(deps, request);
    const [name, domain] = [nameIn(request), domainIn(request)];
    const done = await onRecord(deps, request, 'site.remove', domain, () => sites().remove(domain, name));
    return done
      ? sendPartner(deps, request, reply, name, doneNote(page.say('console.done')))
      : sendPartner(deps, request, reply, name, wrongNote(page.say('register.no-domain')), 404);
  });
};
