import { parseReadings } from '../names/parse/parse-name.ts';

/** Numbers up to which very many hospitals are called by their number; a higher one is an army hospital's own. */
const COMMON_ORDINAL = 20;

/** Bodies of which each has few general hospitals: 武警总医院 is one, 武警医院 is in every province. */
const BODIES = new Set(['police', 'railway', 'coal', 'oil', 'forestry', 'reclamation']);
const isBodysOwn = (kinds: readonly string[]): boolean =>
  kinds.includes('general') && kinds.some((kind) => BODIES.has(kind));

/** Whether a name says nothing that tells hospitals apart: no distinctive word, place or parent (第一人民医院, "Children's Hospital"). */
export const isGeneric = (name: string): boolean =>
  parseReadings(name).every(
    ({ core, parent, places, districts, ordinal, kinds, department }) =>
      core.length + parent.length + places.length + districts.length === 0 &&
      // Words that were taken for a department may be a name of their own (an institute that no rule knows).
      department === '' &&
      !isBodysOwn(kinds) &&
      (ordinal ?? 0) <= COMMON_ORDINAL,
  );
