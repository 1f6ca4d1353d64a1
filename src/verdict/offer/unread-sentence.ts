import type { Language } from '../../../schema/base.ts';
import { offerWords } from '../../../schema/lexicon/offer-words.ts';
import type { Unread } from '../../text/unread-language.ts';

/** Most languages of one text that are named. */
const MOST = 3;

const JOINS = { en: ', ', zh: '、' } as const;

/** One sentence that says of a text, or of a part of it, that it was not read, and what it seems to be in. */
export const unreadSentence = ({ part, languages }: Unread, lang: Language): string => {
  const names = new Intl.DisplayNames([lang], { type: 'language' });
  const said = languages.slice(0, MOST).map((code) => names.of(code) ?? code);
  return offerWords[part][lang].replace(
    '{languages}',
    said.length === 0 ? offerWords.unclear[lang] : said.join(JOINS[lang]),
  );
};
