import type { Dossier } from '../../../schema/institution.ts';
import { reason } from '../../../schema/reason.ts';
import type { Identification } from '../../../schema/verdict.ts';
import { canonicalZh } from '../../name-keys/keys.ts';
import { isTitledPerson } from '../../names/parse/clauses-beside.ts';
import { parseName } from '../../names/parse/parse-name.ts';
import { isDepartment, isPart, isTown, isWork, saysNoHouse } from '../../names/parse/words-beside-name.ts';
import { hasHan } from '../../text/han.ts';
import { SIGNS_BETWEEN, trimSigns } from '../../text/trim-signs.ts';
import { behindHouses, trailingBracket } from '../name-cuts.ts';
import { meantBy, noMatch, unmatched } from '../results.ts';
import type { Doubt } from '../search.ts';
import { saysWhere } from './read-words.ts';

/** A name and the words beside it. */
type Cut = Readonly<{ own: string; words: string }>;

const ENDS_AS_HOUSE = /(?:医院|醫院|\bhospital)\s*$/iu;
/** 中信湘雅的…, 瑞金医院 50万: what parts a name from the rest. */
const JOINT = /[\s,，、;；。!！?？|/:：]|的/u;
const LATIN = /^(.{3,80}?\b(?:hospital|medical cent(?:er|re)))[\s,;:–-]{1,3}(\S.{0,80})$/iu;
/** More ways to cut a line would each be looked up. */
const MOST_CUTS = 3;
/** A longer line is no name with a few words beside it, and each look-up of it would cost the more. */
const LONGEST_LINE = 80;

/** 浙一余杭院区, 郑大一附院东区: how a campus is called behind a name in short, and how many characters say which. */
const CAMPUS = /(?:院区|分院|[东西南北新老]院|[东西南北]区)$/u;
const WHICH_CAMPUS = [0, 2, 3];

/** A name in short, without a word for a house, and the campus behind it. */
const campusCuts = (text: string): readonly Cut[] => {
  const end = text.search(CAMPUS);
  return WHICH_CAMPUS.map((more) => end - more)
    .filter((start) => start > 1)
    .map((start) => ({ own: text.slice(0, start), words: text.slice(start) }));
};

const hanCuts = (name: string): readonly Cut[] => {
  const text = name.trim();
  const joint = text.search(JOINT);
  const first = joint < 2 ? [] : [{ own: text.slice(0, joint), words: text.slice(joint + 1) }];
  const bracket = trailingBracket(text);
  const inBracket = bracket === null ? '' : `（${bracket.inside}）`;
  const whole = canonicalZh(bracket?.before ?? text);
  const houses = behindHouses(whole).map(({ house, behind }) => ({
    own: house,
    words: `${behind}${inBracket}`,
  }));
  return [...first, ...houses, ...(houses.length === 0 ? campusCuts(whole) : [])]
    .filter(({ words }) => words.trim() !== '')
    .slice(0, MOST_CUTS);
};

const latinCuts = (name: string): readonly Cut[] => {
  const [, own, words] = LATIN.exec(name.trim()) ?? [];
  return own === undefined || words === undefined ? [] : [{ own, words }];
};

/** "Huashan Hospital Dr. Wang", "Prof. Zhou, Huashan Hospital": the person in a line in Latin letters; undefined for none. */
const personIn = (name: string): string | undefined =>
  hasHan(name)
    ? undefined
    : [...latinCuts(name).map(({ words }) => words), ...name.split(/[,;]/u)]
        .map((words) => words.trim())
        .find((words) => isTitledPerson(words.toLowerCase()));

/** Who is settled on though a person stands beside, which is said. */
const withPerson = (name: string, found: Identification): Identification => {
  const words = personIn(name);
  return words === undefined
    ? found
    : { ...found, why: [...found.why, reason('name.words-aside', { words })] };
};

/** Nothing is said of the name but that nobody bears it, and whom it may mean. */
const NOTHING_MORE: ReadonlySet<string> = new Set(['name.not-found', 'name.nearest', 'name.clause-unread']);

const has = ({ why }: Identification, code: string): boolean => why.some((one) => one.code === code);

/** Somebody else than who is named alone is offered for the line as a whole: "West China Hospital Stomatology". */
const offersAnother = ({ why }: Identification, { id }: Identification): boolean =>
  why.some(({ code, params }) => code === 'name.nearest' && params.id !== id);

