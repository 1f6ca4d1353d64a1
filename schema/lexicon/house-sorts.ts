import { z } from 'zod';
import file from './house-sorts.json' with { type: 'json' };
import { readLexicon, word, words, wordTable } from './read-lexicon.ts';

const groups = z.array(words).readonly();
const entries = readLexicon(
  file,
  z.strictObject({
    houses: z.record(word, words),
    township: words,
    lesser: words,
    medicines: words,
    apart: words,
    chief: words,
    publiclyRun: words,
    silent: words,
    near: z.record(word, words),
    kin: groups,
    sameHouse: groups,
    inEnglish: z.strictObject({
      prepositions: words,
      ends: words,
      beforeDepartment: words,
      department: words,
      sides: wordTable,
    }),
  }),
);

const { houses, inEnglish } = entries;
const { small = [], station = [], centre = [] } = houses;

/** The sort of house that a body is; a hospital where none is said. */
const sorts: ReadonlyMap<string, string> = new Map(
  Object.entries(houses).flatMap(([sort, bodies]) => bodies.map((body) => [body, sort] as const)),
);
export const sortOfHouse = (body: string | null): string => sorts.get(body ?? '') ?? 'hospital';

/** Kinds of words in hospitals' names, each a set to look one up in (house-sorts.json). */
export const houseSorts = {
  /** Clinics, stations and centres of a quarter, of which a town has several of one name. */
  small: new Set<string | null>([...small, ...station, ...centre]),
  township: new Set<string | null>(entries.township),
  lesser: new Set(entries.lesser),
  medicines: new Set(entries.medicines),
  apart: new Set([...entries.medicines, ...entries.apart]),
  chief: new Set(['', ...entries.chief]),
  publiclyRun: new Set(entries.publiclyRun),
  silent: new Set(entries.silent),
} as const;

/** Specialties whose houses do each other's work, that one house often has, and that are one house's in two names. */
export const specialtyGroups = { near: entries.near, kin: entries.kin, sameHouse: entries.sameHouse };

/** Words at which names and addresses in Latin letters are cut. */
export const cutWords = {
  prepositions: new Set(inEnglish.prepositions),
  ends: new Set(inEnglish.ends),
  beforeDepartment: new Set(inEnglish.beforeDepartment),
  department: new Set(inEnglish.department),
  sides: inEnglish.sides,
} as const;
