import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { PageText } from '../../../../schema/lexicon/page-texts.ts';
import { readDomain } from '../../badge/sites.ts';
import { readHolderName } from '../../operator/holder-name.ts';
import { type Html, html } from '../../pages/html.ts';
import { createPage, queryValue } from '../../pages/page.ts';
import { addPartnerKey } from '../../partners/partner-keys.ts';
import type { ConsoleDeps } from '../deps.ts';
import { sendConsole } from '../frame.ts';
import { onRecord } from '../on-record.ts';
import { registerDomainActs } from './domain-acts.ts';
import { registerKeyActs } from './key-acts.ts';
import { administering, doneNote, keyNote, nameIn, sentIn, wrongNote } from './notes.ts';
import { sendPartner, usageOfWeek } from './one-partner.ts';
import { partnersView } from './partners-view.ts';
import { termsIn } from './terms.ts';

const PARTNERS = '/console/partners';

const sendPartners = async (
  deps: ConsoleDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  note: Html | null = null,
  status = 200,
): Promise<FastifyReply> => {
  const page = createPage(deps, request);
  const { partnerKeys, sites, watchHooks } = deps.state();
  const all = {
    keys: await partnerKeys.list(),
    sites: await sites.all(),
    usage: await usageOfWeek(deps, page),
    deliveries: await watchHooks.byPartner(),
  };
  const body = html`${note}${partnersView(page, all)}`;
  return sendConsole(reply, page, request.operator, page.say('console.partners'), body, status);
};

/** Sends the events of a watch after a number again, as its partner may do itself. */
const registerReplay = (app: FastifyInstance, deps: ConsoleDeps): void => {
  app.post(`${PARTNERS}/replay`, administering, async (request, reply) => {
    const page = createPage(deps, request);
    const sent = sentIn(request);
    const name = nameIn(request);
    const { watches, watchHooks } = deps.state();
    const watch = await watches.one(name, queryValue(sent, 'watch') ?? '');
    const since = queryValue(sent, 'since') ?? '';
    if (watch === null || (await watchHooks.of(watch.id)) === null || !/^\d{1,9}$/.test(since))
      return sendPartner(deps, request, reply, name, wrongNote(page.say('console-partners.no-replay')), 404);
    const about = `${name}, ${watch.id}`;
    const count = await onRecord(deps, request, 'webhook.replay', about, () =>
      watchHooks.replay(watch.id, Number(since), page.now.toISOString()),
    );
    return sendPartner(
      deps,
      request,
      reply,
      name,
      doneNote(page.say('console-partners.replayed', { count })),
    );
  });
};

/** Sends to a receiver again that had said that it is gone, as its partner may do itself. */
const registerStart = (app: FastifyInstance, deps: ConsoleDeps): void => {
  app.post(`${PARTNERS}/start`, administering, async (request, reply) => {
    const page = createPage(deps, request);
    const name = nameIn(request);
    const { watches, watchHooks } = deps.state();
    const watch = await watches.one(name, queryValue(sentIn(request), 'watch') ?? '');
    if (watch === null || (await watchHooks.of(watch.id)) === null)
      return sendPartner(
        deps,
        request,
        reply,
        name,
        wrongNote(page.say('console-partners.no-such-receiver')),
        404,
      );
    await onRecord(deps, request, 'webhook.start', `${name}, ${watch.id}`, () =>
      watchHooks.start(watch.id, page.now.toISOString()),
    );
    return sendPartner(deps, request, reply, name, doneNote(page.say('console-partners.started')));
  });
};

/** `/console/partners`: partners with their keys, domains and deliveries. A key is shown once, where it is made. */
export const registerPartners = (app: FastifyInstance, deps: ConsoleDeps): void => {
  const refuse = (request: FastifyRequest, reply: FastifyReply, text: PageText, status: number) =>
    sendPartners(deps, request, reply, wrongNote(createPage(deps, request).say(text)), status);
  app.get(PARTNERS, administering, async (request, reply) => sendPartners(deps, request, reply));
  app.get<{ Params: { name: string } }>(`${PARTNERS}/:name`, administering, async (request, reply) =>
    sendPartner(deps, request, reply, request.params.name),
  );
  app.post(PARTNERS, administering, async (request, reply) => {
    const page = createPage(deps, request);
    const name = readHolderName(nameIn(request));
    const read = termsIn(sentIn(request), null, page.now);
    if (name === null || readDomain(name) !== null) return refuse(request, reply, 'console.bad-name', 400);
    if ('wrong' in read) return refuse(request, reply, 'console.no-scope', 400);
    const key = await onRecord(deps, request, 'partner.add', name, () =>
      addPartnerKey(deps.state().partnerKeys, name, page.today, read.terms),
    );
    return key === null
      ? refuse(request, reply, 'console.partner-taken', 409)
      : sendPartner(deps, request, reply, name, keyNote(page, name, key), 201);
  });
  registerKeyActs(app, deps);
  registerDomainActs(app, deps);
  registerReplay(app, deps);
  registerStart(app, deps);
};
