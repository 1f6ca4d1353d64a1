import { agencyWords } from '../../../schema/lexicon/agency-words.ts';
import { reason } from '../../../schema/reason.ts';
import type { Identification, Reason } from '../../../schema/verdict.ts';
import { hasHan } from '../../text/han.ts';
import { recordSpeaksOf } from '../address/record-speaks.ts';
import type { Search } from '../search.ts';
import { besides, isNotThis, surest } from './against.ts';

const { companies, en } = agencyWords;
const LATIN: ReadonlySet<string> = new Set([...companies.en, ...en]);

/** The word by which words are a firm's: 公司 at their end, Ltd, Agency; null for none. A clause of its own may be a department's: Travel Medicine. */
const firmWord = (words: string): string | null => {
  if (hasHan(words)) return companies.zh.find((word) => words.endsWith(word)) ?? null;
  const [own = ''] = words.split(',');
  return own.split(/[^A-Za-z]+/u).find((word) => LATIN.has(word.toLowerCase())) ?? null;
};

/** That a name is a firm's, where the words that it has beside a hospital's say so. */
const firmReason = (words: string): Reason | null => {
  const word = firmWord(words);
  return word === null ? null : reason('name.firm', { words: word });
};

/** The same of a name that names no hospital: a company's hospital (Huashan Company Hospital) is no firm. */
export const firmWithoutHouse = (name: string, words: string): Reason | null =>
  /医院|hospital/iu.test(name) ? null : firmReason(words);

const HOUSE = /^(.{0,80}?(?:医院|hospital\b))/iu;

/**
 * 北京协和医院有限公司, "Ruijin Hospital Ltd": what stands before is a hospital's name, and the words behind it are a firm's, which no name of that hospital has.
 * Many hospitals are companies, and have it in a name on record. Null for any other.
 */
export const firmUnderName = async (search: Search): Promise<Identification | null> => {
  const { name, reader } = search;
  const [, own = ''] = HOUSE.exec(name.trim()) ?? [];
  const against = own === '' ? null : firmReason(name.slice(own.length));
  const best = against === null ? null : surest(search, own);
  const dossier = best === null ? undefined : await reader.dossier(best.id);
  if (against === null || best === null || dossier === undefined) return null;
  if (recordSpeaksOf(dossier, String(against.params.words))) return null;
  return isNotThis(name, besides(search, best), against, reader);
};
