import { type Treatment, treatments } from '../../../schema/lexicon/treatments.ts';
import { neighboursExchanged, shortLevenshtein } from '../../text/edit-distance.ts';
import { hasHan } from '../../text/han.ts';
import { late, remembered } from '../../text/remembered.ts';
import { wordsOf } from './services.ts';
import { servicesOf } from './treatments.ts';

/** Shorter words are too near to others: PET/CT and PET/MR. */
const LEAST = 7;
/** From this length on two letters may be wrong. */
const LONG = 12;

type Spelled = Readonly<{ treatment: Treatment; word: string }>;

const spelled = late((): readonly Spelled[] =>
  treatments.flatMap((treatment) =>
    [treatment.name.en, ...servicesOf(treatment).flatMap(wordsOf)]
      .filter((word) => word.length >= LEAST && !hasHan(word))
      .map((word) => ({ treatment, word: word.toLowerCase() })),
  ),
);

const isSlip = (typed: string, word: string): boolean =>
  shortLevenshtein(typed, word) <= (word.length < LONG ? 1 : 2) || neighboursExchanged(typed, word);

/**
 * The one treatment that English words mean which are spelled a letter or two otherwise (“protn therapy”, “in vitro fertilisaton”); undefined where none is, or
 * where several are. It is offered, and never taken for what was asked.
 */
export const treatmentMistyped: (text: string) => Treatment | undefined = remembered(1_000, (text) => {
  const typed = text.trim().toLowerCase();
  if (typed.length < LEAST - 1 || hasHan(typed)) return undefined;
  const meant = new Set(spelled().flatMap(({ treatment, word }) => (isSlip(typed, word) ? [treatment] : [])));
  const [only, ...others] = meant;
  return others.length === 0 ? only : undefined;
});
