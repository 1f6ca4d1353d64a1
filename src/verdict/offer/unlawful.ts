import { treatmentWords } from '../../../schema/lexicon/treatment-words.ts';
import { late, remembered } from '../../text/remembered.ts';
import { findService } from '../vocabulary/services.ts';
import { conceptsIn } from './concept-places.ts';
import { fold } from './fold.ts';
import { phrasesIn } from './phrase.ts';
import { readOffer } from './read-offer.ts';
import { type Rule, rules, type Sign, signs } from './rules.ts';
import { offerTerms, type Term } from './vocabulary.ts';
import { placesOf } from './whole-words.ts';

/** Before every scheme of marks: only what is said of treatments is looked for. */
const ANY_DAY = '0001-01-01';

/** The warning sign that these words would be in an offer (buy a kidney, 选男孩), whether or not a treatment has such a name; null for none. */
export const signOf = remembered(1_000, (text): Sign | null => {
  const [first] = readOffer(text, { day: ANY_DAY, region: null }).warnings;
  return signs().find(({ code }) => code === first?.sign) ?? null;
});

/**
 * The same of words that are asked for as a treatment: a thing that is warned of where it is offered (exosomes, 外泌体) has its sign by its bare name too.
 * Not for names of hospitals, which may be called after such a thing.
 */
export const signOfAsked = (text: string): Sign | null => {
  const found = signOf(text);
  if (found !== null) return found;
  const concepts = conceptsIn(text, fold(text));
  const rule = rules().find(({ asked }) => asked.some((one) => concepts(one).all.length > 0));
  return signs().find(({ code }) => code === rule?.code) ?? null;
};

const { excused, unexcused, priced } = treatmentWords;
const inEnglish: ReadonlySet<string> = new Set(excused.en);

/** Whether words give a reason, deny what is offered, or speak of something besides it: sex selection for haemophilia, IVF without sex selection. */
const isExcused = (text: string): boolean => {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .join(' ');
  const left = [...unexcused.en, ...unexcused.zh].reduce((rest, one) => rest.replaceAll(one, ' '), words);
  return left.split(' ').some((word) => inEnglish.has(word)) || excused.zh.some((one) => left.includes(one));
};

const PRICES = new RegExp(`\\b(?:${priced.en.join('|')})\\b|${priced.zh.join('|')}`, 'giu');

const lawful = (code: string): boolean => (findService(code)?.kind ?? 'prohibited') !== 'prohibited';

/** Whether these words show the sign by more than a price and what a lawful treatment is called too: 供卵试管费用 is as well the cost of IVF with an egg that was given. */
const isOfferOnly = (text: string, sign: string): boolean => {
  const { spans, warnings } = readOffer(text.replace(PRICES, ' '), { day: ANY_DAY, region: null });
  const shared = spans.filter(({ codes }) => codes.some(lawful));
  return warnings.some(
    (one) => one.sign === sign && !shared.some(({ start, end }) => start <= one.start && end >= one.end),
  );
};

type Watched = Readonly<{ rule: Rule; terms: readonly Term[] }>;

/** The rules that one service breaks, with the words of that service. */
const byService = late((): readonly Watched[] =>
  rules().flatMap((rule) => {
    const { code } = findService(rule.services ?? '') ?? {};
    return code === undefined ? [] : [{ rule, terms: offerTerms().filter((term) => holds(term, code)) }];
  }),
);

/** The rules of acts that a line may ask for. */
const ofLines = late((): readonly Watched[] =>
  rules().flatMap((rule) => (rule.inLines ? [{ rule, terms: [] }] : [])),
);

const holds = ({ codes }: Term, service: string): boolean =>
  codes.some(({ code }) => findService(code)?.code === service);

/**
 * Whether a word stands in a text by which it may break one of these rules. A text without one is told in a tenth of the time that all rules
 * take, and nearly all names of hospitals are such.
 */
const mayBreakOne = (text: string, watched: readonly Watched[]): boolean => {
  const folded = fold(text);
  const concepts = conceptsIn(text, folded);
  return watched.some(
    ({ rule: { en, zh, meets = [], schemes }, terms }) =>
      schemes !== undefined ||
      meets.some(({ all }) => concepts(all[0] ?? '').all.length > 0) ||
      terms.some((term) => placesOf(folded.text, term).length > 0) ||
      phrasesIn(text, folded, [...en, ...zh]).length > 0,
  );
};

/** The warning sign of an act that a line asks for (organ purchase, 买肾); null for none. What only praises a hospital is no such act. */
export const signOfLine = (text: string): Sign | null => {
  const acts = ofLines();
  if (!mayBreakOne(text, acts)) return null;
  const { warnings } = readOffer(text, { day: ANY_DAY, region: null });
  const found = warnings.find(({ sign }) => acts.some(({ rule }) => rule.code === sign));
  return signs().find(({ code }) => code === found?.sign) ?? null;
};

/**
 * The code of the one prohibited service whose offer these words are (bought eggs); undefined where they are none, or of several, say more than
 * the offer, or are what a lawful treatment is called too: a no may only answer what was asked.
 */
export const codeOfOffer = (text: string): string | undefined => {
  const sign = isExcused(text) || !mayBreakOne(text, byService()) ? null : signOf(text);
  const service = findService(rules().find(({ code }) => code === sign?.code)?.services ?? '')?.code;
  return service === undefined || sign === null || !isOfferOnly(text, sign.code) ? undefined : service;
};
