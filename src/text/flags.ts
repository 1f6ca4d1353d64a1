const FLAG = /[\u{1F1E6}-\u{1F1FF}]{2}/gu;
const FIRST = 0x1f1e6;

let names: Intl.DisplayNames | null = null;

const countryOf = (flag: string): string | undefined => {
  names ??= new Intl.DisplayNames(['en'], { type: 'region', style: 'short', fallback: 'none' });
  return names.of(
    [...flag].map((sign) => String.fromCharCode((sign.codePointAt(0) ?? 0) - FIRST + 65)).join(''),
  );
};

/** A text with the country of each flag in it as a last clause in words: “Ruijin Hospital 🇦🇺” is “Ruijin Hospital, Australia”. Any other text as it is. */
export const flagsInWords = (text: string): string => {
  const countries = (text.match(FLAG) ?? []).flatMap((flag) => countryOf(flag) ?? []);
  return countries.length === 0 ? text : [text.replace(FLAG, ' ').trim(), ...countries].join(', ');
};
