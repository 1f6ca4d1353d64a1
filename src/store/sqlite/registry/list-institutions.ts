import type { Dossier } from '../../../../schema/institution.ts';
import { AlteredRecordError } from '../../integrity/altered-record.ts';
import { dossierDigest } from '../../integrity/dossier-digest.ts';
import type { ListAsked, ListedInstitution } from '../../registry-reader.ts';
import type { Connection } from '../connect.ts';
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
} as const;
const asks = ['province', 'city', 'type', 'changedFrom'] as const;

const listed = ({ id, generation, at, body, hash }: Row): ListedInstitution => {
  if (dossierDigest(body) !== hash) throw new AlteredRecordError(id);
  return { dossier: JSON.parse(body) as Dossier, changed: { generation, at } };
};

/** Lists institutions as they were in any generation up to that of the connection; a page reads a stretch of one index. */
export const institutionLister =
  (db: Connection) =>
  async (asked: ListAsked): Promise<readonly ListedInstitution[]> => {
    const restricted = asks.filter((one) => asked[one] !== undefined);
    const hospitals = `(${SAID} IS NULL OR ${conditions.type})`;
    const said = restricted.map((one) =>
      one === 'type' && asked.type === 'hospital' ? hospitals : conditions[one],
    );
    const where = [inForce('d'), 'd.institution_id > :after', ...said];
    const { generation: g, after, limit } = asked;
    const values = Object.fromEntries(restricted.map((one) => [one, asked[one]]));
    return db
      .prepare<[object], Row>(
        `SELECT d.institution_id AS id, d.first_generation AS generation, n.at, d.body, d.hash
         FROM dossier d JOIN generation n ON n.number = d.first_generation
         WHERE ${where.join(' AND ')} ORDER BY d.institution_id LIMIT :limit`,
      )
      .all({ g, after, limit, ...values })
      .map(listed);
  };
