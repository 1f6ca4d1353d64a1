import type { OperatorPasskeys, OwnPasskey } from '../../service/operator-passkeys.ts';
import type { Connection } from '../connection.ts';
import type { Durable } from '../durable.ts';

const ADD = `INSERT INTO operator_passkey (credential, operator, public_key, counter, added_at, label)
  VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`;

const waysIn = async (db: Connection, operator: string): Promise<number> =>
  (await db
    .prepare<[Readonly<{ operator: string }>], number>(
      `SELECT (SELECT count(*) FROM operator_passkey WHERE operator = :operator)
            + (SELECT count(*) FROM operator_password WHERE operator = :operator)`,
    )
    .pluck()
    .get({ operator })) ?? 0;

const remove = async (db: Connection, operator: string, credential: string, keep: string | null) => {
  const found = await db
    .prepare('SELECT 1 FROM operator_passkey WHERE operator = ? AND credential = ?')
    .get(operator, credential);
  if (found === undefined) return 'unknown' as const;
  if ((await waysIn(db, operator)) < 2) return 'only' as const;
  await db
    .prepare('DELETE FROM operator_passkey WHERE operator = ? AND credential = ?')
    .run(operator, credential);
  await db
    .prepare('DELETE FROM operator_session WHERE operator = ? AND token_hash IS DISTINCT FROM ?')
    .run(operator, keep);
  return 'removed' as const;
};

/** The passkeys of operators, in the file of what the service records. */
export const operatorPasskeysIn = ({ reading, write }: Durable): OperatorPasskeys => {
  const of = reading.prepare<[string], OwnPasskey>(
    `SELECT credential, label, added_at AS addedAt, used_at AS usedAt FROM operator_passkey
     WHERE operator = ? ORDER BY added_at`,
  );
  return {
    of: async (operator) => of.all(operator),
    add: (operator, { credential, publicKey, counter, label }, at, most) =>
      write(async (db) => {
        const held = db
          .prepare<[string], number>('SELECT count(*) FROM operator_passkey WHERE operator = ?')
          .pluck();
        if (((await held.get(operator)) ?? 0) >= most) return false;
        const key = Buffer.from(publicKey);
        return (await db.prepare(ADD).run(credential, operator, key, counter, at, label)).changes === 1;
      }),
    name: (operator, credential, label) =>
      write(
        async (db) =>
          (
            await db
              .prepare('UPDATE operator_passkey SET label = ? WHERE operator = ? AND credential = ?')
              .run(label, operator, credential)
          ).changes === 1,
      ),
    remove: (operator, credential, keep) => write((db) => remove(db, operator, credential, keep)),
  };
};
