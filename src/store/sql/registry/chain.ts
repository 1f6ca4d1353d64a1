import { hash } from 'node:crypto';
import type { Connection } from '../connection.ts';

/** A generation's row as the chain binds it. */
type ChainRow = Readonly<{
  number: number;
  at: string;
  registryHash: string;
  code: string;
  chain: string | null;
}>;

/** All generations, oldest first. */
export const chainRows = async (db: Connection): Promise<readonly ChainRow[]> =>
  await db
    .prepare<[], ChainRow>(
      'SELECT number, at, registry_hash AS registryHash, code, chain FROM generation ORDER BY number',
    )
    .all();

/** Hash of a generation and of all before it: `before` is the chain of the one before, empty for the first. */
const linkOf = (before: string, { number, at, registryHash, code }: ChainRow): string =>
  hash('sha256', JSON.stringify([before, number, at, registryHash, code]), 'hex');

/**
 * Chains the generations that are not yet: the one just published, and those of a version without chains. What is chained stays as it
 * is, whatever its row says now: an edited row must not come right by itself.
 */
export const chainUp = async (db: Connection): Promise<void> => {
  const set = db.prepare('UPDATE generation SET chain = ? WHERE number = ?');
  let before = '';
  for (const row of await chainRows(db)) {
    const chain = row.chain ?? linkOf(before, row);
    if (row.chain === null) await set.run(chain, row.number);
    before = chain;
  }
};

/** What is wrong with the chain, in words. */
export const chainFaults = (rows: readonly ChainRow[]): readonly string[] => {
  const faults: string[] = [];
  let before = '';
  let expected = 1;
  for (const row of rows) {
    if (row.number !== expected)
      faults.push(
        `generation ${expected} is missing${row.number > expected + 1 ? `, up to ${row.number - 1}` : ''}`,
      );
    else if (row.chain !== null && row.chain !== linkOf(before, row))
      faults.push(`generation ${row.number} is not what was published`);
    expected = row.number + 1;
    before = row.chain ?? linkOf(before, row);
  }
  return faults;
};
