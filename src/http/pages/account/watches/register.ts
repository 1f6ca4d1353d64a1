import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LicetError } from '../../../../errors.ts';
import { batchOf } from '../../../batches/show.ts';
import { noteAct, partnerOf } from '../../../partners/partner-of.ts';
import { addWatch } from '../../../watches/add-watch.ts';
import { entriesOfBatch } from '../../../watches/entries-of-batch.ts';
import { putFeed } from '../../../watches/feed-routes.ts';
import { putMail } from '../../../watches/mail-routes.ts';
import { putReceiver, startReceiver } from '../../../watches/receiver.ts';
import { watchOf } from '../../../watches/watch-of.ts';
import { html } from '../../html.ts';
import { createPage, type Query, queryValue } from '../../page.ts';
import type { AccountDeps } from '../deps.ts';
import { leadTo, refusalWords, sendAccount } from '../frame.ts';
import { fileOf } from '../lists/one-list.ts';
import { oneWatch } from './one-watch.ts';
import { watchTable } from './watch-view.ts';

const WATCHES = '/partners/watches';
const options = { schema: { hide: true }, config: { scope: 'watch' as const } };
type OfWatch = Readonly<{ Params: { id: string }; Body: Query }>;

const sendWatch = async (
  deps: AccountDeps,
  request: FastifyRequest<OfWatch>,
  reply: FastifyReply,
  first: Parameters<typeof oneWatch>[3] = {},
  status = 200,
): Promise<FastifyReply> => {
  const page = createPage(deps, request);
  const watch = await watchOf(deps, request, request.params.id);
  return sendAccount(
    reply,
    page,
    request.partner,
    watch.name,
    await oneWatch(deps, request, watch, first),
    status,
  );
};

const registerShown = (app: FastifyInstance, deps: AccountDeps): void => {
  app.get(WATCHES, options, async (request, reply) => {
    const page = createPage(deps, request);
    const watches = await deps.state().watches.all(partnerOf(request));
    const body = html`<p>${page.say('register.what-watches-are')}</p>${watchTable(page, watches)}`;
    return sendAccount(reply, page, request.partner, page.say('register.your-watches'), body);
  });
  app.get<OfWatch>(`${WATCHES}/:id`, options, (request, reply) => sendWatch(deps, request, reply));
  app.post<Readonly<{ Body: Query }>>(WATCHES, options, async (request, reply) => {
    if (request.partner?.scopes.includes('batch') !== true) throw new LicetError('LICET_KEY_NOT_ALLOWED');
    const page = createPage(deps, request);
    const batch = await batchOf(deps, request, queryValue(request.body ?? {}, 'batch') ?? '');
    const { entries } = await entriesOfBatch(deps, batch, page.now);
    const terms = { name: fileOf(batch), lang: page.lang, tell: ['verdict'] as const };
    const id = await addWatch(deps, request, terms, entries);
    return leadTo(reply, page, `${WATCHES}/${id}`, 'watched');
  });
  app.post<OfWatch>(`${WATCHES}/:id/remove`, options, async (request, reply) => {
    const { id } = await watchOf(deps, request, request.params.id);
    await noteAct(deps, request, 'watch.remove', id);
    await deps.state().watches.remove(partnerOf(request), id);
    return leadTo(reply, createPage(deps, request), WATCHES, 'removed');
  });
};

