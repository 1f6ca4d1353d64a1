import { type Following, FollowsPacks } from '../../packs.ts';
import type { Connection } from '../connection.ts';

type Row = Omit<Following, 'keys'> & Readonly<{ keys: string }>;

/** Whose packs this registry is taken from; null where its lists are read here. */
export const readFollowing = async (db: Connection): Promise<Following | null> => {
  const row = await db
    .prepare<[], Row>('SELECT keys, generation, content, applied_at AS appliedAt FROM following WHERE id = 1')
    .get();
  return row === undefined ? null : { ...row, keys: JSON.parse(row.keys) as Following['keys'] };
};

export const saveFollowing = async (
  db: Connection,
  { keys, generation, content, appliedAt }: Following,
): Promise<void> => {
  await db
    .prepare(
      `INSERT INTO following (id, keys, generation, content, applied_at) VALUES (1, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET keys = excluded.keys, generation = excluded.generation, content = excluded.content,
         applied_at = excluded.applied_at`,
    )
    .run(JSON.stringify(keys), generation, content, appliedAt);
};

/** Throws where packs alone may write. */
export const refuseFollower = async (db: Connection): Promise<void> => {
  if ((await readFollowing(db)) !== null) throw new FollowsPacks();
};
