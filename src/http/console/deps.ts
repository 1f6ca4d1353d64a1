import type { Practitioners } from '../../registry/practitioners.ts';
import type { OperatorDeps } from '../operator/deps.ts';
import type { CheckNow } from '../pages/account/domains/check-now.ts';
import type { Usage } from '../partners/usage.ts';
import type { Challenges } from './sign-in/challenges.ts';
import type { Passwords } from './sign-in/password.ts';

/** What the console's pages are handed: all that operators' routes are, so that both do the same in the same way. */
export type ConsoleDeps = OperatorDeps &
  Readonly<{
    passwords: Passwords;
    challenges: Challenges;
    /** Requests of partners that this process has counted; flushed before they are shown. */
    usage: Pick<Usage, 'flush'>;
    /** What looks for the proof of a domain; null where this installation opens no address outside. */
    checkNow: CheckNow | null;
    /** The private rows of physicians, opened by the first erasure; throws where their key is lost. */
    physicians: () => Pick<Practitioners, 'erase'>;
  }>;
