import type { Dossier } from '../../../../schema/institution.ts';
import { AlteredRecordError } from '../../integrity/altered-record.ts';
import { dossierDigest } from '../../integrity/dossier-digest.ts';
import type { ListAsked, ListedInstitution } from '../../registry-reader.ts';
import type { Connection } from '../connection.ts';
import { inForce } from './in-force.ts';

type Row = Readonly<{ id: string; generation: number; at: string; body: string; hash: string }>;

/** What an institution is said to be, in the words of the index `dossier_type`; of a hospital nothing need be said. */
const SAID = "(d.body ->> '$.traits.body')";

const conditions = {
  province: 'd.province = :province',
  city: 'd.city = :city',
  type: `${SAID} = :type`,
  changedFrom:
    'd.first_generation >= (SELECT coalesce(min(number), :g + 1) FROM generation WHERE at >= :changedFrom)',
  changedBefore:
    'd.first_generation <= (SELECT coalesce(max(number), 0) FROM generation WHERE at < :changedBefore)',
  ids: 'd.institution_id IN (SELECT value FROM json_each(:ids))',
} as const;
const asks = ['province', 'city', 'type', 'changedFrom', 'changedBefore', 'ids'] as const;

const listed = ({ id, generation, at, body, hash }: Row): ListedInstitution => {
  if (dossierDigest(body) !== hash) throw new AlteredRecordError(id);
  return { dossier: JSON.parse(body) as Dossier, changed: { generation, at } };
};

type Narrowed = Omit<ListAsked, 'after' | 'limit'>;

/** What restricts a list, as conditions of SQL and the values they name. */
const narrowed = (asked: Narrowed) => {
  const restricted = asks.filter((one) => asked[one] !== undefined);
  const hospitals = `(${SAID} IS NULL OR ${conditions.type})`;
  const said = restricted.map((one) =>
    one === 'type' && asked.type === 'hospital' ? hospitals : conditions[one],
  );
  const values = Object.fromEntries(
    restricted.map((one) => [one, one === 'ids' ? JSON.stringify(asked.ids) : asked[one]]),
  );
  return { where: [inForce('d'), ...said].join(' AND '), values: { g: asked.generation, ...values } };
};

/** Lists institutions as they were in any generation up to that of the connection; a page reads a stretch of one index. */
export const institutionLister =
  (db: Connection) =>
  async (asked: ListAsked): Promise<readonly ListedInstitution[]> => {
    const { after, limit } = asked;
    const { where, values } = narrowed(asked);
    return (
      await db
        .prepare<[object], Row>(
          `SELECT d.institution_id AS id, d.first_generation AS generation, n.at, d.body, d.hash
         FROM dossier d JOIN generation n ON n.number = d.first_generation
         WHERE ${where} AND d.institution_id > :after ORDER BY d.institution_id LIMIT :limit`,
        )
        .all({ after, limit, ...values })
    ).map(listed);
  };

/** Counts institutions as they were in any generation up to that of the connection. */
export const institutionCounter =
  (db: Connection) =>
  async (asked: Narrowed): Promise<number> => {
    const { where, values } = narrowed(asked);
    const counted = await db
      .prepare<[object], { count: number }>(`SELECT count(*) AS count FROM dossier d WHERE ${where}`)
      .get(values);
    return counted?.count ?? 0;
  };
