import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { nameModel } from '../../schema/lexicon/name-model.ts';
import { measuredRegistry } from './bundled.ts';
import { type FitData, gatherFitData, type Script } from './fit-data.ts';
import { minimise } from './minimise.ts';
import { isAskedAsListed, isMeasuredOnly } from './name-question.ts';
import { type KeptPoints, operatingPoints } from './operating-point.ts';
import { probabilities, type Weights } from './probabilities.ts';
import { nameQuestions } from './questions.ts';

/**
 * Fits the weights of src/identify/model on the labelled questions that are not held out, and writes schema/lexicon/name-model.json.
 * `node bench/names/fit.ts [--data FOLDER] [--day 2026-11-28] [--points-only [--sort misleading-works]]`: FOLDER is a data folder with the bundled
 * lists (default: made anew); `--points-only` keeps the weights and fits the operating points alone, `--sort` those of these sorts of ground alone.
 */
const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    day: { type: 'string' },
    'points-only': { type: 'boolean' },
    sort: { type: 'string', multiple: true, default: [] },
  },
});

/** Strength of the pull to zero, and most passes over the questions. */
const PULL = 1e-4;
const PASSES = 400;
/** Names of nobody count twice: there are few of them, and a wrong yes is the worse mistake. */
const NOBODY_WEIGHT = 2;
/** Names whose hospital is not on record, for the same reason: settled on somebody else, they are the error that users never see. */
const HIDDEN_WEIGHT = 1.5;
/** Names asked as they are listed are many and easy: they count less, so that they do not set the weights of the others. */
const LISTED_WEIGHT = 0.3;
/** Weights smaller than this say nothing. */
const LEAST = 0.03;

const weightOf = (data: FitData, question: number): number => {
  const one = data.questions[question];
  if (one === undefined || one.heldOut || isMeasuredOnly(one)) return 0;
  if (isAskedAsListed(one)) return LISTED_WEIGHT;
  if (one.hidden === 'hospital') return HIDDEN_WEIGHT;
  return one.target === '' ? NOBODY_WEIGHT : 1;
};

/** Adds one question's part of the gradient of the log loss, and gives its part of the loss. */
const addGradient = (
  data: FitData,
  current: Weights,
  question: number,
  gradient: Float64Array,
  work: Float64Array,
): number => {
  const weight = weightOf(data, question);
  if (weight === 0) return 0;
  const none = probabilities(data, current, question, work);
  const from = data.firstRow[question] ?? 0;
  const right = data.right[question] ?? -1;
  gradient[data.features.length] =
    (gradient[data.features.length] ?? 0) + weight * (none - (right < 0 ? 1 : 0));
  for (let row = from; row < (data.firstRow[question + 1] ?? 0); row += 1) {
    const push = weight * ((work[row - from] ?? 0) - (row === right ? 1 : 0));
    if (Math.abs(push) < 1e-9) continue;
    for (let at = data.first[row] ?? 0; at < (data.first[row + 1] ?? 0); at += 1) {
      const feature = data.feature[at] ?? 0;
      gradient[feature] = (gradient[feature] ?? 0) + push * (data.value[at] ?? 0);
    }
  }
  return -weight * Math.log(Math.max(1e-12, right < 0 ? none : (work[right - from] ?? 0)));
};

/** The weights at which the mean log loss and the pull to zero are least. */
const fit = (data: FitData): Weights => {
  const size = data.features.length;
  const work = new Float64Array(64);
  const total = data.questions.reduce((sum, _, at) => sum + weightOf(data, at), 0);
  const found = minimise(
    size + 1,
    (all, slope) => {
      let loss = 0;
      for (let question = 0; question < data.questions.length; question += 1)
        loss += addGradient(data, { nobody: all[size] ?? 0, weights: all }, question, slope, work);
      let pulled = 0;
      for (let at = 0; at <= size; at += 1) {
        const pull = at < size ? PULL * (all[at] ?? 0) : 0;
        slope[at] = (slope[at] ?? 0) / total + pull;
        pulled += (pull * (all[at] ?? 0)) / 2;
      }
      return loss / total + pulled;
    },
    PASSES,
  );
  return { nobody: found[size] ?? 0, weights: found.slice(0, size) };
};

/** The points of the grounds that are not fitted anew. */
const keptPoints = (settled: KeptPoints): KeptPoints =>
  options.sort.length === 0
    ? {}
    : Object.fromEntries(
        Object.entries(settled).filter(([ground]) => !options.sort.includes(ground.replace(/^placed-/u, ''))),
      );

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

const { rows, index, close } = await measuredRegistry(options.data);
const questions = nameQuestions(rows);
console.error(`${questions.length} questions over ${index.institutions.length} institutions`);
const fitted = (script: Script) => {
  const data = gatherFitData(index, questions, script);
  console.error(`${script}: ${data.questions.length} questions observed`);
  const kept = nameModel[script];
  const weights =
    options['points-only'] === true
      ? {
          nobody: kept.nobody,
          weights: Float64Array.from(data.features, (feature) => kept.weights[feature] ?? 0),
        }
      : fit(data);
  const settled = operatingPoints(data, weights, keptPoints(kept.settled));
  console.error(`${script}: settled at ${JSON.stringify(settled)}`);
  const named = data.features.map((feature, at) => [feature, rounded(weights.weights[at] ?? 0)] as const);
  return {
    nobody: rounded(weights.nobody),
    settled,
    weights: Object.fromEntries(
      named.filter(([, weight]) => Math.abs(weight) >= LEAST).sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  };
};
const file = {
  about:
    'Weights of the model that decides who is meant by a name: what each observation of src/identify/model adds to the log-odds of an institution, by script.',
  origin:
    'Fitted by bench/names/fit.ts over the names of the bundled lists and made-up names, a fifth of both held out; sets and figures in bench/names/README.md',
  asOf: options.day ?? new Date().toISOString().slice(0, 10),
  entries: { han: fitted('han'), latin: fitted('latin') },
};
writeFileSync(
  new URL('../../schema/lexicon/name-model.json', import.meta.url),
  `${JSON.stringify(file, null, 2)}\n`,
);
await close();
