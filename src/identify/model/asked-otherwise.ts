import { englishStopWords } from '../../../schema/lexicon/generic-words.ts';
import { houseSorts } from '../../../schema/lexicon/house-sorts.ts';
import { streetWords } from '../../../schema/lexicon/words-beside.ts';
import type { RowPlace } from '../../names/compare/comparison.ts';
import { housesBeside } from '../../names/parse/clauses-beside.ts';
import { isDepartmentWord, isUnit } from '../../names/parse/departments.ts';
import { latinReadings } from '../../names/parse/latin-clauses.ts';
import { atHouse } from '../../names/parse/latin-pieces.ts';
import { parseName } from '../../names/parse/parse-name.ts';
import type { NameParts } from '../../names/parse/parts.ts';
import { latinPlace } from '../../names/parse/sound.ts';
import { citiesWithCounty, provincesOrCitiesSpelled } from '../../places/english-names.ts';
import { placeNamed } from '../../places/place-names.ts';
import { latinWords } from '../../text/han.ts';
import type { AskedName } from './asked-name.ts';
import { partsOfBearer, textsOfBearer } from './house-of.ts';
import type { Doubt } from './put-in.ts';

const PASSED_OVER: ReadonlySet<string> = new Set(englishStopWords.ofAnother);
const BESIDE_PLACE: ReadonlySet<string> = new Set(englishStopWords.besidePlace);
/** Words by which the one before them is a town's. */
const LEVELS: ReadonlySet<string> = new Set(['municipal', 'town', 'township', 'village']);

/** A distinctive word, under a university or not, or a place ("Beijing Specialist Hospital"), and nothing else: no work or kind that a further word could be a part of. */
const isBare = ({ core, parent, places, districts, specialties, kinds, sound }: NameParts): boolean =>
  core.length + (parent.length === 0 ? places.length + districts.length : 0) > 0 &&
  // Typed in pinyin, such words are the name's own.
  sound().length === 0 &&
  specialties.length === 0 &&
  kinds.every((kind) => kind === 'affiliated');

/** The pieces of the clause that names the hospital, in words; phrases of the lexicon are one word each. */
const ownPieces = (name: string): readonly (readonly string[])[] =>
  (latinReadings(name)[0]?.own ?? []).map((piece) => piece.split(' '));

const AFFILIATED = 'affiliated';

/** "Affiliated Drum Tower Hospital" leaves its university out; "Affiliated Hospital of Ruijin" and "Affiliate of Ruijin Hospital" are another's. */
const leavesUniversityOut = (words: readonly string[]): boolean =>
  words[0] === AFFILIATED && words.lastIndexOf(AFFILIATED) === 0 && words.indexOf('hospital') > 1;

/** Words that are passed over in pieces of a name. Under a university, "affiliated" says so, unless it stands apart: "Affiliated Clinic of Huashan Hospital". */
const passedOver = (pieces: readonly (readonly string[])[], { parent, core }: NameParts): readonly string[] =>
  pieces
    .flatMap((words) => {
      const underBody = parent.length > 0 && words.some((word) => core.includes(word));
      return underBody || leavesUniversityOut(words) ? words.filter((word) => word !== AFFILIATED) : words;
    })
    .filter((word) => PASSED_OVER.has(word) || (core.length + parent.length === 0 && BESIDE_PLACE.has(word)));

const isSubject = (word: string | undefined): boolean =>
  word !== undefined && isDepartmentWord(word) && !isUnit(word);

/** "Clinic of Ruijin Hospital", "Ruijin Hospital Outpatient Clinic": a house with a licence of its own; a pain clinic is a department. */
const lesserHouses = (pieces: readonly (readonly string[])[]): readonly string[] =>
  pieces.some((words) => words.includes('hospital'))
    ? pieces.flatMap((words) =>
        words.filter((word, at) => houseSorts.lesser.has(word) && !isSubject(words[at - 1])),
      )
    : [];

const COMPANIES: ReadonlySet<string> = new Set(['company', 'corporation', 'group', 'limited', 'ltd']);

const WAYS: ReadonlySet<string> = new Set(streetWords.ways);

/** "Beijing Children's Hospital Ltd", "Former Wuhan No. 1 Hospital", "Ruijin Hospital Street": a company or a street behind the house, or what was called so once. */
const bodiesBehind = (pieces: readonly (readonly string[])[]): readonly string[] =>
  pieces.flatMap((words) => {
    const house = words.indexOf('hospital');
    return words.filter(
      (word, at) =>
        (house >= 0 && at > house && COMPANIES.has(word)) ||
        (house >= 0 && at === house + 1 && WAYS.has(word)) ||
        (at === 0 && word === 'former'),
    );
  });

/**
 * "Ruijin Specialist Hospital", "Former Ruijin Hospital", "Ruijin Group Hospital", "Affiliate of West China Hospital": words that are passed over where
 * names are compared say nothing beside a kind or a specialty; beside a distinctive word they make it another house, unless a name on record has them.
 */
