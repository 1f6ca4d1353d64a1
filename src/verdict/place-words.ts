import type { Language } from '../../schema/base.ts';
import { reason, renderReason } from '../../schema/reason.ts';
import type { Reason } from '../../schema/verdict.ts';
import { placeTitle } from '../places/english-title.ts';
import { hasHan } from '../text/han.ts';

/** Reasons of identification whose parameters are places, under their official Chinese names. */
const OF_PLACES: ReadonlySet<string> = new Set([
  'place.agrees',
  'place.differs',
  'place.unknown',
  'place.elsewhere',
  'place.mistyped',
  'address.other-city',
  'number.other-province',
]);

const inEnglish = (text: string): string =>
  [...new Set(text.split(/[\s、]+/u).map((part) => (hasHan(part) ? placeTitle(part) : part)))].join(', ');

/** Puts a reason of identification into words: in English, places stand under their English names. The parameters stay as they are. */
export const renderIdentityReason = (of: Reason, lang: Language): ReturnType<typeof renderReason> => {
  if (lang === 'zh' || !OF_PLACES.has(of.code)) return renderReason(of, lang);
  const params = Object.fromEntries(
    Object.entries(of.params).map(([name, value]) => [
      name,
      typeof value === 'string' && name !== 'name' ? inEnglish(value) : value,
    ]),
  );
  return { ...renderReason({ code: of.code, params }, lang), params: of.params };
};

/** Whether a reason says that a name is a hospital's outside China, or names a place there. */
export const isAbroad = ({ code }: Reason): boolean => code === 'name.abroad' || code === 'name.place-abroad';

/** Whether a reason says that a name is that of an area, a chain or a company. */
export const isNoHospital = ({ code }: Reason): boolean => code.startsWith('name.is-');

/** The summary of a name that names nobody for where it is: outside China, or elsewhere than was said; null for any other. */
export const saidOfPlace = (why: readonly Reason[], lang: Language): Reason | null => {
  const said = why.find((one) => isAbroad(one) || one.code === 'place.elsewhere');
  if (said === undefined) return null;
  const sentence = renderIdentityReason(said, lang).text;
  return reason(isAbroad(said) ? 'summary.abroad' : 'summary.elsewhere', { sentence });
};

/** What is said of a name that names nobody, by why it does not. */
const ONLY_WORDS: Readonly<Record<string, string>> = {
  'name.generic-only': 'summary.generic',
  'name.generic-there': 'summary.generic-there',
  'name.place-only': 'summary.place',
  'name.abroad-here': 'name.abroad-here',
  'name.is-area': 'name.is-area',
  'name.is-chain': 'name.is-chain',
  'name.is-company': 'name.is-company',
  'name.open': 'name.open',
  'name.open-university': 'name.open-university',
  'name.names-several': 'name.names-several',
  'name.other-language': 'name.other-language',
  'name.other-letters': 'name.other-letters',
  'name.beside-another': 'name.beside-another',
  'name.beside-illness': 'name.beside-illness',
  'name.beside-mistyped': 'name.beside-mistyped',
  'name.beside-several': 'name.beside-several',
  'name.beside-together': 'name.beside-together',
  'name.beside-unlisted': 'name.beside-unlisted',
  'name.illness-alone': 'name.illness-alone',
  'name.treatment-alone': 'name.treatment-alone',
  'name.which-asked': 'name.which-asked',
  'name.named-beside': 'name.named-beside',
  'name.words-unread': 'name.words-unread',
  'name.elsewhere-too': 'name.elsewhere-too',
  'name.of-region-too': 'name.of-region-too',
  'name.few-held-hong-kong': 'name.few-held-hong-kong',
  'name.few-held-macau': 'name.few-held-macau',
  'name.few-held-taiwan': 'name.few-held-taiwan',
};

/** The summary of a name that names nobody for the words it holds: general ones, a place, a treatment beside it; null for any other. */
export const saidOfWords = (why: readonly Reason[]): Reason | null => {
  const said = why.find(({ code }) => code in ONLY_WORDS);
  return said === undefined ? null : reason(ONLY_WORDS[said.code] ?? said.code, { ...said.params });
};
