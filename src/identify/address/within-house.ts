import { buildingWords } from '../../../schema/lexicon/address-words.ts';

const WORDS = new RegExp(`${buildingWords.join('|')}|[^\\p{L}]|[a-z]`, 'giu');
/** A building with a name of its own, and numbers in characters: 梅龙镇广场三楼. */
const NAMED = /\p{Script=Han}{2,8}(?:大厦|广场|大楼|商务楼|写字楼)/u;
const NUMERALS = /[一二三四五六七八九十百甲乙丙丁]/gu;

/** A part of a Chinese address without what says where in a house: '' where it says nothing else. */
export const withoutBuilding = (part: string): string => part.replace(WORDS, '');

/** Whether what stands behind a house's number says only where in it: 号3号楼2层, 号梅龙镇广场三楼, but not 号美容院3楼. */
export const isWithinHouse = (behind: string): boolean =>
  withoutBuilding(behind.replace(NAMED, '').replace(NUMERALS, '')) === '';
