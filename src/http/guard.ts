import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Question } from '../../schema/question.ts';
import { LicetError } from '../errors.ts';
import type { Practitioners } from '../registry/practitioners.ts';
import { shanghaiDay } from '../text/dates.ts';
import { createLimiter, type Standing } from './plugins/limiter.ts';

const HOUR_MS = 3_600_000;
const MOST_COUNTED = 50_000;

/** Questions about physicians an hour: by one client, and about one person by all clients together. */
const PERSONAL_LIMITS = { client: 30, subject: 20 } as const;

/** Questions a minute and client about what was said in a past generation: opening one costs more than an answer. */
const PAST_LIMIT = 60;

export type Guard = (
  question: Question,
  request: Pick<FastifyRequest, 'ip'>,
  reply: FastifyReply,
  now: Date,
) => Promise<void>;

const hold = (reply: FastifyReply, { left, seconds }: Standing, share: string): void => {
  if (left >= 0) return;
  reply.header('retry-after', seconds);
  throw new LicetError('LICET_TOO_MANY_REQUESTS', `${share}; start anew in ${seconds} s.`);
};

/**
 * Stands before the questions that are held to a small share. One about a physician is counted against its client and
 * against the person, whether or not anything is held, and is written down with its purpose; one about a past generation is
 * counted against its client. Throws when a share is used up. Once a day what has been kept long enough is deleted.
 */
export const createGuard = (people: () => Practitioners): Guard => {
  const clients = createLimiter(PERSONAL_LIMITS.client, MOST_COUNTED, HOUR_MS);
  const subjects = createLimiter(PERSONAL_LIMITS.subject, MOST_COUNTED, HOUR_MS);
  const pasts = createLimiter(PAST_LIMIT);
  let expired = '';
  return async ({ practitioner, generation }, { ip }, reply, now) => {
    const time = now.getTime();
    if (generation !== undefined)
      hold(reply, pasts.count(ip, time), `Past generations: at most ${PAST_LIMIT} questions a minute`);
    if (practitioner === undefined) return;
    const own = clients.count(ip, time);
    const person = subjects.count(people().subjectKey(practitioner), time);
    const share = `Questions about physicians: at most ${PERSONAL_LIMITS.client} an hour by one client, ${PERSONAL_LIMITS.subject} about one person`;
    hold(reply, own.left < 0 ? own : person, share);
    if (expired !== shanghaiDay(now)) await people().expire(now);
    expired = shanghaiDay(now);
    await people().noteQuestion(practitioner, ip, now);
  };
};
