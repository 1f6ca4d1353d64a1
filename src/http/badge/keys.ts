import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, type JSONWebKeySet, type JWK } from 'jose';
import { z } from 'zod';
import type { SealKey } from '../../badge/seal.ts';
import { addDays, shanghaiDay } from '../../text/dates.ts';
import { holdFile, modified } from './held-file.ts';

/** `next` is published before it signs, so that caches of the key set know it; `past` is published until its seals have ended. */
const keyRow = z.object({
  kid: z.string(),
  role: z.enum(['next', 'current', 'past']),
  since: z.iso.date(),
  jwk: z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), d: z.string() }),
});
type KeyRow = Readonly<z.infer<typeof keyRow>>;
const keyFile = z.object({ keys: z.array(keyRow).min(2) });

const FILE = 'badge-keys.json';
/** A seal lives a day and a key set is cached an hour; a week leaves room for clocks and slow mirrors. */
const KEEP_PAST_DAYS = 7;

const newKey = async (role: KeyRow['role'], now: Date): Promise<KeyRow> => {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const jwk = keyRow.shape.jwk.parse(await exportJWK(privateKey));
  return { kid: `${shanghaiDay(now)}-${randomBytes(4).toString('hex')}`, role, since: shanghaiDay(now), jwk };
};

/**
 * Written aside, readable by the owner alone, then put in place at once: a crash leaves the old keys or the new ones.
 * The first keys of two processes that start together are those of the first.
 */
const writeKeys = async (dir: string, keys: readonly KeyRow[], first: boolean): Promise<void> => {
  await mkdir(dir, { recursive: true });
  const aside = join(dir, `${FILE}.${randomBytes(4).toString('hex')}`);
  const file = await open(aside, 'wx', 0o600);
  await file.writeFile(`${JSON.stringify({ keys }, null, 2)}\n`);
  await file.sync();
  await file.close();
  if (!first) return rename(aside, join(dir, FILE));
  await link(aside, join(dir, FILE)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await unlink(aside);
};

const readKeys = async (dir: string): Promise<readonly KeyRow[]> =>
  keyFile.parse(JSON.parse(await readFile(join(dir, FILE), 'utf8'))).keys;

/**
 * Makes the next key the signing one and publishes a new next; seals of the old key stay checkable for a week.
 * The running service sees the change at its next badge. Returns the key ids by role.
 */
export const rotateKeys = async (
  dir: string,
  now: Date,
): Promise<readonly Pick<KeyRow, 'kid' | 'role'>[]> => {
  const limit = addDays(shanghaiDay(now), -KEEP_PAST_DAYS);
  const first = (await modified(join(dir, FILE))) === null;
  const old = first ? [] : await readKeys(dir);
  const moved = old.flatMap((key): KeyRow[] => {
    if (key.role === 'next') return [{ ...key, role: 'current', since: shanghaiDay(now) }];
    if (key.role === 'current') return [{ ...key, role: 'past', since: shanghaiDay(now) }];
    return key.since >= limit ? [key] : [];
  });
  const current = moved.some((key) => key.role === 'current') ? [] : [await newKey('current', now)];
  const keys = [...current, ...moved, await newKey('next', now)];
  await writeKeys(dir, keys, first);
  return keys.map(({ kid, role }) => ({ kid, role }));
};

const publicPart = ({ kid, jwk }: KeyRow): JWK => ({
  kty: jwk.kty,
  crv: jwk.crv,
  x: jwk.x,
  kid,
  use: 'sig',
  alg: 'EdDSA',
});

export type Keys = Readonly<{
  /** The key that signs now. */
  signing(): Promise<SealKey>;
  /** All keys a checker needs: past, current and next; public parts only. */
  jwks(): Promise<JSONWebKeySet>;
}>;

/**
 * The signing keys in the data folder; made on first use, read again when the file changes.
 * Private parts leave this module only as a key handle, never as text.
 */
export const openKeys = (dir: string, clock: () => Date): Keys => {
  const load = holdFile(join(dir, FILE), clock, async () => {
    if ((await modified(join(dir, FILE))) === null) await rotateKeys(dir, clock());
    const keys = await readKeys(dir);
    const current = keys.find((key) => key.role === 'current');
    if (current === undefined) throw new Error(`${FILE} holds no current key; rotate the keys`);
    const privateKey = await importJWK(current.jwk, 'EdDSA');
    if (privateKey instanceof Uint8Array) throw new Error(`${FILE} holds a key of another kind`);
    return { keys, signing: { kid: current.kid, privateKey } };
  });
  return {
    signing: async () => (await load()).signing,
    jwks: async () => ({ keys: (await load()).keys.map(publicPart) }),
  };
};
