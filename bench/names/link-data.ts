import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InstitutionRecord } from '../../schema/record.ts';
import { authoritativeKinds } from '../../schema/source.ts';
import { loadCatalogue, type Source } from '../../src/harvest/catalogue.ts';
import { blockKeys } from '../../src/names/link/block-keys.ts';
import { type LinkProfile, type LinkRow, linkProfile } from '../../src/names/link/link-profile.ts';
import { nodeKey } from '../../src/names/link/node-key.ts';
import { placeOf } from '../../src/places/place-of.ts';
import { readCsv } from './rows.ts';

const rowsOf = async ({ descriptor, parse, dir }: Source): Promise<readonly LinkRow[]> => {
  const rows: LinkRow[] = [];
  for (const page of descriptor.pages.filter(({ file }) => file !== undefined)) {
    const body = readFileSync(join(dir, page.file ?? ''));
    for await (const record of parse({ page, body, source: descriptor })) {
      if (record.kind !== 'institution') continue;
      const official = authoritativeKinds.includes(record.evidenceKind ?? descriptor.evidenceKind);
      const listed = official && descriptor.completeness === 'complete' && descriptor.accumulates !== true;
      rows.push({ source: descriptor.id, record, official, listed });
    }
  }
  return rows;
};

/** All rows of the bundled lists, as linking sees them. */
export const bundledRows = async (): Promise<readonly LinkRow[]> => {
  const bundled = (await loadCatalogue()).filter(({ descriptor }) => descriptor.how === 'bundled');
  return (await Promise.all(bundled.map(rowsOf))).flat();
};

const listRow = (source: string, name: string, place: InstitutionRecord['place']): LinkRow => ({
  source,
  record: { names: [{ value: name, kind: 'legal', language: 'zh' }], identifiers: [], place },
  official: true,
  listed: true,
});

/** Lists of licensees as others published them (tests only): two rows of one are two licensees. */
export const realRows = (data: string): readonly LinkRow[] => {
  const read = (file: string) => readCsv(join(data, 'real', file));
  return [
    ...read('beijing-hospitals-2021.csv').map((row) =>
      listRow(
        'beijing-2021',
        row.name ?? '',
        placeOf({ province: '北京市', district: row.district, address: row.address }),
      ),
    ),
    ...read('guangzhou-designated-2015.csv').map((row) =>
      listRow(
        'guangzhou-2015',
        row.name ?? '',
        placeOf({ province: '广东省', city: '广州市', district: row.district, address: row.address }),
      ),
    ),
  ];
};

/** Profiles of the records that rows found; rows without a name of their own follow their number. */
export const profilesOf = (rows: readonly LinkRow[]): readonly LinkProfile[] => {
  const nodes = new Map<string, LinkRow[]>();
  const bearers = new Map<string, string>();
  const numbers = (row: LinkRow) => row.record.identifiers.map(({ scheme, value }) => `${scheme} ${value}`);
  const nameless: LinkRow[] = [];
  for (const row of rows) {
    const key = nodeKey(row.record, String(rows.indexOf(row)));
    if (key === null) {
      nameless.push(row);
      continue;
    }
    nodes.set(key, [...(nodes.get(key) ?? []), row]);
    for (const number of numbers(row)) bearers.set(number, key);
  }
  for (const row of nameless) {
    const home = numbers(row)
      .map((number) => bearers.get(number))
      .find((one) => one !== undefined);
    if (home !== undefined) nodes.get(home)?.push(row);
  }
  return [...nodes].map(([id, own]) => linkProfile(id, own));
};

/** Largest block that is compared pair by pair. */
const MOST = 60;

/** All pairs that share a block. */
export const blockedPairs = (
  profiles: readonly LinkProfile[],
): readonly (readonly [LinkProfile, LinkProfile])[] => {
  const blocks = new Map<number, number[]>();
  for (const [at, profile] of profiles.entries())
    for (const key of blockKeys(profile)) {
      const known = blocks.get(key);
      if (known === undefined) blocks.set(key, [at]);
      else known.push(at);
    }
  const pairs = new Map<string, readonly [LinkProfile, LinkProfile]>();
  for (const block of blocks.values()) {
    if (block.length > MOST) continue;
    for (const [at, one] of block.entries())
      for (const other of block.slice(at + 1)) {
        const [a, b] = [profiles[one], profiles[other]];
        if (a !== undefined && b !== undefined) pairs.set(`${one} ${other}`, [a, b]);
      }
  }
  return [...pairs.values()];
};
