import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Question } from '../../schema/question.ts';
import { LicetError } from '../errors.ts';
import type { Practitioners } from '../registry/practitioners.ts';
import type { Deps } from './deps.ts';
import { noteAct } from './partners/partner-of.ts';
import { clientOf, createLimiter, type Quota } from './plugins/limiter.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MOST_COUNTED = 50_000;

/**
 * Questions about physicians: an hour by one client about anybody and about one person, and a day by all clients together about one
 * person. When those are used up, each client still has its first question of the hour: nobody can use them up for others.
 */
const PERSONAL_LIMITS = { client: 30, clientAndPerson: 5, person: 100 } as const;

/** Questions a minute and client about what was said in a past generation: opening one costs more than an answer. */
const PAST_LIMIT = 60;

export type QuestionQuota = (
  question: Question,
  request: Pick<FastifyRequest, 'ip' | 'id' | 'partner'>,
  reply: FastifyReply,
  now: Date,
) => Promise<void>;

const refuseBeyond = (reply: FastifyReply, { remaining, seconds }: Quota, share: string): void => {
  if (remaining >= 0) return;
  reply.header('retry-after', seconds);
  throw new LicetError('LICET_TOO_MANY_REQUESTS', `${share}; start anew in ${seconds} s.`);
};

const SHARE = `Questions about physicians: at most ${PERSONAL_LIMITS.client} an hour by one client, ${PERSONAL_LIMITS.clientAndPerson} of them about one person, and ${PERSONAL_LIMITS.person} a day about one person by those who asked before`;

/** Counts a question about a person; throws when a share is used up. What is refused to a client is not held against the person. */
const createPersonalQuota = () => {
  const clients = createLimiter(PERSONAL_LIMITS.client, MOST_COUNTED, HOUR_MS);
  const pairs = createLimiter(PERSONAL_LIMITS.clientAndPerson, MOST_COUNTED, HOUR_MS);
  const persons = createLimiter(PERSONAL_LIMITS.person, MOST_COUNTED, DAY_MS);
  return (person: string, ip: string, reply: FastifyReply, now: number): void => {
    refuseBeyond(reply, clients.count(ip, now), SHARE);
    const own = pairs.count(`${clientOf(ip)} ${person}`, now);
    refuseBeyond(reply, own, SHARE);
    const all = persons.count(person, now);
    const isFirst = own.remaining === PERSONAL_LIMITS.clientAndPerson - 1;
    if (!isFirst && all.remaining < 0) refuseBeyond(reply, { ...own, remaining: -1 }, SHARE);
  };
};

type QuotaNeeds = Pick<Deps, 'state' | 'clock'> & Readonly<{ people: () => Practitioners }>;

/**
 * Quotas for questions that cost or reveal more than others. One about a physician counts against its client and against the
 * person, whether or not anything is held, and is recorded with its purpose, in the audit log without the person; one about a past generation counts against its
 * client. Throws when a quota is used up.
 */
export const createQuestionQuota = ({ people, ...noted }: QuotaNeeds): QuestionQuota => {
  const personal = createPersonalQuota();
  const pasts = createLimiter(PAST_LIMIT);
  return async ({ practitioner, generation }, request, reply, now) => {
    const { ip } = request;
    const time = now.getTime();
    if (generation !== undefined)
      refuseBeyond(
        reply,
        pasts.count(ip, time),
        `Past generations: at most ${PAST_LIMIT} questions a minute`,
      );
    if (practitioner === undefined) return;
    personal(people().subjectKey(practitioner), ip, reply, time);
    await noteAct(noted, request, 'physician.asked', practitioner.purpose ?? 'no purpose given');
    await people().noteQuestion(practitioner, ip, now);
  };
};
