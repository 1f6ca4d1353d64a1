import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Question } from '../../schema/question.ts';
import { LicetError } from '../errors.ts';
import type { Practitioners } from '../registry/practitioners.ts';
import { shanghaiDay } from '../text/dates.ts';
import { createLimiter, type Quota } from './plugins/limiter.ts';

const HOUR_MS = 3_600_000;
const MOST_COUNTED = 50_000;

/** Questions about physicians an hour: by one client, and about one person by all clients together. */
const PERSONAL_LIMITS = { client: 30, subject: 20 } as const;

/** Questions a minute and client about what was said in a past generation: opening one costs more than an answer. */
const PAST_LIMIT = 60;

export type QuestionQuota = (
  question: Question,
  request: Pick<FastifyRequest, 'ip'>,
  reply: FastifyReply,
  now: Date,
) => Promise<void>;

const refuseBeyond = (reply: FastifyReply, { remaining, seconds }: Quota, share: string): void => {
  if (remaining >= 0) return;
  reply.header('retry-after', seconds);
  throw new LicetError('LICET_TOO_MANY_REQUESTS', `${share}; start anew in ${seconds} s.`);
};

/**
 * Quotas for questions that cost or reveal more than others. One about a physician counts against its client and against the
 * person, whether or not anything is held, and is recorded with its purpose; one about a past generation counts against its
 * client. Throws when a quota is used up. Once a day rows and records that have reached their term are deleted.
 */
export const createQuestionQuota = (people: () => Practitioners): QuestionQuota => {
  const clients = createLimiter(PERSONAL_LIMITS.client, MOST_COUNTED, HOUR_MS);
  const subjects = createLimiter(PERSONAL_LIMITS.subject, MOST_COUNTED, HOUR_MS);
  const pasts = createLimiter(PAST_LIMIT);
  let expired = '';
  return async ({ practitioner, generation }, { ip }, reply, now) => {
    const time = now.getTime();
    if (generation !== undefined)
      refuseBeyond(
        reply,
        pasts.count(ip, time),
        `Past generations: at most ${PAST_LIMIT} questions a minute`,
      );
    if (practitioner === undefined) return;
    const own = clients.count(ip, time);
    const person = subjects.count(people().subjectKey(practitioner), time);
    const share = `Questions about physicians: at most ${PERSONAL_LIMITS.client} an hour by one client, ${PERSONAL_LIMITS.subject} about one person`;
    refuseBeyond(reply, own.remaining < 0 ? own : person, share);
    if (expired !== shanghaiDay(now)) await people().expire(now);
    expired = shanghaiDay(now);
    await people().noteQuestion(practitioner, ip, now);
  };
};
