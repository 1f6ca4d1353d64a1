import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { LicetError } from '../../../errors.ts';

/**
 * What a check costs: 64 MB and three passes, as RFC 9106 §4 recommends where memory is scarce, in one lane, since one thread works.
 * 0.3 s on one core of a small machine.
 */
const COST = { memory: 65_536, passes: 3, parallelism: 1 } as const;
const SALT_BYTES = 16;
const TAG_BYTES = 32;
/** Checks that may be under way or wait for those before them, two seconds' work; more are turned away. A passkey needs none. */
const MOST_WAITING = 6;
/** Seconds after which whoever was turned away may try again. */
export const AGAIN_SECONDS = 2;

/** Memory in kB, passes over it, and lanes. */
export type PasswordCost = Readonly<{ memory: number; passes: number; parallelism: number }>;

/** Checks passwords and makes the hashes they are kept as. */
export type Passwords = Readonly<{
  /** The hash of a password with a salt of its own and what it cost: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
  hash(password: string): Promise<string>;
  /**
   * Whether a password is the one with this hash. Where there is no hash (nobody has this name, or signs in in another way) the same
   * work is done for nothing, so that the time taken tells nobody who is on file.
   */
  is(password: string, hash: string | null): Promise<boolean>;
}>;

type Kept = PasswordCost & Readonly<{ salt: Buffer; tag: Buffer }>;

const derive = promisify(argon2);

/** One person's password is the same in whatever form the keyboard sends its letters (NIST SP 800-63B §3.1.1.2). */
const tagOf = (password: string, { salt: nonce, ...cost }: Omit<Kept, 'tag'>): Promise<Buffer> => {
  const { memory, passes, parallelism } = cost;
  const message = Buffer.from(password.normalize('NFKC'));
  return derive('argon2id', { message, nonce, memory, passes, parallelism, tagLength: TAG_BYTES });
};

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');

const readHash = (kept: string): Kept => {
  const [, , , cost = '', salt = '', tag = ''] = kept.split('$');
  const [memory = 0, passes = 0, parallelism = 0] = cost.split(',').map((part) => Number(part.slice(2)));
  return {
    memory,
    passes,
    parallelism,
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  };
};

/**
 * One at a time: whoever tries many at once must not take all memory and every thread of the pool, on which others wait for the disk.
 */
const queue = () => {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    if (waiting >= MOST_WAITING) return Promise.reject(new LicetError('LICET_TOO_MANY_REQUESTS'));
    waiting += 1;
    const done = last.then(work).finally(() => {
      waiting -= 1;
    });
    last = done.catch(() => undefined);
    return done;
  };
};

/**
 * Passwords as argon2id hashes. Both functions throw LICET_TOO_MANY_REQUESTS where too many wait.
 * @param cost another one than the usual is for tests
 */
export const createPasswords = (cost: PasswordCost = COST): Passwords => {
  const oneAtATime = queue();
  const nobodys: Kept = { ...cost, salt: randomBytes(SALT_BYTES), tag: randomBytes(TAG_BYTES) };
  return {
    hash: async (password) => {
      const salt = randomBytes(SALT_BYTES);
      const tag = await oneAtATime(() => tagOf(password, { ...cost, salt }));
      const { memory, passes, parallelism } = cost;
      return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(tag)}`;
    },
    is: async (password, hash) => {
      const kept = hash === null ? nobodys : readHash(hash);
      const tag = await oneAtATime(() => tagOf(password, kept));
      return timingSafeEqual(tag, kept.tag) && hash !== null;
    },
  };
};
