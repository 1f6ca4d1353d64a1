import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { exclusiveConflict } from '../../src/names/link/exclusive.ts';
import { linkModel } from '../../src/names/link/link-model.ts';
import { saysWhose } from '../../src/names/link/link-name.ts';
import type { LinkProfile } from '../../src/names/link/link-profile.ts';
import { blockedPairs } from './link-data.ts';
import { readCsv } from './rows.ts';

/** A pair whose truth is known: of which set, whether it is one institution, and whether it is kept out of the fit. */
export type Labelled = Readonly<{
  set: string;
  a: LinkProfile;
  b: LinkProfile;
  same: boolean;
  held: boolean;
}>;

/** A fifth is held out, by the names alone, so that it stays the same fifth. */
const heldOut = (a: LinkProfile, b: LinkProfile): boolean => {
  const key = [a, b]
    .map(({ names }) => names[0]?.full ?? '')
    .sort()
    .join(' ');
  return createHash('sha256').update(key).digest().readUInt32BE() % 5 === 0;
};

const label = (set: string, a: LinkProfile, b: LinkProfile, same: boolean): Labelled => ({
  set,
  a,
  b,
  same,
  held: heldOut(a, b),
});

type Find = (name: string, city: string) => readonly LinkProfile[];

const finder = (profiles: readonly LinkProfile[]): Find => {
  const known = Map.groupBy(
    profiles.flatMap((profile) =>
      profile.names.filter(({ kind }) => kind === 'legal').map(({ value }) => ({ value, profile })),
    ),
    ({ value }) => value.replace(/[\s（）()]/gu, ''),
  );
  return (name, city) =>
    (known.get(name.replace(/[\s（）()]/gu, '')) ?? [])
      .map(({ profile }) => profile)
      .filter(
        ({ cities }) => city === '' || city.includes('/') || cities.length === 0 || cities.includes(city),
      );
};

const twins = (data: string, find: Find): readonly Labelled[] => {
  const clusters = Map.groupBy(
    readCsv(join(data, 'names/registry_twins.csv')),
    ({ cluster = '' }) => cluster,
  );
  return [...clusters.values()].flatMap((rows) => {
    const found = rows.map((row) => find(row.name_zh ?? '', row.city ?? ''));
    return found.flatMap((own, at) =>
      own.flatMap((a) =>
        found
          .slice(at + 1)
          .flat()
          .filter((b) => b !== a)
          .map((b) => label('twins', a, b, true)),
      ),
    );
  });
};

const pairsOfNames = (data: string, find: Find): readonly Labelled[] =>
  readCsv(join(data, 'names/same_or_different.csv')).flatMap((row) =>
    find(row.name_a ?? '', row.city ?? '').flatMap((a) =>
      find(row.name_b ?? '', row.city ?? '')
        .filter((b) => b !== a)
        .map((b) => label('same-or-different', a, b, row.verdict === 'same')),
    ),
  );

/** Two rows of one complete list are two; one whole name that says whose it is, in one city, is one. */
const byConstruction = (profiles: readonly LinkProfile[]): readonly Labelled[] =>
  blockedPairs(profiles).flatMap(([a, b]) => {
    const conflict = exclusiveConflict(a.exclusive, b.exclusive);
    if (conflict?.startsWith('list:') === true || conflict?.startsWith('number:') === true)
      return [label('one-list', a, b, false)];
    const whole = a.names.some(
      (one) =>
        one.kind !== 'english' &&
        saysWhose(one, linkModel.commonCores) &&
        b.names.some(({ full }) => full === one.full),
    );
    return conflict === null && whole ? [label('whole-name', a, b, true)] : [];
  });

/** All pairs whose truth is known: labelled by hand, and by how lists are made. */
export const labelledPairs = (
  data: string,
  bundled: readonly LinkProfile[],
  real: readonly LinkProfile[],
): readonly Labelled[] => {
  const find = finder(bundled);
  return [
    ...twins(data, find),
    ...pairsOfNames(data, find),
    ...byConstruction(bundled),
    ...byConstruction(real),
  ];
};

/** Pairs that stand in two places: a constraint, and nothing to fit. */
export const inTwoPlaces = ({ a, b }: Labelled): boolean =>
  /^(?:province|city|house|district|ordinal)/u.test(exclusiveConflict(a.exclusive, b.exclusive) ?? '');
