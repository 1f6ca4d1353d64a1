const FLAG = /[\u{1F1E6}-\u{1F1FF}]{2}/gu;
const FIRST = 0x1f1e6;

/** The flag of a part of a country (England, Scotland): a black one, and in tags the code of the part, which begins with the country's. */
const OF_PART = /\u{1F3F4}([\u{E0061}-\u{E007A}]{2})[\u{E0061}-\u{E007A}]{1,4}\u{E007F}/gu;
const FIRST_TAG = 0xe0061;

const flagOf = (tags: string): string =>
  [...tags].map((tag) => String.fromCodePoint((tag.codePointAt(0) ?? 0) - FIRST_TAG + FIRST)).join('');

let names: Intl.DisplayNames | null = null;

const countryOf = (flag: string): string | undefined => {
  names ??= new Intl.DisplayNames(['en'], { type: 'region', style: 'short', fallback: 'none' });
  return names.of(
    [...flag].map((sign) => String.fromCharCode((sign.codePointAt(0) ?? 0) - FIRST + 65)).join(''),
  );
};

/** A text with the country of each flag in it as a last clause in words: “Ruijin Hospital 🇦🇺” is “Ruijin Hospital, Australia”. Any other text as it is. */
export const flagsInWords = (written: string): string => {
  const text = written.replace(OF_PART, (_, tags: string) => flagOf(tags));
  const countries = (text.match(FLAG) ?? []).flatMap((flag) => countryOf(flag) ?? []);
  return countries.length === 0 ? text : [text.replace(FLAG, ' ').trim(), ...countries].join(', ');
};
