import type { Gate } from '../../../schema/credential.ts';
import { type Treatment, treatments } from '../../../schema/lexicon/treatments.ts';
import { late } from '../../text/remembered.ts';
import { finderOf, namesNoTreatment, wordScore } from '../../text/word-similarity.ts';
import { findService, type Service, wordsOf } from './services.ts';

const byCode = new Map(treatments.flatMap((one) => [one.code, ...one.also].map((code) => [code, one])));

/** The treatment that a code of the vocabulary means to a patient: `G06` and `proton` are one. */
export const treatmentOf = (code: string): Treatment | undefined => byCode.get(findService(code)?.code ?? '');

/** The services of a treatment, the one that is asked about first. */
export const servicesOf = ({ code, also }: Treatment): readonly Service[] =>
  [code, ...also].flatMap((one) => findService(one) ?? []);

/** All codes under which lists hold a treatment: its own, and the technology or the machines that it needs besides. */
export const codesOf = (treatment: Treatment): readonly string[] => {
  const own = servicesOf(treatment);
  const needed = own
    .filter(({ code }) => code === treatment.code)
    .flatMap(({ technology, equipment = [] }) => [
      ...(technology === undefined ? [] : [technology]),
      ...equipment,
    ]);
  return [...new Set([...own.map(({ code }) => code), ...needed])];
};

/** The permissions a treatment needs, in the order in which they are explained. The practice licence always comes first. */
export const gatesOf = (treatment: Treatment): readonly Gate[] => {
  const all = codesOf(treatment).flatMap((code) => findService(code) ?? []);
  const own = all.map(({ gate }) => gate);
  const barred = all.some(({ barredForWhollyForeign }) => barredForWhollyForeign === true);
  if (own.includes('prohibited-technology')) return ['prohibited-technology'];
  return [...new Set<Gate>(['practice-licence', ...own, ...(barred ? (['foreign-capital'] as const) : [])])];
};

/** All by which a treatment is found: its everyday name, its codes, and their names and words. */
const wordsFor = (treatment: Treatment): readonly string[] => [
  treatment.name.en,
  treatment.name.zh,
  ...servicesOf(treatment).flatMap(wordsOf),
];

const words = late(() => new Map(treatments.map((one) => [one, wordsFor(one)])));

/** How well words fit a treatment, 0–1. */
const fit = (text: string, treatment: Treatment): number => {
  let best = 0;
  for (const word of words().get(treatment) ?? []) best = Math.max(best, wordScore(text, word));
  return best;
};

type Fit = Readonly<{ treatment: Treatment; score: number }>;

const fits = (text: string): readonly Fit[] =>
  treatments
    .map((treatment) => ({ treatment, score: fit(text, treatment) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);

/** Treatments that these words mean, each once, best first; all of them where nothing is typed. */
export const searchTreatments = (text: string): readonly Treatment[] =>
  text === '' ? treatments : fits(text).map(({ treatment }) => treatment);

/** Nearly all of the words are the treatment: “CAR-T”, “质子治疗”. */
const ALL_OF_IT = 0.9;
/** The treatment stands among other words: “proton therapy for a child”. */
const AMONG_OTHERS = 0.6;
const called = late(() => finderOf(treatments, wordsFor));

/** The one treatment that is called by exactly these words; undefined where none is, or where several are (organ transplant). */
export const treatmentMeant = (text: string): Treatment | undefined => {
  const meant = called()(text);
  return meant.length === 1 ? meant[0] : undefined;
};

/** Words of a house: a name that holds one means a hospital, whatever treatment it is called after. */
const HOUSE = /医院|中心|门诊|诊所|研究所|hospital|clinic|cent(?:er|re)|institute/iu;

/** Whether words say that they name a hospital. */
export const namesHouse = (text: string): boolean => HOUSE.test(text);

/** The words are a part of what a treatment is called: “stem cell”, “试管”. */
const PART_OF_IT = 0.4;
/** Most treatments that are offered to choose from. */
const MOST_MEANT = 5;

/** `alone`: the words name nothing else. `part`: they are only a piece of what it is called. */
type Named = Readonly<{ treatments: readonly Treatment[]; alone: boolean; part: boolean }>;

/**
 * The treatment that words name, several where they name several (organ transplant) or a part of their names (stem cell), and whether
 * they name nothing else; null where they may be the name of a hospital.
 */
export const treatmentNamed = (text: string): Named | null => {
  if (namesHouse(text) || namesNoTreatment(text)) return null;
  const [best, ...others] = fits(text);
  if (best === undefined || best.score < PART_OF_IT) return null;
  const least = best.score < AMONG_OTHERS ? PART_OF_IT : best.score;
  const treatments = [best, ...others.filter(({ score }) => score >= least)].map(
    ({ treatment }) => treatment,
  );
  return {
    treatments: treatments.slice(0, MOST_MEANT),
    alone: best.score >= ALL_OF_IT,
    part: best.score < AMONG_OTHERS,
  };
};
