import type { Day, Language, Region } from '../../schema/base.ts';
import type { Question } from '../../schema/question.ts';
import type { Verdict } from '../../schema/verdict.ts';
import type { Reader } from '../store/registry-reader.ts';
import { type Unread, unreadIn } from '../text/unread-language.ts';
import { answer } from '../verdict/answer.ts';
import { type Checkable, MAX_SPANS } from '../verdict/offer/find.ts';
import { readOffer } from '../verdict/offer/read-offer.ts';
import type { Warning } from '../verdict/offer/signs.ts';
import { POLICY_VERSION } from '../verdict/policy.ts';
import { isClaim } from '../verdict/vocabulary/claims.ts';
import { answerInstant } from './ask.ts';
import { checkSender, type NamedHospital, type SenderAnswer } from './check-sender.ts';
import { type Facts, gatherFacts } from './facts.ts';
import { hospitalsNamed } from './hospitals-named.ts';
import type { NamedWords } from './named-in-chinese.ts';

/** Most codes of one offer that are looked up; an offer that names more is a catalogue, not an offer. */
const MAX_LOOKED_UP = 40;

/** An offer, the institution it speaks of (`who`) and whoever sent it; null where none is named. */
export type Offer = Readonly<{
  text: string;
  who: Question | null;
  sender: string | null;
  lang: Language;
  day: Day;
}>;

/** What the registry says to one code of an offer. */
type OfferVerdict = Readonly<{ code: string }> & Pick<Verdict, 'outcome' | 'summary' | 'checks'>;

/** A hospital that the text names, and whom the registry takes these words for. */
type NamedHere = NamedWords & Readonly<{ identity: Verdict['identity'] }>;

export type OfferAnswer = Readonly<{
  identity: Verdict['identity'] | null;
  spans: readonly Checkable[];
  warnings: readonly Warning[];
  named: readonly NamedHere[];
  /** The part of the text that is neither English nor Chinese; null for none. */
  unread: Unread | null;
  verdicts: readonly OfferVerdict[];
  sender: SenderAnswer | null;
  /** True when the text holds more places, or more codes, than are shown. */
  cut: boolean;
  policyVersion: string;
  generation: number;
  asOf: Day;
  answeredAt: string;
}>;

const codesOf = (spans: readonly Checkable[]): readonly string[] => [
  ...new Set(spans.flatMap(({ codes }) => codes)),
];

/** The questions an offer raises: its claims one by one, and its treatments one by one. */
const questionsOf = (who: Question, codes: readonly string[]): readonly Question[] =>
  codes.map((code) => (isClaim(code) ? { ...who, claims: [code] } : { ...who, service: code }));

const regionOf = (found: Facts | null): Region | null => found?.dossier?.place.region ?? null;

const hospitalOf = (found: Facts | null): NamedHospital =>
  found === null ? null : (found.dossier ?? 'unsettled');

const asOf = (day: Day, lang: Language, name: string): Question => ({
  institution: { name },
  claims: [],
  asOf: day,
  lang,
});

/** Who the hospitals are that a text names. */
const whoIsNamed = async (
  { text, day, lang }: Offer,
  spans: readonly Checkable[],
  reader: Reader,
  now: Date,
): Promise<readonly NamedHere[]> => {
  const named = await hospitalsNamed(text, new Set(spans.map(({ start }) => start)), reader);
  return Promise.all(
    named.map(async (one) => {
      const question = asOf(day, lang, one.text);
      const facts = await gatherFacts(question.institution, reader, false);
      return { ...one, identity: answer({ question, ...facts, reference: reader.reference, now }).identity };
    }),
  );
};

/**
 * Reads an offer: what in it can be checked, what the registry says to each for the institution named, and what in it is a
 * warning sign with the rule behind it. It finds places in a text and judges nobody. `now`: the present instant.
 */
export const checkOffer = async (offer: Offer, reader: Reader, now: Date): Promise<OfferAnswer> => {
  const { text, who, sender, day } = offer;
  const instant = answerInstant(reader.reference, now);
  const found = who === null ? null : await gatherFacts(who.institution, reader);
  const { spans: checkable, warnings } = readOffer(text, { day, region: regionOf(found) });
  const codes = codesOf(checkable);
  const shown = codes.slice(0, MAX_LOOKED_UP);
  const answers =
    who === null || found === null
      ? []
      : questionsOf(who, shown).map((question) =>
          answer({ question, ...found, reference: reader.reference, now: instant }),
        );
  const identity =
    who === null || found === null
      ? null
      : answer({ question: who, ...found, reference: reader.reference, now: instant }).identity;
  return {
    identity,
    spans: checkable.slice(0, MAX_SPANS),
    warnings: warnings.slice(0, MAX_SPANS),
    named: await whoIsNamed(offer, checkable, reader, instant),
    unread: await unreadIn(text),
    verdicts: answers.map(({ outcome, summary, checks }, at) => ({
      code: shown[at] ?? '',
      outcome,
      summary,
      checks,
    })),
    sender: sender === null ? null : await checkSender(sender, hospitalOf(found), reader, offer.lang),
    cut: checkable.length > MAX_SPANS || warnings.length > MAX_SPANS || codes.length > MAX_LOOKED_UP,
    policyVersion: POLICY_VERSION,
    generation: reader.generation,
    asOf: day,
    answeredAt: instant.toISOString(),
  };
};
