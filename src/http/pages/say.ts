import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../../../schema/base.ts';
import { type PageText, pageTexts } from '../../../schema/lexicon/page-texts.ts';

type SayParams = Readonly<Record<string, string | number>>;

/** Says an entry of the catalogue of the page's language, what it leaves open filled in. */
export type Say = (text: PageText, params?: SayParams) => string;

/** The locale by whose rules a plural is chosen. */
const locales: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-Hans' };

/** Messages that leave something open, read once. */
const read = new Map<string, IntlMessageFormat>();

const messageOf = (lang: Language, text: PageText): IntlMessageFormat => {
  const known = read.get(`${lang} ${text}`);
  if (known !== undefined) return known;
  const message = new IntlMessageFormat(pageTexts[lang][text], locales[lang], undefined, { ignoreTag: true });
  read.set(`${lang} ${text}`, message);
  return message;
};

/** What a page of this language says. Throws where a message leaves open what is not given: test/pages/texts.test.ts finds that. */
export const sayIn =
  (lang: Language): Say =>
  (text, params) =>
    params === undefined ? pageTexts[lang][text] : String(messageOf(lang, text).format(params));
