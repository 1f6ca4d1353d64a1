import { universities } from '../../schema/lexicon/universities.ts';
import { remembered } from '../text/remembered.ts';

const now = new Map(Object.entries(universities.renamed));

/** Colleges of medicine that grew kept their town: 广州医学院 → 广州医科大学, 广西中医学院 → 广西中医药大学. */
const grown = (name: string): string =>
  name
    .replace(/中医学院$/u, '中医药大学')
    .replace(/(?<!大学|药)医学院$/u, '医科大学')
    .replace(/药学院$/u, '药科大学');

const called = (name: string): string => {
  const own = name.replace(/^解放军(?=.+大学$)/u, '');
  return now.get(own) ?? now.get(grown(own)) ?? grown(own);
};

/**
 * What a university is called today: 第四军医大学 → 空军军医大学, 浙江医学院 → 浙江医科大学 → 浙江大学. The army's name before it says nothing
 * more. Other texts come back unchanged.
 */
export const presentUniversity = remembered(5_000, called);

const seatOf = new Map(Object.entries(universities.seats));

/** Town of a university whose name does not begin with it; null when it does, or is not known. */
export const universitySeat = (name: string): string | null => seatOf.get(presentUniversity(name)) ?? null;

const universitiesKnown = new Set([
  ...Object.keys(universities.renamed),
  ...Object.values(universities.renamed),
  ...universities.withHospitals,
]);

/** Whether a text is the name of a university as it is or was called: 湖南医学院 is no slip for 湖南医药学院. */
export const isUniversity = (name: string): boolean => universitiesKnown.has(name);
