import { z } from 'zod';
import type { Language } from '../base.ts';
import en from './pages/en.json' with { type: 'json' };
import zh from './pages/zh.json' with { type: 'json' };
import { readLexicon, word } from './read-lexicon.ts';

/** The name of something that pages say. */
export type PageText = keyof (typeof en)['entries'];

/** A catalogue of one language: it has every entry, or the service does not start. */
const catalogue = z.record(z.enum(Object.keys(en.entries) as [PageText, ...PageText[]]), word).readonly();

/** What pages say, by language and name, as ICU messages. */
export const pageTexts: Readonly<Record<Language, Readonly<Record<PageText, string>>>> = {
  en: readLexicon(en, catalogue),
  zh: readLexicon(zh, catalogue),
};
