import { type Following, FollowsPacks } from '../../packs.ts';
import type { Connection } from '../connect.ts';

type Row = Omit<Following, 'keys'> & Readonly<{ keys: string }>;

/** Whose packs this registry is taken from; null where its lists are read here. */
export const readFollowing = (db: Connection): Following | null => {
  const row = db
    .prepare<[], Row>('SELECT keys, generation, content, applied_at AS appliedAt FROM following WHERE id = 1')
    .get();
  return row === undefined ? null : { ...row, keys: JSON.parse(row.keys) as Following['keys'] };
};

export const saveFollowing = (db: Connection, { keys, generation, content, appliedAt }: Following): void => {
  db.prepare(
    'INSERT OR REPLACE INTO following (id, keys, generation, content, applied_at) VALUES (1, ?, ?, ?, ?)',
  ).run(JSON.stringify(keys), generation, content, appliedAt);
};

/** Throws where packs alone may write. */
export const refuseFollower = (db: Connection): void => {
  if (readFollowing(db) !== null) throw new FollowsPacks();
};
