import type { Identification } from '../../../schema/verdict.ts';
import type { Search } from '../search.ts';

const UNIVERSITY = /\bMedical University\b/iu;
/** The name as it is printed or as our English words say it: nothing but the word for the school was changed. */
const TODAY: ReadonlySet<string> = new Set(['legal', 'second', 'english']);
const EXACT = /^name\.(?:translation|english|alias)\.equal$/u;

/**
 * "Affiliated Hospital of Jining Medical University": many a college of medicine (济宁医学院) calls itself a university in English. Whoever bears the very name with
 * the word for a college; null where nobody does.
 */
export const ofMedicalCollege = async (
  { name, reader }: Search,
  settles: (line: string) => Promise<Identification | null>,
): Promise<Identification | null> => {
  if (!UNIVERSITY.test(name)) return null;
  const found = await settles(name.replace(UNIVERSITY, 'Medical College'));
  const exact = found?.why.find(({ code }) => EXACT.test(code))?.params.name;
  const dossier = found === null || found.id === null ? undefined : await reader.dossier(found.id);
  // 四川医学院 is West China's old name, and "Sichuan Medical University" was another's: a former name says nothing.
  return dossier?.names.some(({ kind, value }) => value === exact && TODAY.has(kind)) === true ? found : null;
};
