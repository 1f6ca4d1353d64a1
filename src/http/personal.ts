import type { Question } from '../../schema/question.ts';
import { LicetError } from '../errors.ts';
import { shanghaiDay } from '../kit/dates.ts';
import type { Practitioners } from '../registry/practitioners.ts';
import { createLimiter } from './plugins/limiter.ts';

const HOUR_MS = 3_600_000;
const MOST_COUNTED = 50_000;

/** Questions about physicians an hour: by one client, and about one name by all clients together. */
export const PERSONAL_LIMITS = { client: 30, subject: 20 } as const;

export type PersonalGuard = (question: Question, client: string, now: Date) => void;

/**
 * Stands before every question about a physician: it is counted against its client and against the person, whether or not
 * anything is held, and it is written down with its purpose. Throws when either share is used up. Once a day what has been
 * kept long enough is deleted.
 */
export const createPersonalGuard = (people: () => Practitioners): PersonalGuard => {
  const clients = createLimiter(PERSONAL_LIMITS.client, MOST_COUNTED, HOUR_MS);
  const subjects = createLimiter(PERSONAL_LIMITS.subject, MOST_COUNTED, HOUR_MS);
  let expired = '';
  return ({ practitioner }, client, now) => {
    if (practitioner === undefined) return;
    const time = now.getTime();
    const own = clients.count(client, time);
    const person = subjects.count(people().subjectKey(practitioner), time);
    if (own.left < 0 || person.left < 0)
      throw new LicetError(
        'LICET_TOO_MANY_REQUESTS',
        `Questions about physicians are few: ${PERSONAL_LIMITS.client} an hour by one client, ${PERSONAL_LIMITS.subject} about one person; start anew in ${own.seconds} s.`,
      );
    if (expired !== shanghaiDay(now)) people().expire(now);
    expired = shanghaiDay(now);
    people().noteQuestion(practitioner, client, now);
  };
};
