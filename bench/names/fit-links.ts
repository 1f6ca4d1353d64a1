import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type LinkModel, linkModel, logOdds, probabilityOf } from '../../src/names/link/link-model.ts';
import { comparePair } from '../../src/names/link/link-pair.ts';
import type { LinkProfile } from '../../src/names/link/link-profile.ts';
import { bundledRows, profilesOf, realRows } from './link-data.ts';
import { inTwoPlaces, type Labelled, labelledPairs } from './link-labels.ts';

/** Words by which hospitals of at least this many cities are called. */
const CITIES = 4;
const commonCores = (profiles: readonly LinkProfile[]): readonly string[] => {
  const cities = new Map<string, Set<string>>();
  for (const profile of profiles)
    for (const { core, parent, kind } of profile.names) {
      if (core.length < 2 || parent !== '' || kind !== 'legal') continue;
      const known = cities.get(core) ?? new Set();
      for (const city of profile.cities) known.add(city);
      cities.set(core, known);
    }
  return [...cities]
    .filter(([, in_]) => in_.size >= CITIES)
    .map(([core]) => core)
    .sort();
};

/** Observations no labelled pair shows often enough: their weight is set by what they mean, and said so in the file. */
const SET: Readonly<Record<string, number>> = {
  'name.legal': 6,
  'name.other': 5,
  'name.alias': 4.5,
  'name.english': 3,
  'name.shared': 1,
  'name.none': -8,
  'domain.same': 3,
  'name.renamed': 4,
  'stem.placed': 3,
  'stem.alone': 2,
  'campus.other': -2,
  'number.same': 2,
  'city.unknown+name.english': -6,
  'city.unknown+name.unplaced': -6,
  'city.unknown+house.differs': -6,
};

/** Whole names join by themselves; what is fitted is how much the rest says. */
const WHOLE: ReadonlySet<string> = new Set([
  'name.legal',
  'name.other',
  'name.alias',
  'name.english',
  'name.shared',
  'name.none',
]);

type Example = Readonly<{ features: readonly string[]; same: boolean }>;

const examples = (labelled: readonly Labelled[], model: LinkModel): readonly Example[] =>
  labelled
    .filter((one) => !inTwoPlaces(one))
    .flatMap(({ a, b, same }) => {
      const pair = comparePair(a, b, model);
      return pair === null || pair.features.some((one) => WHOLE.has(one))
        ? []
        : [{ features: pair.features, same }];
    });

/** Logistic regression by gradient descent, with a small penalty on large weights. */
const fitted = (given: readonly Example[], start: LinkModel): LinkModel => {
  const weights = new Map<string, number>();
  for (const feature of new Set(given.flatMap(({ features }) => features)))
    weights.set(feature, start.weights[feature] ?? 0);
  let bias = start.bias;
  const [rate, penalty] = [2, 0.0005];
  for (let turn = 0; turn < 3000; turn += 1) {
    const slope = new Map<string, number>();
    let biasSlope = 0;
    for (const { features, same } of given) {
      const odds = features.reduce((sum, one) => sum + (SET[one] ?? weights.get(one) ?? 0), bias);
      const error = probabilityOf(odds) - (same ? 1 : 0);
      biasSlope += error;
      for (const one of features) slope.set(one, (slope.get(one) ?? 0) + error);
    }
    bias -= (rate * biasSlope) / given.length;
    for (const [one, by] of slope)
      weights.set(one, (weights.get(one) ?? 0) * (1 - rate * penalty) - (rate * by) / given.length);
  }
  const rounded = [...weights]
    .map(([one, weight]) => [one, Math.round(weight * 100) / 100] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    bias: Math.round(bias * 100) / 100,
    weights: { ...Object.fromEntries(rounded), ...SET },
    commonCores: start.commonCores,
  };
};

/** Probability from which two records are one; below it and from DOUBT on a person is asked. */
const JOIN = 0.7;

const probabilityFor = (one: Labelled, model: LinkModel): number =>
  inTwoPlaces(one) ? 0 : (comparePair(one.a, one.b, model)?.probability ?? 0);

const report = (name: string, labelled: readonly Labelled[], model: LinkModel): void => {
  for (const held of [false, true]) {
    const part = labelled.filter((one) => one.held === held);
    const judged = part.map((one) => ({
      same: one.same,
      p: probabilityFor(one, model),
    }));
    const [joined, same] = [judged.filter(({ p }) => p >= JOIN), judged.filter((one) => one.same)];
    const right = joined.filter((one) => one.same).length;
    console.log(
      name.padEnd(20),
      held ? 'held out' : 'fitted  ',
      `pairs ${part.length}`.padEnd(12),
      `same ${same.length}`.padEnd(11),
      `precision ${(right / Math.max(1, joined.length)).toFixed(3)}`,
      `recall ${(right / Math.max(1, same.length)).toFixed(3)}`,
    );
  }
};

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    day: { type: 'string' },
    write: { type: 'boolean' },
    verbose: { type: 'boolean' },
  },
});
const data = values.data ?? '';
const profiles = profilesOf(await bundledRows());
const real = profilesOf(realRows(data));
const all = labelledPairs(data, profiles, real);
let model: LinkModel = { ...linkModel, commonCores: new Set(commonCores([...profiles, ...real])) };
for (let turn = 0; turn < 4; turn += 1)
  model = fitted(
    examples(
      all.filter(({ held }) => !held),
      model,
    ),
    model,
  );
for (const [set, of] of Map.groupBy(all, ({ set }) => set)) report(set, of, model);
report('all', all, model);
if (values.verbose === true) {
  console.log(model.bias, model.weights);
  for (const one of all) {
    const pair = comparePair(one.a, one.b, model);
    const p = probabilityFor(one, model);
    if (one.same === p >= JOIN || one.set === 'twins') continue;
    console.log(
      one.set,
      one.same,
      p.toFixed(2),
      one.a.names[0]?.value,
      one.b.names[0]?.value,
      one.a.cities.join(),
      pair?.features.join(' '),
      logOdds([], model),
    );
  }
}
if (values.write === true)
  writeFileSync(
    new URL('../../src/names/link/link-model.json', import.meta.url),
    `${JSON.stringify({ about: 'Weights (log-odds) of what is observed of two records, and the words hospitals of several cities are called by.', origin: `Fitted by bench/names/fit-links.ts on registry_twins.csv, same_or_different.csv, pairs of rows of complete lists, and equal whole names in one city; not fitted: ${Object.keys(SET).join(', ')}`, asOf: values.day, bias: model.bias, weights: model.weights, commonCores: [...model.commonCores] }, null, 2)}\n`,
  );
