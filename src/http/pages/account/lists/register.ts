import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { resultFormats } from '../../../../batch/write/answered.ts';
import { LicetError } from '../../../../errors.ts';
import { MOST_BYTES, orderFor, takeList } from '../../../batches/order.ts';
import { sendResult } from '../../../batches/results.ts';
import { batchOf } from '../../../batches/show.ts';
import { noteAct, partnerOf } from '../../../partners/partner-of.ts';
import { createPage, type Page, type Query, queryValue } from '../../page.ts';
import type { AccountDeps } from '../deps.ts';
import { leadTo, refusalWords, sendAccount } from '../frame.ts';
import { fileOf, oneList } from './one-list.ts';
import { overview } from './overview.ts';
import { readUploadedList } from './read-upload.ts';
import { listTable } from './table.ts';

const LISTS = '/partners/lists';
const MOST_LISTED = 100;
const options = { schema: { hide: true }, config: { scope: 'batch' as const } };
type WithId = Readonly<{ Params: { id: string }; Querystring: Query }>;

const sendOverview = async (
  deps: AccountDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  wrong: Readonly<{ words: string; status: number }> | null = null,
): Promise<FastifyReply> => {
  const page = createPage(deps, request);
  const batches = await deps.state().batches.list(partnerOf(request), page.now.toISOString(), MOST_LISTED);
  const body = overview(page, batches, wrong?.words ?? null);
  return sendAccount(
    reply,
    page,
    request.partner,
    page.say('register.your-lists'),
    body,
    wrong?.status ?? 200,
  );
};

/** What was wrong with a list, in the reader's language: what its reader found, else what the problem is called. */
const wrongWith = (page: Page, error: LicetError) => ({
  words: error.code === 'LICET_LIST_UNREADABLE' ? error.message : refusalWords(page, error),
  status: error.statusCode,
});

/** Takes a list from the form, and holds it until its columns were looked at. */
const take = async (deps: AccountDeps, request: FastifyRequest, page: Page): Promise<string> => {
  const { bytes, file, fields } = await readUploadedList(request);
  if (bytes.length === 0) throw new LicetError('LICET_LIST_UNREADABLE', page.say('register.no-file-chosen'));
  const [service, heading] = [fields.get('service') ?? '', fields.get('heading') ?? ''];
  const said = {
    partner: partnerOf(request),
    idempotencyKey: null,
    file,
    lang: page.lang,
    own: heading === '' ? {} : { name: heading },
    defaults: service === '' ? {} : { service },
    held: true,
  };
  return (await takeList(deps, request, orderFor(said, bytes, page.now), bytes)).id;
};

const registerTaking = (app: FastifyInstance, deps: AccountDeps): void => {
  app.get(LISTS, options, (request, reply) => sendOverview(deps, request, reply));
  // Numbers that identify persons are taken out of a list, not refused with it.
  const taking = {
    ...options,
    bodyLimit: MOST_BYTES + 65_536,
    config: { ...options.config, ownReader: true },
  };
  app.post(LISTS, taking, async (request, reply) => {
    const page = createPage(deps, request);
    try {
      return leadTo(reply, page, `${LISTS}/${await take(deps, request, page)}`);
    } catch (cause) {
      if (!(cause instanceof LicetError)) throw cause;
      return sendOverview(deps, request, reply, wrongWith(page, cause));
    }
  });
};

const registerShowing = (app: FastifyInstance, deps: AccountDeps): void => {
  app.get<WithId>(`${LISTS}/:id`, options, async (request, reply) => {
    const page = createPage(deps, request);
    const batch = await batchOf(deps, request, request.params.id);
    if (batch.endedAt === null && batch.state !== 'held') deps.desk.wake();
    const table = batch.state === 'held' ? null : await listTable(page, deps.state().batches, batch);
    return sendAccount(reply, page, request.partner, fileOf(batch), oneList(page, batch, table));
  });
  app.get<WithId>(`${LISTS}/:id/result`, options, async (request, reply) => {
    const batch = await batchOf(deps, request, request.params.id);
    const asked = queryValue(request.query, 'format');
    const format = resultFormats.find((one) => one === asked) ?? 'xlsx';
    return sendResult(reply, deps.state().batches, batch, format);
  });
};

const registerActs = (app: FastifyInstance, deps: AccountDeps): void => {
  const { state, clock } = deps;
  app.post<WithId>(`${LISTS}/:id/start`, options, async (request, reply) => {
    const { id } = await batchOf(deps, request, request.params.id);
    await noteAct(deps, request, 'batch.start', id);
    await state().batches.release(id, partnerOf(request));
    deps.desk.wake();
    return leadTo(reply, createPage(deps, request), `${LISTS}/${id}`, 'started');
  });
  app.post<WithId>(`${LISTS}/:id/cancel`, options, async (request, reply) => {
    const { id } = await batchOf(deps, request, request.params.id);
    await noteAct(deps, request, 'batch.cancel', id);
    await state().batches.end(id, 'cancelled', clock().toISOString());
    return leadTo(reply, createPage(deps, request), `${LISTS}/${id}`, 'cancelled');
  });
  app.post<WithId>(`${LISTS}/:id/remove`, options, async (request, reply) => {
    const { id } = await batchOf(deps, request, request.params.id);
    await noteAct(deps, request, 'batch.remove', id);
    await state().batches.remove(id, partnerOf(request));
    return leadTo(reply, createPage(deps, request), LISTS, 'removed');
  });
};

/** Lists on the page: handed in, looked at before they start, watched while they are answered, read as a table, fetched as a file. */
export const registerLists = (app: FastifyInstance, deps: AccountDeps): void => {
  registerTaking(app, deps);
  registerShowing(app, deps);
  registerActs(app, deps);
};
