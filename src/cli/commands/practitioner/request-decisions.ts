import { extendRequest, MOST_REQUEST_ANSWER, namesSomebody } from '../../../registry/rights-requests.ts';
import type { RightsRequest } from '../../../store/service/rights-requests.ts';
import type { ServiceState } from '../../../store/service/service-state.ts';
import type { CommonOptions, Context } from '../../context.ts';
import { withState } from '../../registry.ts';
import { UsageError } from '../../usage-error.ts';
import { printable } from '../../width.ts';
import { act, say } from '../operator/acting.ts';

type WordsOptions = CommonOptions & Readonly<{ by?: string; text?: string }>;

const numberIn = (given: string): number => {
  if (/^\d{1,12}$/.test(given)) return Number(given);
  throw new UsageError(
    `<number> ${printable(given)} is no number of a request; licet practitioner requests list shows them`,
  );
};

const whoIn = (given: string | undefined): string => {
  const by = given?.trim() ?? '';
  if (by.length >= 2 && by.length <= 120) return by;
  throw new UsageError(
    '--by is missing: who decides, 2 to 120 characters; kept, and not shown to the sender',
  );
};

const wordsIn = (given: string | undefined): string => {
  const words = given?.trim() ?? '';
  if (words === '' || words.length > MOST_REQUEST_ANSWER)
    throw new UsageError(`--text is what the sender reads, 1 to ${MOST_REQUEST_ANSWER} characters`);
  if (namesSomebody(words))
    throw new UsageError('--text holds a number that says who somebody is; leave it out');
  return words;
};

const noExtension = {
  closed: 'is closed already',
  'extended-before': 'was put off before; the law leaves one time',
  overdue: 'is overdue: it can be answered or refused, and not be put off any more',
} as const;

/** What may be decided about a request. */
export type Decision = 'answer' | 'refuse' | 'extend';

/** Does what was decided; gives what stood against it, else null. */
const decide = async (
  { rightsRequests }: ServiceState,
  request: RightsRequest,
  decision: Decision,
  { words, by, now }: Readonly<{ words: string; by: string; now: Date }>,
): Promise<string | null> => {
  if (decision === 'extend') {
    const why = await extendRequest(rightsRequests, request, words, now);
    return why === null ? null : noExtension[why];
  }
  const state = decision === 'refuse' ? 'refused' : 'answered';
  const closing = { state, answer: words, at: now.toISOString(), by } as const;
  return (await rightsRequests.close(request.id, closing)) ? null : noExtension.closed;
};

/** `licet practitioner requests answer|refuse|extend N`, written down before and after. */
export const deciding =
  (context: Context, decision: Decision) => async (given: string, options: WordsOptions) => {
    const id = numberIn(given);
    const wish = { by: whoIn(options.by), words: wordsIn(options.text), now: context.clock() };
    await withState(context, options, async (state) => {
      const request = await state.rightsRequests.find(id);
      if (request === null) throw new UsageError(`<number> no request has the number ${id}`);
      let against: string | null = null;
      await act(context, options, `request.${decision}`, `request ${id} by ${wish.by}`, async () => {
        against = await decide(state, request, decision, wish);
        return against === null;
      });
      if (against !== null) throw new UsageError(`<number> request ${id} ${against}`);
    });
    const done = { answer: 'answered', refuse: 'refused', extend: 'put off' }[decision];
    say(context, options, { id, decision }, `request ${id} is ${done}\n`);
  };