const registerReceiver = (app: FastifyInstance, deps: AccountDeps): void => {
  app.post<OfWatch>(`${WATCHES}/:id/webhook`, options, async (request, reply) => {
    const page = createPage(deps, request);
    const { id } = await watchOf(deps, request, request.params.id);
    try {
      const { secret } = await putReceiver(deps, request, id, queryValue(request.body ?? {}, 'url') ?? '');
      return sendWatch(deps, request, reply, { secret });
    } catch (cause) {
      if (!(cause instanceof LicetError)) throw cause;
      const bad = cause.code === 'LICET_BAD_QUESTION';
      const wrong = bad ? page.say('register.no-receiver') : refusalWords(page, cause);
      return sendWatch(deps, request, reply, { wrong }, cause.statusCode);
    }
  });
  app.post<OfWatch>(`${WATCHES}/:id/webhook/remove`, options, async (request, reply) => {
    const { id } = await watchOf(deps, request, request.params.id);
    await noteAct(deps, request, 'webhook.remove', id);
    await deps.state().watchHooks.remove(id);
    return leadTo(reply, createPage(deps, request), `${WATCHES}/${id}`, 'stopped');
  });
  app.post<OfWatch>(`${WATCHES}/:id/webhook/start`, options, async (request, reply) => {
    const { id } = await watchOf(deps, request, request.params.id);
    await startReceiver(deps, request, id);
    return leadTo(reply, createPage(deps, request), `${WATCHES}/${id}`, 'sent');
  });
  app.post<OfWatch>(`${WATCHES}/:id/webhook/test`, options, async (request, reply) => {
    const { id } = await watchOf(deps, request, request.params.id);
    await noteAct(deps, request, 'webhook.test', id);
    if (!(await deps.state().watchHooks.test(id, deps.clock().toISOString())))
      throw new LicetError('LICET_NO_WEBHOOK');
    return leadTo(reply, createPage(deps, request), `${WATCHES}/${id}`, 'sent');
  });
  app.post<OfWatch>(`${WATCHES}/:id/webhook/replay`, options, async (request, reply) => {
    const { id } = await watchOf(deps, request, request.params.id);
    const since = /^\d{1,9}$/.exec(queryValue(request.body ?? {}, 'since') ?? '')?.[0];
    if (since === undefined) throw new LicetError('LICET_BAD_QUESTION');
    if ((await deps.state().watchHooks.of(id)) === null) throw new LicetError('LICET_NO_WEBHOOK');
    await noteAct(deps, request, 'webhook.replay', id);
    await deps.state().watchHooks.replay(id, Number(since), deps.clock().toISOString());
    return leadTo(reply, createPage(deps, request), `${WATCHES}/${id}`, 'sent');
  });
};

const registerFeedActs = (app: FastifyInstance, deps: AccountDeps): void => {
  app.post<OfWatch>(`${WATCHES}/:id/feed`, options, async (request, reply) => {
    const { id } = await watchOf(deps, request, request.params.id);
    await putFeed(deps, request, id);
    return leadTo(reply, createPage(deps, request), `${WATCHES}/${id}`, 'added');
  });
  app.post<OfWatch>(`${WATCHES}/:id/feed/remove`, options, async (request, reply) => {
    const { id } = await watchOf(deps, request, request.params.id);
    await noteAct(deps, request, 'feed.remove', id);
    await deps.state().watchFeeds.remove(id);
    return leadTo(reply, createPage(deps, request), `${WATCHES}/${id}`, 'removed');
  });
};

const registerMailActs = (app: FastifyInstance, deps: AccountDeps): void => {
  app.post<OfWatch>(`${WATCHES}/:id/mail`, options, async (request, reply) => {
    const page = createPage(deps, request);
    const { id } = await watchOf(deps, request, request.params.id);
    try {
      await putMail(deps, request, id, queryValue(request.body ?? {}, 'address') ?? '');
      return leadTo(reply, page, `${WATCHES}/${id}`, 'sent');
    } catch (cause) {
      if (!(cause instanceof LicetError)) throw cause;
      const bad = cause.code === 'LICET_BAD_QUESTION';
      const wrong = bad ? page.say('register.no-address') : refusalWords(page, cause);
      return sendWatch(deps, request, reply, { wrong }, cause.statusCode);
    }
  });
  app.post<OfWatch>(`${WATCHES}/:id/mail/remove`, options, async (request, reply) => {
    const { id } = await watchOf(deps, request, request.params.id);
    await noteAct(deps, request, 'mail.remove', id);
    await deps.state().watchMail.remove(id);
    return leadTo(reply, createPage(deps, request), `${WATCHES}/${id}`, 'stopped');
  });
};

/** Watches on the page: begun from a finished list, read, sent somewhere, forgotten. */
export const registerWatchPages = (app: FastifyInstance, deps: AccountDeps): void => {
  registerShown(app, deps);
  registerReceiver(app, deps);
  registerFeedActs(app, deps);
  registerMailActs(app, deps);
};
