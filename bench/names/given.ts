import { nameKeys } from '../../src/name-keys/keys.ts';
import type { NameRow } from '../../src/store/registry-reader.ts';
import type { NameQuestion } from './name-question.ts';
import { readCsv } from './rows.ts';

/**
 * Questions of a file: `query`, and `expect_zh`, the registered names that are right, parted by "|" (the first that is on record is
 * wanted). Rows whose institution is not on record are left out.
 */
export const givenQuestions = (file: string, rows: readonly NameRow[]): readonly NameQuestion[] => {
  const bearers = Map.groupBy(rows, (row) => nameKeys(row.value).full);
  return readCsv(file).flatMap(({ query = '', expect_zh = '' }) => {
    const owners = expect_zh.split('|').flatMap((name) => bearers.get(nameKeys(name).full) ?? []);
    const row = owners.find(({ kind }) => kind === 'legal') ?? owners[0];
    return row === undefined
      ? []
      : [
          {
            set: `given: ${file.split('/').at(-1)}`,
            query,
            target: row.institution,
            province: row.province,
            city: row.city,
            hidden: 'nothing' as const,
            heldOut: false,
          },
        ];
  });
};
