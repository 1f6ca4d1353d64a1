import type {
  KeyPurpose,
  KeyRole,
  NewKey,
  Revocation,
  RevokedKey,
  Rotation,
  SigningKey,
  SigningKeyStore,
} from '../../service/signing-keys.ts';
import type { Connection } from '../connection.ts';
import type { Durable } from '../durable.ts';

type KeyRow = Readonly<Omit<SigningKey, 'jwk'> & { jwk: string }>;

const rowsOf = async (db: Connection, purpose: KeyPurpose): Promise<readonly KeyRow[]> =>
  await db
    .prepare<[string], KeyRow>('SELECT kid, role, since, jwk FROM signing_key WHERE purpose = ? ORDER BY id')
    .all(purpose);

const keysOf = (rows: readonly KeyRow[]): readonly SigningKey[] =>
  rows.map((row) => ({ ...row, jwk: JSON.parse(row.jwk) }));

const add = async (
  db: Connection,
  purpose: KeyPurpose,
  role: KeyRole,
  { kid, jwk }: NewKey,
  since: string,
): Promise<void> => {
  await db
    .prepare('INSERT INTO signing_key (purpose, kid, role, since, jwk) VALUES (?, ?, ?, ?, ?)')
    .run(purpose, kid, role, since, JSON.stringify(jwk));
};

/** First the current key becomes a past one: there is never more than one current and one next. */
const rotate = async (db: Connection, purpose: KeyPurpose, { next, spare, today, keepFrom }: Rotation) => {
  await db
    .prepare(`DELETE FROM signing_key WHERE purpose = ? AND role = 'past' AND since < ?`)
    .run(purpose, keepFrom);
  const move = db.prepare('UPDATE signing_key SET role = ?, since = ? WHERE purpose = ? AND role = ?');
  await move.run('past', today, purpose, 'current');
  if ((await move.run('current', today, purpose, 'next')).changes === 0)
    await add(db, purpose, 'current', spare, today);
  await add(db, purpose, 'next', next, today);
  return keysOf(await rowsOf(db, purpose));
};

const hasRole = async (db: Connection, purpose: KeyPurpose, role: KeyRole): Promise<boolean> =>
  (await db.prepare('SELECT 1 FROM signing_key WHERE purpose = ? AND role = ?').get(purpose, role)) !==
  undefined;

/**
 * The private part is overwritten in a file (`secure_delete`); PostgreSQL keeps it for a while in its log and its pages, and in copies of
 * these. Statements under that key are told of as revoked by the status list.
 */
const revoke = async (
  db: Connection,
  purpose: KeyPurpose,
  { kid, at, because, current, next, today }: Revocation,
): Promise<readonly SigningKey[] | undefined> => {
  const gone = await db.prepare('DELETE FROM signing_key WHERE purpose = ? AND kid = ?').run(purpose, kid);
  if (gone.changes === 0) return undefined;
  await db
    .prepare('INSERT INTO revoked_key (purpose, kid, at, because) VALUES (?, ?, ?, ?)')
    .run(purpose, kid, at, because);
  if (purpose === 'badge') await db.prepare("UPDATE status_entry SET kid = ? WHERE kid = ''").run(kid);
  if (!(await hasRole(db, purpose, 'current'))) {
    const promote = db.prepare(
      `UPDATE signing_key SET role = 'current', since = ? WHERE purpose = ? AND role = 'next'`,
    );
    if ((await promote.run(today, purpose)).changes === 0) await add(db, purpose, 'current', current, today);
  }
  if (!(await hasRole(db, purpose, 'next'))) await add(db, purpose, 'next', next, today);
  return keysOf(await rowsOf(db, purpose));
};

/** Reads the keys of a purpose again only when something was written, and gives the same array when it was something else. */
const heldKeys = ({ reading, version }: Durable, purpose: KeyPurpose) => {
  let held: Readonly<{ version: number; text: string; keys: readonly SigningKey[] }> | null = null;
  return async (): Promise<readonly SigningKey[]> => {
    const now = version();
    if (held?.version === now) return held.keys;
    const rows = await rowsOf(reading, purpose);
    const text = JSON.stringify(rows);
    held = { version: now, text, keys: held?.text === text ? held.keys : keysOf(rows) };
    return held.keys;
  };
};

export const signingKeysIn = (durable: Durable): SigningKeyStore => {
  const held = {
    badge: heldKeys(durable, 'badge'),
    credential: heldKeys(durable, 'credential'),
    log: heldKeys(durable, 'log'),
    receipt: heldKeys(durable, 'receipt'),
  };
  return {
    keys: async (purpose) => held[purpose](),
    begin: (purpose, pair, today) =>
      durable.write(async (db) => {
        const known = keysOf(await rowsOf(db, purpose));
        if (known.length > 0) return known;
        await add(db, purpose, 'current', pair.current, today);
        await add(db, purpose, 'next', pair.next, today);
        return keysOf(await rowsOf(db, purpose));
      }),
    revoke: (purpose, revocation) => durable.write((db) => revoke(db, purpose, revocation)),
    revoked: async (purpose) =>
      await durable.reading
        .prepare<[string], RevokedKey>(
          'SELECT kid, at, because FROM revoked_key WHERE purpose = ? ORDER BY at, kid',
        )
        .all(purpose),
    rotate: (purpose, rotation) => durable.write((db) => rotate(db, purpose, rotation)),
  };
};
