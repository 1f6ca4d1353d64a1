import list from '../../../schema/codes/advert-words.json' with { type: 'json' };
import { advertConcepts } from '../../../schema/lexicon/advert-concepts.ts';

type Lang = 'en' | 'zh';

/** Sources of patterns that no list of words can hold. */
const given: Readonly<Record<string, string>> = {
  rate: '\\d{1,3}(?:\\.\\d{1,2})? ?(?:%|percent|per cent)',
  famous: [...list.famous.en, ...list.famous.zh].join('|'),
};

/** Letters that end a word of which only the beginning is given. */
const REST_OF_WORD = "[a-z']{0,9}";
export const openEnded = (source: string): string => source.replaceAll('*', REST_OF_WORD);

/** Latin letters among Chinese, such as NK, are a whole word too. */
const asWord = (source: string): string =>
  `${/^[a-z]/.test(source) ? '(?<![a-z0-9])' : ''}${source}${/[a-z]$/.test(source) ? '(?![a-z0-9])' : ''}`;

const known = new Map<string, string>();

const wordsOf = (name: string, lang: Lang): readonly string[] => {
  const words = advertConcepts.get(name)?.[lang];
  if (words === undefined) throw new Error(`no concept ${name} in the lexicon of adverts`);
  return words;
};

/** The words of a concept as one source; longer ones are tried first. */
const sourceOf = (name: string, lang: Lang): string => {
  const key = `${lang} ${name}`;
  const source =
    known.get(key) ??
    [...wordsOf(name, lang)]
      .sort((a, b) => b.length - a.length)
      .map((word) => word.toLowerCase())
      .map((word) => withConcepts(openEnded(lang === 'zh' ? asWord(word) : word), lang))
      .join('|');
  known.set(key, source);
  return source;
};

/** The source of a pattern with the words of a concept in the place of each `<name>`. Throws on a name without words. */
export const withConcepts = (source: string, lang: Lang): string =>
  source.replace(
    /(?<!\(\?)<([a-z][a-z-]{0,30})>/g,
    (_, name: string) => `(?:${given[name] ?? sourceOf(name, lang)})`,
  );

/** A concept as it is looked for in folded text; `capitals`: words that are meant only where they are written so. */
export type Concept = Readonly<{ pattern: RegExp; capitals: ReadonlySet<string> }>;

const CAPITALS = /^[A-Z]{2,}\b/;

/** A concept with its words in both languages; English ones are whole words. Throws on a name without words. */
export const conceptOf = (name: string): Concept => ({
  pattern: new RegExp(
    `(?<![a-z0-9])(?:${sourceOf(name, 'en')})(?![a-z0-9])|(?:${sourceOf(name, 'zh')})`,
    'gu',
  ),
  capitals: new Set(wordsOf(name, 'en').flatMap((word) => CAPITALS.exec(word)?.[0].toLowerCase() ?? [])),
});
