import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { nameKeys } from '../../src/name-keys/keys.ts';
import { placeOf } from '../../src/places/place-of.ts';
import type { NameRow } from '../../src/store/registry-reader.ts';
import { hasHan } from '../../src/text/han.ts';

/** A row of a CSV file with a heading. */
export type Row = Readonly<Record<string, string>>;

/** A labelled example: what is asked, and the Chinese name (and province, when known) of the one that is meant. */
export type Labelled = Readonly<{ query: string; target: string; province: string | null }>;

const here = (path: string): string => new URL(`../../${path}`, import.meta.url).pathname;

export const readCsv = (path: string): readonly Row[] =>
  parse(readFileSync(path), { columns: true, bom: true, skip_empty_lines: true });

export const shipped = {
  directory: () => readCsv(here('scrapers/cn-hospitals-open-licence/bundled/directory-2026-06.csv')),
  register: () => readCsv(here('scrapers/cn-cfdi-trial-institutions/bundled/register-2026-09-05.csv')),
  aliases: () => readCsv(here('scrapers/cn-cfdi-aliases/bundled/aliases-2026-09.csv')),
  bilingual: () => readCsv(here('scrapers/cn-names-open/bundled/names-2026-06.csv')),
  affiliations: () => readCsv(here('bench/names/affiliations.csv')),
};

/** Which institution a Chinese name and province stand for: rows of several lists about one hospital are one. */
export const ownerOf = (name: string, province: string | null): string =>
  `${nameKeys(name).full}@${province ?? ''}`;

const nameRow = (value: string, kind: string, row: Row, owner: string): NameRow => {
  const place = placeOf({
    province: row.province,
    city: row.city,
    district: row.district,
    address: row.address,
    name: value,
  });
  return {
    institution: owner,
    value,
    kind,
    language: hasHan(value) ? 'zh' : 'en',
    province: place.province ?? null,
    city: place.city ?? null,
    district: place.district ?? null,
    official: false,
  };
};

/** 甲医院（乙医院） as the trial register prints it: the first is the legal name. */
const filed = (name: string): string[] =>
  name
    .replace(/\s+/gu, '')
    .split(/[（()）]/u)
    .filter((part) => part.length >= 4);

const provinceOf = (row: Row): string | null =>
  placeOf({ province: row.province, city: row.city }).province ?? null;

const ofRow = (row: Row, names: readonly string[]): NameRow[] => {
  const [legal = ''] = names;
  const owner = ownerOf(legal, provinceOf(row));
  return names.map((value, at) => nameRow(value, at === 0 ? 'legal' : 'second', row, owner));
};

/** Rows of a large list, as a directory that is loaded beside would give them. */
export const directoryRows = (path: string): readonly NameRow[] =>
  readCsv(path).flatMap((row) =>
    ofRow(row, [row.name_zh ?? '', ...(row.former_names ?? '').split('|').filter((one) => one !== '')]),
  );

/** Names of the base list: Chinese legal, second and former names only. Aliases and English names are kept back to be asked for. */
export const baseRows = (directory?: string): readonly NameRow[] => {
  const rows = [
    ...shipped.register().flatMap((row) => ofRow(row, filed(row.name ?? ''))),
    ...shipped.directory().flatMap((row) => ofRow(row, [row.name_zh ?? ''])),
    ...shipped.bilingual().flatMap((row) => ofRow(row, [row.name_zh ?? ''])),
    ...(directory === undefined ? [] : directoryRows(directory)),
  ];
  const seen = new Set<string>();
  const fresh = rows.filter((row) => {
    const key = `${row.institution} ${row.value}`;
    return row.value !== '' && !seen.has(key) && seen.add(key);
  });
  return fresh.sort((a, b) => (a.institution < b.institution ? -1 : a.institution > b.institution ? 1 : 0));
};
