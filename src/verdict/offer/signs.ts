import type { Bilingual, Day, Region } from '../../../schema/base.ts';
import type { Turning } from '../../../schema/lexicon/scope-cues.ts';
import { late } from '../../text/remembered.ts';
import { currentPolicy } from '../policy.ts';
import { findService, type Service } from '../vocabulary/services.ts';
import type { ConceptPlaces } from './concept-places.ts';
import type { FoundTerm } from './find.ts';
import type { Folded, Span } from './fold.ts';
import { meetingsIn } from './meetings.ts';
import { type Phrase, type PhraseHit, phrasesIn } from './phrase.ts';
import { firstAfter } from './pieces.ts';
import { regionNamed } from './region-named.ts';
import { type FalseClaim, falseClaims, type Rule, rules, type Sign, signs } from './rules.ts';
import type { Scopes } from './scopes.ts';

/** A place in an offer that breaks a rule. It says what is written there, and nothing of whoever wrote it. */
export type Warning = Span &
  Readonly<{ sign: string; basis: readonly Bilingual[]; title: Bilingual; why: Bilingual }>;

/** An offer as it is read: its text, how the text turns round what it says, and what in it has a code. */
type ReadOffer = Readonly<{
  original: string;
  folded: Folded;
  scopes: Scopes;
  terms: readonly FoundTerm[];
  concepts: ConceptPlaces;
}>;

const isClaimed = (turned: ReadonlySet<Turning>): boolean => !turned.has('denied') && !turned.has('asked');

/** Farthest that an excusing phrase can lie from what it excuses. It bounds what a text full of both costs. */
const FARTHEST = 240;

/** The hits near a place, of hits that were sorted once. */
const nearby = (hits: readonly PhraseHit[]): ((hit: PhraseHit) => readonly PhraseHit[]) => {
  const sorted = [...hits].sort((a, b) => a.from - b.from);
  const starts = sorted.map(({ from }) => from);
  return ({ from, until }) =>
    sorted.slice(firstAfter(starts, from - FARTHEST - 1), firstAfter(starts, until + FARTHEST));
};

/** Places where these phrases stand within one sentence and are claimed. */
const claimedPhrases = (offer: ReadOffer, phrases: readonly Phrase[]): readonly PhraseHit[] =>
  phrasesIn(offer.original, offer.folded, phrases).filter(
    ({ from, until, phrase }) =>
      !offer.scopes.broken(from, until) && isClaimed(offer.scopes.turnedAt({ from, until, phrase })),
  );

/** Whether a hit is part of longer words that break nothing, or stands in a sentence that says that nothing is broken. */
const excused = (offer: ReadOffer, { innocent = [], unless = [] }: Rule): ((hit: PhraseHit) => boolean) => {
  const innocents = nearby(phrasesIn(offer.original, offer.folded, innocent));
  const denials = nearby(phrasesIn(offer.original, offer.folded, unless));
  return (hit) =>
    innocents(hit).some(({ from, until }) => from < hit.until && until > hit.from) ||
    denials(hit).some(({ from, until }) => offer.scopes.sameStretch(hit.from, hit.until, from, until));
};

const warningOf = (sign: Sign, { start, end, text }: Span, basis = sign.basis, why = sign.why): Warning => ({
  start,
  end,
  text,
  sign: sign.code,
  basis,
  title: sign.title,
  why,
});

const inPhrases = (offer: ReadOffer, rule: Rule): Warning[] => {
  const hits = [
    ...claimedPhrases(offer, [...rule.en, ...rule.zh]),
    ...(rule.meets ?? []).flatMap((one) => meetingsIn(offer, one)),
  ];
  if (hits.length === 0) return [];
  const isExcused = excused(offer, rule);
  return hits.filter((hit) => !isExcused(hit)).map(({ span }) => warningOf(rule, span));
};

/** Services that a rule names by their code. */
const ownRules = late((): ReadonlySet<string> => new Set(rules().flatMap(({ services = [] }) => services)));

const breaks = (rule: Rule, service: Service | undefined): boolean =>
  service !== undefined &&
  (service.code === rule.services || (service.kind === rule.services && !ownRules().has(service.code)));

/** Words that mean such a service and nothing else: “egg donation” may be lawful. */
const inServices = ({ terms }: ReadOffer, rule: Rule): Warning[] =>
  terms.flatMap((one) => {
    const meant = one.codes.map((code) => findService(code));
    const [service] = meant;
    const only = meant.every((found) => breaks(rule, found));
    return service === undefined || !only || !isClaimed(one.turned)
      ? []
      : [warningOf(rule, one, [service.basis])];
  });

/** Marks whose issuer left: only in its region, only after the last term has ended, and not where history is told. */
const inSchemes = (offer: ReadOffer, rule: Rule, day: Day, region: Region | null): Warning[] => {
  const elsewhere = region ?? regionNamed(offer.folded.text) ?? 'mainland';
  return offer.terms.flatMap((one) => {
    const exit = one.codes
      .map((code) => currentPolicy.schemeExits[code])
      .find((found) => found !== undefined);
    if (exit === undefined || one.turned.size > 0 || day <= exit.lastTermEnds) return [];
    const here = regionNamed(offer.scopes.stretchAround(one.from, one.until)) ?? elsewhere;
    return here === exit.region ? [warningOf(rule, one)] : [];
  });
};

const FALSE_LAW = 'false-law';

const inFalseClaims = (offer: ReadOffer): Warning[] => {
  const sign = signs().find(({ code }) => code === FALSE_LAW);
  if (sign === undefined) return [];
  const found = ({ en, zh, basis, stands }: FalseClaim): Warning[] =>
    claimedPhrases(offer, [...en, ...zh]).map(({ span }) => warningOf(sign, span, basis, stands));
  return joined(offer.original, falseClaims().flatMap(found));
};

/** The places where one rule is broken; what overlaps is one place. */
const joined = (original: string, warnings: readonly Warning[]): Warning[] => {
  const places: Warning[] = [];
  for (const one of [...warnings].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = places.at(-1);
    if (last === undefined || one.start >= last.end) places.push(one);
    else if (one.end > last.end)
      places[places.length - 1] = { ...last, end: one.end, text: original.slice(last.start, one.end) };
  }
  return places;
};

/**
 * The warning signs of an offer, in the order of the text. What overlaps a false statement about the law has that sign only.
 * @param region where the institution stands; null when nobody is named: then what the text says of it, else the mainland
 */
export const findWarnings = (
  offer: ReadOffer,
  { day, region }: Readonly<{ day: Day; region: Region | null }>,
): readonly Warning[] => {
  const lies = inFalseClaims(offer);
  const others = rules()
    .flatMap((rule) =>
      joined(offer.original, [
        ...inPhrases(offer, rule),
        ...(rule.services === undefined ? [] : inServices(offer, rule)),
        ...(rule.schemes === undefined ? [] : inSchemes(offer, rule, day, region)),
      ]),
    )
    .filter(({ start, end }) => !lies.some((lie) => lie.start < end && lie.end > start));
  return [...lies, ...others].sort(
    (a, b) => a.start - b.start || b.end - a.end || (a.sign < b.sign ? -1 : 1),
  );
};
