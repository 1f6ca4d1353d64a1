import type { Dossier } from '../../../schema/institution.ts';
import { englishUniversities } from '../../../schema/lexicon/english-hospitals.ts';
import { universities } from '../../../schema/lexicon/universities.ts';
import { compareParents } from '../../names/compare/compare-parent.ts';
import { parseName } from '../../names/parse/parse-name.ts';
import type { NameParts } from '../../names/parse/parts.ts';
import { provincesOrCitiesSpelled } from '../../places/english-names.ts';
import { late } from '../../text/remembered.ts';

const NOWHERE = { province: null, city: null, district: null };

/** What a comparison of two bodies says: that they are one, as such or renamed, or that one is a part of the other (复旦大学上海医学院). */
const compared = (asked: NameParts, known: NameParts): 'same' | 'part' | null => {
  const { code, detail } = compareParents(asked, known, NOWHERE);
  if (code === 'parent.equal' || code === 'parent.renamed') return 'same';
  return code === 'parent.part' && detail === undefined ? 'part' : null;
};

const partsOf = (body: string): NameParts => parseName(`${body}附属医院`);

type Listed = Readonly<{ body: string; parts: NameParts }>;
let listed: Readonly<{
  universities: readonly Listed[];
  ofSeveralNames: readonly (readonly Listed[])[];
}> | null = null;
/** Universities, and bodies by all their names; read on the first line that needs them. */
const bodies = () => {
  const read = (body: string): Listed => ({ body, parts: partsOf(body) });
  listed ??= {
    universities: universities.withHospitals.map(read),
    ofSeveralNames: universities.oneBody.map((names) => names.map(read)),
  };
  return listed;
};

/** Whether a name on record states this listed body. */
const states = (known: NameParts, { body, parts }: Listed): boolean =>
  (known.script === 'han' && known.parentText.includes(body)) || compared(parts, known) === 'same';

const askedBody = (words: string): NameParts => parseName(`Affiliated Hospital of ${words}`);

/** "Shanghai University": a town and the word for a university, which are a part of the names of others. */
const isOfTown = ({ parent, places }: NameParts): boolean =>
  parent.length > 0 &&
  parent.every((word) => word === 'university' || provincesOrCitiesSpelled(word).length > 0) &&
  parent.length + places.length > 1;

/** The universities of which words in Latin letters are the whole name. */
const calledSo = (asked: NameParts): readonly Listed[] =>
  bodies().universities.filter(({ parts }) => compared(asked, parts) === 'same');

/** "The Xuzhou Clinical School of Xuzhou Medical University": what a university calls its teaching there, and the university. */
const SCHOOL_OF =
  /^(?:\S{2,20}\s){0,5}(?:school|college)(?: of \S{3,20}(?: \S{3,20})?)? of (?:the )?(?=\S.{2,60}\buniversity\b)/iu;

/** The university, by its Chinese name, of which words in Latin letters are the whole name, or a school of it; undefined for none, and for those of several. */
export const universityCalled = (body: string): string | undefined => {
  const words = body.replace(SCHOOL_OF, '');
  const [only, ...more] = calledSo(askedBody(words));
  if (only !== undefined && more.length === 0) return only.body;
  const called = bodyInEnglish().get(words.trim().toLowerCase());
  // Tongji Medical College is the university's that it belongs to.
  return universities.oneBody.find((names) => names.includes(called ?? ''))?.[0] ?? called;
};
const bodyInEnglish = late(
  () =>
    new Map(Object.entries(englishUniversities.names).map(([body, words]) => [words.toLowerCase(), body])),
);

/** "Sichuan University Moon Lake Branch": a part of the hospital, and no body that it belongs to. */
const PART = /\b(?:branch|campus)\b/iu;

/**
 * Whether words in Latin letters name a body that a name on record of this institution states, or another name of that body. A university's whole name is none of
 * another's of which it has the words: Tongji University is not Tongji Medical College of Huazhong University.
 */
export const isItsBody = (words: string, { names }: Dossier): boolean => {
  const asked = askedBody(words);
  if (asked.parent.length === 0 || PART.test(words)) return false;
  const known = names.map(({ value }) => parseName(value));
  if (known.some((one) => compared(asked, one) === 'same')) return true;
  const called = calledSo(asked);
  const alike = called.length > 0 ? ['same'] : ['same', 'part'];
  const others = bodies().ofSeveralNames.filter((same) =>
    same.some(({ parts }) => alike.includes(compared(asked, parts) ?? '')),
  );
  if (known.some((one) => [...called, ...others.flat()].some((body) => states(one, body)))) return true;
  return called.length === 0 && !isOfTown(asked) && known.some((one) => compared(asked, one) === 'part');
};

/** The body of a line that is a whole university and not the institution's, where another of the line is, or of a town's own name; undefined for none. */
export const otherUniversity = (line: readonly string[], dossier: Dossier): string | undefined => {
  if (line.length < 2) return undefined;
  const others = line.filter((body) => !isItsBody(body, dossier));
  if (others.length === line.length) return undefined;
  return others.find((body) => calledSo(askedBody(body)).length > 0 || isOfTown(askedBody(body)));
};
