import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PageText } from '../../../../schema/lexicon/page-texts.ts';
import { extendRequest, MOST_REQUEST_ANSWER, namesSomebody } from '../../../registry/rights-requests.ts';
import type { RightsRequest } from '../../../store/service/rights-requests.ts';
import { createPage, type Page, queryValue } from '../../pages/page.ts';
import type { ConsoleDeps } from '../deps.ts';
import { onRecord } from '../on-record.ts';
import { requestOf, sendRequest, type WithRequest, wrongNote } from './send-request.ts';

const noExtensionTexts = {
  closed: 'console-physicians.closed-already',
  'extended-before': 'console-physicians.extended-before',
  overdue: 'console-physicians.too-late',
} as const satisfies Readonly<Record<string, PageText>>;

type Decision = 'answer' | 'refuse' | 'extend';

/** Does what was decided; gives what stood against it, else null. */
const decide = async (
  deps: ConsoleDeps,
  request: FastifyRequest<WithRequest>,
  found: RightsRequest,
  decision: Decision,
  words: string,
): Promise<PageText | null> => {
  const { rightsRequests } = deps.state();
  const now = deps.clock();
  if (decision === 'extend') {
    const why = await extendRequest(rightsRequests, found, words, now);
    return why === null ? null : noExtensionTexts[why];
  }
  const by = request.operator?.name ?? '';
  const state = decision === 'refuse' ? 'refused' : 'answered';
  const done = await rightsRequests.close(found.id, { state, answer: words, at: now.toISOString(), by });
  return done ? null : 'console-physicians.closed-already';
};

/** Whoever sent it reads these words; what is wrong with them, else null. */
const wrongWith = (page: Page, words: string): string | null => {
  if (words === '') return page.say('console-physicians.words-empty');
  if (words.length > MOST_REQUEST_ANSWER)
    return page.say('report.text-too-long-at', { most: MOST_REQUEST_ANSWER });
  return namesSomebody(words) ? page.say('rights.text-names-somebody') : null;
};

/** Answers a request, refuses it with a reason, or puts its last day off with a reason. */
export const decideRequest =
  (deps: ConsoleDeps, decision: Decision) =>
  async (request: FastifyRequest<WithRequest>, reply: FastifyReply): Promise<FastifyReply> => {
    const page = createPage(deps, request);
    const found = await requestOf(deps, request);
    const words = queryValue(request.body ?? {}, 'words') ?? '';
    const wrong = wrongWith(page, words);
    if (wrong !== null) return sendRequest(deps, request, reply, wrongNote(wrong), 400);
    const against = await onRecord(deps, request, `request.${decision}`, `request ${found.id}`, () =>
      decide(deps, request, found, decision, words),
    );
    if (against !== null) return sendRequest(deps, request, reply, wrongNote(page.say(against)), 409);
    return reply.redirect(page.to(`/console/physicians/${found.id}`), 303);
  };
