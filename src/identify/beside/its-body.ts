import type { Dossier } from '../../../schema/institution.ts';
import { universities } from '../../../schema/lexicon/universities.ts';
import { compareParents } from '../../names/compare/compare-parent.ts';
import { parseName } from '../../names/parse/parse-name.ts';
import type { NameParts } from '../../names/parse/parts.ts';

const NOWHERE = { province: null, city: null, district: null };

/** Whether two bodies are one: as such, renamed, or one as a part of the other (复旦大学上海医学院). */
const isOne = (asked: NameParts, known: NameParts): boolean => {
  const { code, detail } = compareParents(asked, known, NOWHERE);
  return (
    code === 'parent.equal' || code === 'parent.renamed' || (code === 'parent.part' && detail === undefined)
  );
};

let bodies: readonly (readonly NameParts[])[] | null = null;
/** Bodies by all their names; read on the first line that needs them. */
const bodiesOfSeveralNames = () => {
  bodies ??= universities.oneBody.map((names) => names.map((one) => parseName(`${one}附属医院`)));
  return bodies;
};

/** Whether words in Latin letters name a body that a name on record of this institution states, or another name of that body. */
export const isItsBody = (words: string, { names }: Dossier): boolean => {
  const asked = parseName(`Affiliated Hospital of ${words}`);
  if (asked.parent.length === 0) return false;
  const same = bodiesOfSeveralNames()
    .filter((all) => all.some((one) => isOne(asked, one)))
    .flat();
  const known = names.map(({ value }) => parseName(value));
  return [asked, ...same].some((body) => known.some((one) => isOne(body, one)));
};