export const doubtOfPassedOver = ({ name, script }: AskedName, parts: NameParts): Doubt | null => {
  if (script !== 'latin') return null;
  const pieces = ownPieces(name);
  const said = [
    ...(isBare(parts) ? passedOver(pieces, parts) : []),
    ...lesserHouses(pieces),
    ...bodiesBehind(pieces),
  ];
  return said.length === 0
    ? null
    : (index, one) =>
        !textsOfBearer(index, one.name).some((known) => {
          const words = latinWords(known);
          return said.every((word) => word !== AFFILIATED && words.includes(word));
        });
};

/** What ends so is no hospital: a company, a school, a body, a science or a journal (华西医学). */
export const NO_HOSPITAL =
  /(?:公司|集团|企业|股份|医疗|美容|药房|药店|协会|学会|基金会|(?<!科)学院|学校|学|学报|杂志)$/u;

/** 瑞金海南医疗公司, 北京朝阳医学院: the name of another kind of body, unless the hospital is called by such a one of the same word as well. */
export const doubtOfKindOfBody = ({ script }: AskedName, { text, coreText }: NameParts): Doubt | null => {
  const [ending] = script === 'han' ? (NO_HOSPITAL.exec(text) ?? []) : [];
  return ending === undefined
    ? null
    : (index, one) =>
        !partsOfBearer(index, one.name).some(
          (other) => other.text.endsWith(ending) && other.text.includes(coreText),
        );
};

const standsIn = ({ province, city, district }: RowPlace, sound: string): boolean =>
  [province, city, district].some((one) => one !== null && latinPlace(one) === sound);

/** "Ruijin City Hospital" is one of the town of Ruijin, wherever a hospital of that name stands. */
export const doubtOfTown = ({ name, script }: AskedName, parts: NameParts): Doubt | null => {
  if (script !== 'latin' || !isBare(parts)) return null;
  const words = ownPieces(name).flat();
  const town = parts.core.find((word) => LEVELS.has(words[words.indexOf(word) + 1] ?? ''));
  return town === undefined
    ? null
    : (index, { institution }) => !standsIn(index.places.at(institution), town);
};

/** "Xiangya Hospital Oncology" is a department of Xiangya Hospital, and not Xiangya Cancer Hospital: work that is said behind the house. */
export const doubtOfWorkBehind = ({ name, script }: AskedName): Doubt | null => {
  const [, behind] = script === 'latin' ? atHouse(name) : ['', ''];
  const { specialties = [] } = behind === '' ? {} : parseName(behind);
  return specialties.length === 0
    ? null
    : (index, one) => {
        const [, known] = atHouse(index.names.at(one.name));
        return known === '' && specialties.some((work) => index.partsAt(one.name).specialties.includes(work));
      };
};

const INSTITUTE = /institute|研究[院所]|儿研所/iu;
const INSTITUTE_AT_END = /研究[院所]$/u;

/**
 * "Ruijin Hospital, Shanghai Stem Cell Institute" names an institute behind the hospital, and "Renji Research Institute" one alone; one that is an institute itself may be meant, by the
 * word that it has: 山西省中医药研究院 and 山西省中医药研究所 are of two hospitals.
 */
export const doubtOfInstitute = ({ name, script }: AskedName, { body, text }: NameParts): Doubt | null => {
  const word = INSTITUTE_AT_END.exec(text)?.[0] ?? INSTITUTE;
  return body !== 'institute' && (script !== 'latin' || housesBeside(name).length === 0)
    ? null
    : (index, one) => !textsOfBearer(index, one.name).some((known) => known.search(word) >= 0);
};

/** Towns of a province that are called like the one word of a name, by their full names. */
const townsCalled = (
  { script, core: [word = ''], coreText }: NameParts,
  province: string,
): readonly string[] => {
  const found = script === 'han' ? [placeNamed(coreText)] : provincesOrCitiesSpelled(word).map(placeNamed);
  const cities = found.flatMap((place) =>
    place?.province === province && place.city !== null ? [place.city] : [],
  );
  return [...cities, ...(script === 'han' ? [] : citiesWithCounty(word, null))].filter(
    (city) => placeNamed(city)?.province === province,
  );
};

/** "Zhongshan Hospital" in Guangdong: beside its province the word is the town of that name, and what stands in another town of it is another's. */
export const doubtOfTownThere = ({ place }: AskedName, parts: NameParts): Doubt | null => {
  const { province, city } = place;
  if (province === null || city !== null || parts.core.length !== 1 || parts.places.length > 0) return null;
  const towns = townsCalled(parts, province);
  return towns.length === 0
    ? null
    : (index, { institution }) => !towns.includes(index.places.at(institution).city ?? '');
};
