import type { Bilingual, Day, Region } from '../../../schema/base.ts';
import list from '../../../schema/codes/warning-signs.json' with { type: 'json' };
import { currentPolicy } from '../policy.ts';
import { findService } from '../vocabulary/services.ts';
import type { Checkable } from './find.ts';
import { type Folded, type Span, spanOf } from './fold.ts';
import { compilePhrase, isNegated, type Phrase } from './phrase.ts';

/** A rule of what an honest offer does not say: the words that break it, why it matters, and the law behind it. */
type Sign = Readonly<{
  code: string;
  title: Bilingual;
  why: Bilingual;
  basis: readonly Bilingual[];
}>;

type Rule = Sign &
  Readonly<{ en: readonly string[]; zh: readonly string[]; services?: string; schemes?: string }>;

const rules: readonly Rule[] = list;
const phrases: ReadonlyMap<string, readonly Phrase[]> = new Map(
  rules.map(({ code, en, zh }) => [code, [...en, ...zh].map(compilePhrase)]),
);

/** The signs this service knows, without the words that show them. */
export const signs: readonly Sign[] = rules.map(({ code, title, why, basis }) => ({
  code,
  title,
  why,
  basis,
}));

/** A place in an offer that breaks a rule. It says what is written there, and nothing of whoever wrote it. */
export type Warning = Span & Readonly<{ sign: string; basis: readonly Bilingual[] }>;

const inPhrases = (original: string, folded: Folded, rule: Rule): Warning[] =>
  (phrases.get(rule.code) ?? []).flatMap(({ pattern, capitals }) =>
    [...folded.text.matchAll(pattern)].flatMap((found) => {
      const span = spanOf(original, folded, found.index, found.index + found[0].length);
      if (isNegated(folded.text, found.index, found.index + found[0].length)) return [];
      if (capitals !== null && !span.text.startsWith(capitals)) return [];
      return [{ ...span, sign: rule.code, basis: rule.basis }];
    }),
  );

const place = ({ start, end, text }: Span): Span => ({ start, end, text });

const inServices = (checkable: readonly Checkable[], rule: Rule): Warning[] =>
  checkable.flatMap((one) => {
    const service = one.codes.map((code) => findService(code)).find((found) => found?.kind === rule.services);
    if (service === undefined || one.turnedRound) return [];
    return [{ ...place(one), sign: rule.code, basis: [service.basis] }];
  });

/** Marks whose issuer left: only in its region, and only after the last term of the normal cycle has ended. */
const inSchemes = (checkable: readonly Checkable[], rule: Rule, day: Day, region: Region): Warning[] =>
  checkable.flatMap((one) => {
    const exit = one.codes
      .map((code) => currentPolicy.schemeExits[code])
      .find((found) => found !== undefined);
    if (exit === undefined || one.turnedRound || exit.region !== region || day <= exit.lastTermEnds)
      return [];
    return [{ ...place(one), sign: rule.code, basis: rule.basis }];
  });

/** Of the places where one rule is broken, those that lie in no other. */
const outermost = (warnings: readonly Warning[]): Warning[] => {
  const sorted = [...warnings].sort((a, b) => a.start - b.start || b.end - a.end);
  let reach = -1;
  return sorted.filter(({ end }) => {
    if (end <= reach) return false;
    reach = end;
    return true;
  });
};

/**
 * The warning signs of an offer, in the order of the text.
 * @param region where the institution stands; the mainland when none is named, since that is what Licet is asked about
 */
export const findWarnings = (
  original: string,
  folded: Folded,
  checkable: readonly Checkable[],
  { day, region }: Readonly<{ day: Day; region: Region }>,
): readonly Warning[] =>
  rules
    .flatMap((rule) =>
      outermost([
        ...inPhrases(original, folded, rule),
        ...(rule.services === undefined ? [] : inServices(checkable, rule)),
        ...(rule.schemes === undefined ? [] : inSchemes(checkable, rule, day, region)),
      ]),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end || (a.sign < b.sign ? -1 : 1));
