import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LicetError } from '../../../../errors.ts';
import { claimSite, readDomain } from '../../../badge/sites.ts';
import { noteAct, partnerOf } from '../../../partners/partner-of.ts';
import { createLimiter } from '../../../plugins/limiter.ts';
import { type Html, html } from '../../html.ts';
import { createPage, type Query, queryValue } from '../../page.ts';
import type { AccountDeps } from '../deps.ts';
import { leadTo, refusalWords, sendAccount } from '../frame.ts';
import { domainsView } from './domains-view.ts';

const DOMAINS = '/partners/domains';
/** Each look asks a name server and two pages of somebody else. */
const LOOKS_A_MINUTE = 6;
const options = { schema: { hide: true }, config: { scope: 'badge' as const } };
type WithForm = Readonly<{ Body: Query }>;
type WithDomain = Readonly<{ Params: { domain: string } }>;

const alert = (words: string): Html => html`<p class="note" role="alert">${words}</p>`;

const sendDomains = async (
  deps: AccountDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  notes: readonly Html[] = [],
  status = 200,
): Promise<FastifyReply> => {
  const page = createPage(deps, request);
  const partner = partnerOf(request);
  const { sites, hotlinks } = deps.state();
  const shown = {
    sites: (await sites.all()).filter((site) => site.partner === partner),
    hotlinks: (await hotlinks.counts()).hotlinks,
    looks: deps.checkNow !== null,
    notes,
  };
  return sendAccount(
    reply,
    page,
    request.partner,
    page.say('register.your-domains'),
    domainsView(page, shown),
    status,
  );
};

const registerAdding = (app: FastifyInstance, deps: AccountDeps): void => {
  app.get(DOMAINS, options, (request, reply) => sendDomains(deps, request, reply));
  app.post<WithForm>(DOMAINS, options, async (request, reply) => {
    const page = createPage(deps, request);
    const domain = readDomain(queryValue(request.body ?? {}, 'domain') ?? '');
    if (domain === null)
      return sendDomains(deps, request, reply, [alert(page.say('register.no-domain'))], 400);
    try {
      await noteAct(deps, request, 'site.put', domain);
      const wish = { domain, partner: partnerOf(request) };
      const { warnings } = await claimSite(deps.state().sites, wish, page.today);
      if (warnings.length === 0) return leadTo(reply, page, DOMAINS, 'added');
      return sendDomains(deps, request, reply, [alert(page.say('register.looks-alike', { domain }))]);
    } catch (cause) {
      if (!(cause instanceof LicetError)) throw cause;
      return sendDomains(deps, request, reply, [alert(refusalWords(page, cause))], cause.statusCode);
    }
  });
};

const registerActs = (app: FastifyInstance, deps: AccountDeps): void => {
  const limiter = createLimiter(LOOKS_A_MINUTE);
  const own = async (request: FastifyRequest<WithDomain>): Promise<string> => {
    const { domain } = request.params;
    const found = (await deps.state().sites.all()).find((site) => site.domain === domain);
    if (found?.partner !== partnerOf(request)) throw new LicetError('LICET_UNKNOWN_SITE');
    return domain;
  };
  app.post<WithDomain>(`${DOMAINS}/:domain/check`, options, async (request, reply) => {
    const page = createPage(deps, request);
    const domain = await own(request);
    if (deps.checkNow === null) throw new LicetError('LICET_NOTHING_SENT');
    const { remaining } = limiter.count(`partner ${partnerOf(request)}`, page.now.getTime());
    if (remaining < 0) throw new LicetError('LICET_TOO_MANY_REQUESTS');
    await noteAct(deps, request, 'site.check', domain);
    const state = (await deps.checkNow(domain)) ?? 'absent';
    const words = page.say(`register.look-${state}`, { domain });
    return sendDomains(deps, request, reply, [html`<p class="inset" role="status">${words}</p>`]);
  });
  app.post<WithDomain>(`${DOMAINS}/:domain/remove`, options, async (request, reply) => {
    const domain = await own(request);
    await noteAct(deps, request, 'site.remove', domain);
    await deps.state().sites.remove(domain, partnerOf(request));
    return leadTo(reply, createPage(deps, request), DOMAINS, 'removed');
  });
};

/** Domains on the page: put on file, proven, taken off. */
export const registerDomains = (app: FastifyInstance, deps: AccountDeps): void => {
  registerAdding(app, deps);
  registerActs(app, deps);
};
