import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LicetError } from '../../../errors.ts';
import type { Refusal } from '../../operator/jobs.ts';
import { actOf } from '../../operator/require-role.ts';
import { leadTo, refusalWords } from '../../pages/account/frame.ts';
import { createPage, type Query, queryValue } from '../../pages/page.ts';
import type { ConsoleDeps } from '../deps.ts';
import { sendConsole } from '../frame.ts';
import { refusedList, refusedView } from './refused-view.ts';

const REFUSED = '/console/refused';
const hide = { schema: { hide: true } } as const;
const looking = { ...hide, config: { role: 'clerk' } } as const;
const deciding = { ...hide, config: { role: 'reviewer' } } as const;

/** A reason has 3 to 500 letters, as by token. */
const LEAST_REASON = 3;
const MOST_REASON = 500;

type WithRun = Readonly<{ Params: { run: string; source: string } }>;
type Sent = WithRun & Readonly<{ Body: Query }>;

const refusalsOf = (deps: ConsoleDeps, request: FastifyRequest): Promise<readonly Refusal[]> =>
  deps.worker.run('refusals', { act: actOf(deps, request, 'refusals.look', '') });

/** What changed in the rows; null, and why in words, where that cannot be told. */
const differencesOf = async (deps: ConsoleDeps, request: FastifyRequest, { source, run }: Refusal) => {
  if (run === null) return { differences: null, why: null };
  const act = actOf(deps, request, 'differences.look', `${run} ${source}`);
  return deps.worker.run('differences', { act, source, night: run }).then(
    (differences) => ({ differences, why: null }),
    (cause: unknown) => {
      if (!(cause instanceof LicetError)) throw cause;
      return { differences: null, why: cause };
    },
  );
};

const sendOne = async (
  deps: ConsoleDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  wrong: string | null = null,
  status = 200,
): Promise<FastifyReply> => {
  const page = createPage(deps, request);
  const { run, source } = request.params as WithRun['Params'];
  const found = (await refusalsOf(deps, request)).find(
    (one) => String(one.run) === run && one.source === source,
  );
  if (found === undefined) throw new LicetError('LICET_UNKNOWN_RUN');
  const shown = await differencesOf(deps, request, found);
  const title = page.reader.reference.sources.get(source)?.descriptor.title[page.lang] ?? source;
  const body = refusedView(page, found, { ...shown, wrong, role: request.operator?.role ?? 'clerk' });
  return sendConsole(reply, page, request.operator, title, body, status);
};

const decide = async (
  deps: ConsoleDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const page = createPage(deps, request);
  const sent = (request.body ?? {}) as Query;
  const { run, source } = request.params as WithRun['Params'];
  const decision = queryValue(sent, 'decision') === 'accept' ? 'accept' : 'refuse';
  const reason = queryValue(sent, 'reason') ?? '';
  if (reason.length < LEAST_REASON || reason.length > MOST_REASON)
    return sendOne(deps, request, reply, page.say('console.reason-missing'), 400);
  const act = actOf(deps, request, `run.${decision}`, `${run} ${source}`);
  try {
    await deps.worker.run('decide', { act, night: Number(run), source, decision, reason });
  } catch (cause) {
    if (!(cause instanceof LicetError) || cause.code !== 'LICET_BUSY') throw cause;
    return sendOne(deps, request, reply, refusalWords(page, cause), cause.statusCode);
  }
  await deps.moved();
  return leadTo(reply, page, REFUSED);
};

/** `/console/refused`: what the gate refused, why, what changed in the rows, and a person's decision about it. */
export const registerRefused = (app: FastifyInstance, deps: ConsoleDeps): void => {
  app.get(REFUSED, looking, async (request, reply) => {
    const page = createPage(deps, request);
    const body = refusedList(page, await refusalsOf(deps, request));
    return sendConsole(reply, page, request.operator, page.say('console.refused'), body);
  });
  app.get<WithRun>(`${REFUSED}/:run/:source`, looking, async (request, reply) =>
    sendOne(deps, request, reply),
  );
  app.post<Sent>(`${REFUSED}/:run/:source`, deciding, async (request, reply) => decide(deps, request, reply));
};