/** What joins a second name, and one of an institute, where nobody is treated. */
const TOGETHER_WITH = /^暨/u;
const INSTITUTE_TOO = /^暨(\p{Script=Han}{2,30}研究[所院])$/u;

/** 天津医科大学肿瘤医院暨天津市肿瘤研究所: an institute of the hospital's own town and work. One that says another work or a word (瑞金医院暨干细胞研究院) may be somebody else's. */
const isItsInstitute = (words: string, { names, place: { province, city } }: Dossier): boolean => {
  const { core, parentText, specialties, places } = parseName(INSTITUTE_TOO.exec(words)?.[1] ?? '');
  const own = names.flatMap(({ value }) => parseName(value).specialties);
  return (
    specialties.length > 0 &&
    core.length + parentText.length === 0 &&
    specialties.every((work) => own.includes(work)) &&
    places.every((one) => one.split('|').some((name) => name === province || name === city))
  );
};

/** What is said of words beside the name of a hospital that is settled on. */
const beside = (
  found: Identification,
  meant: Identification,
  { own, words }: Cut,
  dossier: Dossier | undefined,
): Identification => {
  if (isDepartment(words))
    return { ...meant, why: [...meant.why, reason('name.department-aside', { words: words.trim() })] };
  if (saysNoHouse(words) || (dossier !== undefined && isItsInstitute(words, dossier)))
    return { ...meant, why: [...meant.why, reason('name.words-aside', { words })] };
  if (isPart(words))
    return has(found, 'name.branch') || offersAnother(found, meant)
      ? found
      : unmatched('branch-not-on-record', [reason('name.branch', { known: own, words })], meantBy(meant));
  const place = trimSigns(words, SIGNS_BETWEEN);
  if (dossier !== undefined && saysWhere(place, dossier))
    return { ...meant, why: [...meant.why, reason('place.agrees', { place })] };
  return isWork(words) || offersAnother(found, meant) || has(found, 'name.clause-unread')
    ? found
    : noMatch([reason('name.words-unread', { known: own, words })], meantBy(meant));
};

/** 四川大学华西厦门医院, "Taikang Tongji Hospital": a town's word within a name makes another hospital of it; one behind it may be a part's. */
const standsBehind = (name: string, words: string): boolean => {
  const line = name.toLowerCase();
  if (hasHan(name)) return !ENDS_AS_HOUSE.test(line);
  return !isTown(words) || line.lastIndexOf(words.toLowerCase()) > line.indexOf('hospital');
};

/**
 * A line that holds a hospital's name and words beside it. A person, a sum or a question makes no other hospital of it: the hospital is meant, and the words are said not to have
 * been read. What a part of a hospital is called is a part that no list names. Anything else (a hotel opposite, who sells places in its queue, another hospital of which its name is
 * a part) is neither: nobody is settled on, and the hospital named in the line stands beside. `found`: what is said of the line as a whole.
 */
export const wordsBesideName: Doubt = async ({ name, found, find, reader }) => {
  if (found.id !== null) return withPerson(name, found);
  const ofPart = found.match === 'branch-not-on-record' && has(found, 'name.branch');
  const ofNobody = found.match === 'none' && found.why.every(({ code }) => NOTHING_MORE.has(code));
  if ((!ofPart && !ofNobody) || name.length > LONGEST_LINE) return found;
  for (const cut of hasHan(name) ? hanCuts(name) : latinCuts(name)) {
    const meant = await find(cut.own);
    if (meant.id === null) continue;
    // 广西医科大学附属肿瘤医院/广西壮族自治区肿瘤医院, 河北医科大学第四医院暨河北省肿瘤医院: the same hospital under its second name.
    const again = ENDS_AS_HOUSE.test(cut.words)
      ? await find(trimSigns(cut.words.replace(TOGETHER_WITH, ''), SIGNS_BETWEEN))
      : null;
    return again?.id === meant.id ? meant : beside(found, meant, cut, await reader.dossier(meant.id));
  }
  const words = found.why.find(({ code }) => code === 'name.branch')?.params.words;
  if (typeof words !== 'string') return found;
  return isPart(words) && standsBehind(name, words)
    ? found
    : noMatch([reason('name.not-found', { name })], found.candidates);
};
