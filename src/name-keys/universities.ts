import { universities } from '../../schema/lexicon/universities.ts';

const now = new Map(Object.entries(universities.renamed));

/**
 * What a university is called today (第四军医大学 → 空军军医大学). Colleges of medicine that grew kept their town: 广州医学院 →
 * 广州医科大学, 广西中医学院 → 广西中医药大学. Other texts come back unchanged.
 */
export const presentUniversity = (name: string): string =>
  now.get(name) ??
  name
    .replace(/中医学院$/u, '中医药大学')
    .replace(/(?<!大学|药)医学院$/u, '医科大学')
    .replace(/药学院$/u, '药科大学');

const seatOf = new Map(Object.entries(universities.seats));

/** Town of a university whose name does not begin with it; null when it does, or is not known. */
export const universitySeat = (name: string): string | null => seatOf.get(presentUniversity(name)) ?? null;
