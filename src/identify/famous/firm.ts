import { agencyWords } from '../../../schema/lexicon/agency-words.ts';
import { reason } from '../../../schema/reason.ts';
import type { Reason } from '../../../schema/verdict.ts';
import { canonicalZh } from '../../name-keys/keys.ts';
import { leasedWordIn } from '../../names/parse/departments.ts';
import { hasHan } from '../../text/han.ts';
import { recordSpeaksOf } from '../beside/read-words.ts';
import { unmatched } from '../results.ts';
import type { Step } from '../search.ts';
import { besides, isNotThis, surest } from './against.ts';

const { companies, en } = agencyWords;
const LATIN: ReadonlySet<string> = new Set([...companies.en, ...en]);

/** The word by which words are a firm's: 公司 at their end, Ltd, Agency; null for none. A clause of its own may be a department's: Travel Medicine. */
const firmWord = (words: string): string | null => {
  if (hasHan(words)) return companies.zh.find((word) => words.endsWith(word)) ?? null;
  const [own = ''] = words.split(',');
  return own.split(/[^A-Za-z]+/u).find((word) => LATIN.has(word.toLowerCase())) ?? null;
};

/** Whether Chinese words say that a firm does the work: 健康管理公司体检中心. */
export const isOfFirm = (words: string): boolean => companies.zh.some((word) => words.includes(word));

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
export const firmUnderName: Step = async (search) => {
  const { name, reader } = search;
  const [, own = ''] = HOUSE.exec(name.trim()) ?? [];
  const against = own === '' ? null : firmReason(name.slice(own.length));
  const best = against === null ? null : surest(search, own);
  const dossier = best === null ? undefined : await reader.dossier(best.id);
  if (against === null || best === null || dossier === undefined) return null;
  if (recordSpeaksOf(dossier, String(against.params.words))) return null;
  return isNotThis(name, besides(search, best), against, reader);
};

const BEFORE_NAME = /[的给被由\s，,、（(]/u;

/** A hospital's name in words around it: 外包给民营的华山医院皮肤科. None where no hospital stands in them. */
const houseIn = (words: string): readonly string[] => {
  const end = words.indexOf('医院');
  return end < 0 ? [] : [`${words.slice(0, end).split(BEFORE_NAME).at(-1)}医院`];
};

/**
 * 瑞金医院莆田系承包科室: a part of a hospital that is said to be leased out to somebody, which the law forbids. Nothing is known of who works there; the hospital
 * stands beside it. Null for any other name, and where no hospital on record is named.
 */
export const leasedOut: Step = (search) => {
  const name = canonicalZh(search.name);
  const words = leasedWordIn(name);
  if (words === null) return null;
  const own = name.split(words).flatMap(houseIn);
  const best = own.map((one) => surest(search, one)).find((one) => one !== null);
  return best === undefined
    ? null
    : unmatched(
        'branch-not-on-record',
        [reason('name.leased-out', { words })],
        besides(search, best).candidates,
      );
};
