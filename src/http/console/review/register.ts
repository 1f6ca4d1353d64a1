import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { judgementSchema, type ReviewPair } from '../../../../schema/judgement.ts';
import { mayAs } from '../../../../schema/operator-role.ts';
import { LicetError } from '../../../errors.ts';
import { pairOf } from '../../../registry/shown-pair.ts';
import { actOf } from '../../operator/require-role.ts';
import { refusalWords } from '../../pages/account/frame.ts';
import { type Html, html } from '../../pages/html.ts';
import { createPage, type Page, type Query, queryValue } from '../../pages/page.ts';
import type { ConsoleDeps } from '../deps.ts';
import { sendConsole } from '../frame.ts';
import { choices, pairView } from './review-view.ts';

const REVIEW = '/console/review';
const hide = { schema: { hide: true } } as const;
const looking = { ...hide, config: { role: 'clerk' } } as const;
const judging = { ...hide, config: { role: 'reviewer' } } as const;
/** Pairs looked through for the next one: some may be gone since they were noted, or passed over. */
const MOST_LOOKED = 200;

type WithPair = Readonly<{ Params: { one: string; other: string }; Body: Query }>;

const keyOf = ({ institution, candidate }: ReviewPair): string => `${institution}.${candidate}`;

/** What was judged last, with the way to judge it anew: the newest judgement of a pair counts. */
const judgedNote = (page: Page): Html | null => {
  const [one, other, decision] = (queryValue(page.query, 'judged') ?? '').split('.');
  const choice = choices.find((each) => each.decision === decision);
  if (one === undefined || other === undefined || choice === undefined) return null;
  const { say } = page;
  return html`<p class="inset" role="status">${say('console-review.judged', { one, other, decision: say(choice.text) })} <a href="${page.to(`${REVIEW}/${encodeURIComponent(one)}/${encodeURIComponent(other)}`)}">${say('console-review.judge-anew')}</a></p>`;
};

const sendPair = async (
  deps: ConsoleDeps,
  request: FastifyRequest<WithPair>,
  reply: FastifyReply,
  wrong: string | null = null,
  status = 200,
): Promise<FastifyReply> => {
  const page = createPage(deps, request);
  const { one, other } = request.params;
  const act = actOf(deps, request, 'pairs.look', `${one} ${other}`);
  const { pairs } = await deps.worker.run('pairs', { act, limit: MOST_LOOKED });
  const asked = { institution: one, candidate: other, why: 'other' };
  const waiting = pairs.find((each) => keyOf(each) === `${one}.${other}`);
  const pair = await pairOf(waiting ?? asked, page.reader, page.lang);
  const title = page.say('console-review.review');
  if (pair === null) {
    // One of the two was merged into the other: to take that back, it is judged by the ids it was judged by.
    if ((await page.reader.redirect(one)) === undefined && (await page.reader.redirect(other)) === undefined)
      throw new LicetError('LICET_UNKNOWN_INSTITUTION');
    const body = html`<p>${page.say('console-review.are-one', { one, other })}</p>${takeBack(page, one, other, wrong)}`;
    return sendConsole(reply, page, request.operator, title, body, status);
  }
  const mayJudge = mayAs(request.operator?.role ?? 'clerk', 'reviewer');
  return sendConsole(reply, page, request.operator, title, pairView(page, pair, wrong, mayJudge), status);
};

const takeBack = (page: Page, one: string, other: string, wrong: string | null): Html => {
  const { say } = page;
  return html`${wrong === null ? null : html`<p class="note" role="alert" id="wrong">${wrong}</p>`}
<form method="post" action="${page.to(`${REVIEW}/${one}/${other}`)}"><input type="hidden" name="decision" value="different">
<label for="because">${say('console-review.what-shows-it')}</label><input id="because" name="because" required minlength="3" maxlength="600"><button>${say('console-review.apart-again')}</button></form>`;
};

const judge = async (
  deps: ConsoleDeps,
  request: FastifyRequest<WithPair>,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const page = createPage(deps, request);
  const { one, other } = request.params;
  const decision = judgementSchema.shape.decision.safeParse(queryValue(request.body ?? {}, 'decision'));
  const because = judgementSchema.shape.because.safeParse(queryValue(request.body ?? {}, 'because'));
  if (!decision.success) return sendPair(deps, request, reply, page.say('console-review.choose'), 400);
  if (!because.success)
    return sendPair(deps, request, reply, page.say('console-review.because-missing'), 400);
  const act = actOf(deps, request, 'pair.judge', `${one} ${other} ${decision.data}`);
  try {
    await deps.worker.run('judge', { act, one, other, decision: decision.data, because: because.data });
  } catch (cause) {
    if (!(cause instanceof LicetError) || !['LICET_BUSY', 'LICET_CANNOT_DECIDE'].includes(cause.code))
      throw cause;
    const why =
      page.lang === 'en' ? `${refusalWords(page, cause)}. ${cause.message}` : refusalWords(page, cause);
    return sendPair(deps, request, reply, why, cause.statusCode);
  }
  await deps.moved();
  return reply.redirect(page.to(REVIEW, { judged: `${one}.${other}.${decision.data}` }), 303);
};

/** `/console/review`: pairs that may be one hospital, those asked for most first, side by side; what a reviewer says of them is published. */
export const registerReview = (app: FastifyInstance, deps: ConsoleDeps): void => {
  app.get(REVIEW, looking, async (request, reply) => {
    const page = createPage(deps, request);
    const { say } = page;
    const act = actOf(deps, request, 'pairs.look', '');
    const { waiting, pairs } = await deps.worker.run('pairs', { act, limit: MOST_LOOKED });
    const after = pairs.findIndex((pair) => keyOf(pair) === queryValue(page.query, 'after')) + 1;
    const note = judgedNote(page);
    for (const asked of pairs.slice(after)) {
      const pair = await pairOf(asked, page.reader, page.lang);
      if (pair === null) continue;
      const mayJudge = mayAs(request.operator?.role ?? 'clerk', 'reviewer');
      const next = html`<p><a href="${page.to(REVIEW, { after: keyOf(asked) })}">${say('console-review.pass')}</a></p>`;
      const times =
        asked.asked === 0 ? null : html`<p>${say('console-review.asked', { count: asked.asked })}</p>`;
      const body = html`${note}<p>${say('console-review.waiting', { count: waiting })}</p>${times}${pairView(page, pair, null, mayJudge)}${next}`;
      return sendConsole(reply, page, request.operator, say('console-review.review'), body);
    }
    const none = after > 0 ? say('console-review.no-more') : say('console-review.none');
    return sendConsole(
      reply,
      page,
      request.operator,
      say('console-review.review'),
      html`${note}<p>${none}</p>`,
    );
  });
  app.get<WithPair>(`${REVIEW}/:one/:other`, looking, (request, reply) => sendPair(deps, request, reply));
  app.post<WithPair>(`${REVIEW}/:one/:other`, judging, (request, reply) => judge(deps, request, reply));
};
