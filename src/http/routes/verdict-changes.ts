import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { day } from '../../../schema/base.ts';
import { headlineBasis, headlineChange } from '../../../schema/headline.ts';
import { LicetError } from '../../errors.ts';
import { shanghaiDay } from '../../text/dates.ts';
import type { Deps } from '../deps.ts';
import { linkNext } from '../next-link.ts';
import { sendJson } from '../plugins/conditional.ts';

/** Where the verdict level goes on: after the change of this number. */
const CURSOR = /^(?:0|v(\d{1,15}))$/;

export const verdictChangesAnswer = z.strictObject({
  level: z.literal('verdict'),
  changes: z.array(headlineChange),
  next: z.string().describe('Ask on with `since`: at once where `more` is true, else after the next night'),
  more: z.boolean(),
  judged: headlineBasis
    .extend({ whole: z.boolean().describe('false: the comparison is under way') })
    .nullable()
    .describe('The newest comparison; null: none was made here yet'),
  asOf: day,
  generation: z.number().int(),
});

const bad = (problem: string, expected: string): LicetError =>
  new LicetError('LICET_BAD_QUESTION', `?since ${problem}.`, [{ field: '?since', problem, expected }]);

const pointOf = (since: string, newest: number): number => {
  const found = CURSOR.exec(since);
  if (found === null)
    throw bad('is no cursor of the verdict level', '0, or `next` of an answer of this level');
  const number = Number(found[1] ?? 0);
  if (number > newest)
    throw bad('is later than any change told here', `at most v${newest}; start anew with 0`);
  return number;
};

type Asked = Readonly<{ since: string; limit: number }>;

/** Sends one page of what changed between headline verdicts, in the order in which it was found. */
export const sendVerdictChanges = async (
  request: FastifyRequest,
  reply: FastifyReply,
  { since, limit }: Asked,
  { state, reader, clock }: Deps,
): Promise<FastifyReply> => {
  const { headlines } = state();
  const after = pointOf(since, await headlines.newest());
  const found = await headlines.changes(after, limit + 1);
  const page = found.slice(0, limit);
  const more = found.length > limit;
  const next = `v${page.at(-1)?.number ?? after}`;
  const work = await headlines.work();
  linkNext(request, reply, 'since', more ? next : null);
  return sendJson(request, reply, {
    level: 'verdict',
    changes: page.map(({ change }) => change),
    next,
    more,
    judged: work === null ? null : { ...work.basis, whole: work.after === null },
    asOf: shanghaiDay(clock()),
    generation: reader().generation,
  });
};
