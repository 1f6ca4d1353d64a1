import type { Bilingual } from '../../../schema/base.ts';
import { late } from '../../text/remembered.ts';
import { treatmentsInOtherLanguage } from '../vocabulary/other-languages.ts';
import { findService } from '../vocabulary/services.ts';
import { treatmentNamed } from '../vocabulary/treatments.ts';
import { fold, spanOf } from './fold.ts';
import type { Sign } from './rules.ts';
import { isDenied } from './treatment-at.ts';
import { signOfLine } from './unlawful.ts';
import { offerTerms, type Term } from './vocabulary.ts';
import { placesOf } from './whole-words.ts';

/** Whether the law of the mainland forbids what a code means, at any institution. */
export const isProhibited = (code: string): boolean => findService(code)?.kind === 'prohibited';

/** The words that mean a prohibited thing and nothing else: who writes “egg donation” may mean what is lawful. */
const terms = late(() =>
  offerTerms().filter(({ codes: [only, ...more] }) => more.length === 0 && isProhibited(only?.code ?? '')),
);

/** The prohibited things that words name, in any language, whatever else they say; what they say is not done or not wanted is left out. */
export const prohibitedAmong = (text: string): readonly string[] => {
  const folded = fold(text);
  const named = terms().flatMap((term) =>
    placesOf(folded.text, term)
      .map((place) => spanOf(text, folded, ...place))
      .some(({ start }) => !isDenied(text.slice(0, start)))
      ? term.codes.map(({ code }) => code)
      : [],
  );
  return [...new Set([...named, ...treatmentsInOtherLanguage(text).filter(isProhibited)])];
};

/**
 * The one prohibited thing that words name beside a lawful treatment which it is done by (试管代孕, “surrogacy IVF”), with nothing between or around them; undefined for any
 * other words.
 */
export const prohibitedBy = (text: string): string | undefined => {
  const folded = fold(text);
  const [code, ...more] = prohibitedAmong(text);
  if (code === undefined || more.length > 0) return undefined;
  const isLeft = ({ text: word }: Term): boolean => {
    const named = treatmentNamed(folded.text.replace(word, ' ').trim());
    return named !== null && (named.alone || named.part);
  };
  return terms().some((term) => placesOf(folded.text, term).length > 0 && isLeft(term)) ? code : undefined;
};

/** What is forbidden of what a line asks for: names of prohibited things, else the sign of an act such as trade in organs. */
type Forbidden = Readonly<{ names: readonly Bilingual[]; sign: Sign | null }>;

/** What a line that names a hospital asks for and nobody may offer; null where it is nothing of the kind. */
export const forbiddenIn = (line: string): Forbidden | null => {
  const names = prohibitedAmong(line).flatMap((code) => findService(code)?.name ?? []);
  const sign = names.length > 0 ? null : signOfLine(line);
  return names.length === 0 && sign === null ? null : { names, sign };
};
