import type { Identification } from '../../schema/verdict.ts';
import { nameKeys } from '../../src/kit/name-key.ts';
import { identify } from '../../src/registry/identify.ts';
import type { NameRow, Reader } from '../../src/store/types.ts';
import type { MadeUp } from './made-up.ts';
import { type Labelled, sameHospital } from './rows.ts';

/** What one set of real questions measured. Shares are 0–1. */
export type Measured = Readonly<{
  asked: number;
  recallAt1: number;
  recallAt5: number;
  strong: number;
  strongRight: number;
  /** Score and truth of each best answer, for calibration. */
  scored: readonly (readonly [number, boolean])[];
  worst: readonly string[];
}>;

/**
 * Institutions that bear the target's name (in its province): any of them is right, since one hospital stands on several lists.
 * So is a record that stands under another name of the same hospital, where a list that ships (trial register, its aliases,
 * the bilingual list) says that both names are one hospital's.
 */
export const ownersByName = (
  rows: readonly NameRow[],
  groups: readonly (readonly string[])[] = sameHospital(),
): ReadonlyMap<string, ReadonlySet<string>> => {
  const out = new Map<string, Set<string>>();
  for (const row of rows)
    for (const key of [nameKeys(row.value).full, `${nameKeys(row.value).full}@${row.province}`])
      out.set(key, (out.get(key) ?? new Set()).add(row.institution));
  const provinces = new Set(rows.map((row) => row.province));
  for (const group of groups)
    for (const suffix of ['', ...[...provinces].map((one) => `@${one}`)]) {
      const keys = group.map((name) => nameKeys(name).full + suffix);
      const all = new Set(keys.flatMap((key) => [...(out.get(key) ?? [])]));
      if (all.size > 1) for (const key of keys) out.set(key, all);
    }
  return out;
};

const right = (one: Labelled, owners: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> => {
  const key = nameKeys(one.target).full;
  return (
    (one.province === null ? undefined : owners.get(`${key}@${one.province}`)) ?? owners.get(key) ?? new Set()
  );
};

const ranked = (found: Identification): string[] =>
  found.id === null ? found.candidates.map((one) => one.id) : [found.id];

/** Asks every labelled question and counts. Questions whose target is not in the base list are left out. */
export const measureReal = async (
  cases: readonly Labelled[],
  reader: Reader,
  owners: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<Measured> => {
  const scored: [number, boolean][] = [];
  const worst: string[] = [];
  let [asked, at1, at5, strong, strongRight] = [0, 0, 0, 0, 0];
  for (const one of cases) {
    const wanted = right(one, owners);
    if (wanted.size === 0) continue;
    asked += 1;
    const found = await identify({ name: one.query.slice(0, 300) }, reader);
    const ids = ranked(found);
    const hit = ids.findIndex((id) => wanted.has(id));
    at1 += hit === 0 ? 1 : 0;
    at5 += hit >= 0 && hit < 5 ? 1 : 0;
    if (ids.length > 0)
      scored.push([found.id === null ? (found.candidates[0]?.score ?? 0) : found.score, hit === 0]);
    if (found.match !== 'strong') continue;
    strong += 1;
    if (hit === 0) strongRight += 1;
    else worst.push(`${one.query} → ${ids[0]} (meant: ${one.target})`);
  }
  return { asked, recallAt1: at1 / asked, recallAt5: at5 / asked, strong, strongRight, scored, worst };
};

/** How many questions about nobody were taken for somebody, and which. */
export const measureMadeUp = async (
  cases: readonly MadeUp[],
  reader: Reader,
): Promise<Readonly<{ asked: number; accepted: readonly string[] }>> => {
  const accepted: string[] = [];
  for (const one of cases) {
    const found = await identify({ name: one.query }, reader);
    if (found.match === 'strong' || found.match === 'exact')
      accepted.push(`${one.query} → ${found.id} (${found.why.map((why) => why.code).join(', ')})`);
  }
  return { asked: cases.length, accepted };
};

/** Ten bands of score with the share that was right in each, and the expected calibration error. */
export const calibration = (scored: readonly (readonly [number, boolean])[]) => {
  const bands = Array.from({ length: 10 }, () => ({ count: 0, right: 0, sum: 0 }));
  for (const [score, ok] of scored) {
    const band = bands[Math.min(9, Math.floor(score * 10))];
    if (band === undefined) continue;
    band.count += 1;
    band.right += ok ? 1 : 0;
    band.sum += score;
  }
  const error =
    bands.reduce((sum, { right: ok, sum: total }) => sum + Math.abs(ok - total), 0) /
    Math.max(1, scored.length);
  return { bands, error };
};
