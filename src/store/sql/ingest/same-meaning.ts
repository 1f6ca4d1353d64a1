import type { SourceRecord } from '../../../../schema/record.ts';
import type { Connection } from '../connection.ts';
import type { Delta } from './compare-rows.ts';
import type { CurrentRow } from './current-rows.ts';

const SERIAL = /^(序号|编号|no\.?|第1列)$/i;

/** What a row says, without where it stood on its page and how the page was laid out that day. */
const meaningOf = (body: string): string => {
  const { raw, asOf: _, row: __, ...rest } = JSON.parse(body) as SourceRecord;
  const words = Object.entries(raw)
    .filter(([heading]) => !SERIAL.test(heading.trim()))
    .map(([heading, text]) => `${heading}\0${text.replace(/\s+/gu, ' ').trim()}`)
    .sort();
  return JSON.stringify([rest, words]);
};

const NO_BODY = '{"raw":{}}';
const dateOf = (body: string): string => (JSON.parse(body) as SourceRecord).asOf ?? '';

const nameOf = (body: string): string => {
  const record = JSON.parse(body) as SourceRecord;
  return record.kind === 'institution' ? (record.names[0]?.value ?? '') : '';
};

const bodyReader = (db: Connection) => {
  const body = db.prepare<[number], string>('SELECT body FROM record WHERE id = ?').pluck();
  return async ({ id }: CurrentRow): Promise<string> => (await body.get(id)) ?? NO_BODY;
};

/** True when a row says something else, or goes back to an older date. */
const otherwise = (before: string, now: string): boolean => {
  const [then, today] = [dateOf(before), dateOf(now)];
  return today < then || meaningOf(before) !== meaningOf(now);
};

/** Of the rows that differ, those that say something else: columns in another order, serial numbers and dates of reading do not. */
export const meantOtherwise = async (db: Connection, { fresh, replaced }: Delta): Promise<number> => {
  const bodyOf = bodyReader(db);
  const now = new Map([...fresh].map(({ record, body }) => [record.key, body]));
  let differing = 0;
  for (const row of replaced) if (otherwise(await bodyOf(row), now.get(row.key) ?? NO_BODY)) differing += 1;
  return differing;
};

/**
 * Of a source that accumulates: new rows that bear the name of a row first seen on the last page and gone from this one. The same
 * names under other numbers are the same rows, misread.
 */
export const renumbered = async (
  db: Connection,
  source: string,
  edition: number,
  { fresh, unchanged }: Delta,
): Promise<number> => {
  if (fresh.length < 2 || fresh.length <= unchanged) return 0;
  const keys = new Set([...fresh].map(({ record }) => record.key));
  const last = db.prepare<[string, number], { key: string; body: string }>(
    'SELECT key, body FROM record WHERE source = ? AND seen_first = ? AND last_generation IS NULL',
  );
  const gone = (await last.all(source, edition)).filter(({ key }) => !keys.has(key));
  const names = new Set(gone.map(({ body }) => nameOf(body)));
  return [...fresh].filter(({ body }) => names.has(nameOf(body))).length;
};
