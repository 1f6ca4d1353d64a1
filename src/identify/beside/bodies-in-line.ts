import type { Dossier } from '../../../schema/institution.ts';
import type { Identification } from '../../../schema/verdict.ts';
import { unreadInAddress } from '../../names/parse/unread-clauses.ts';
import { hasHan } from '../../text/han.ts';
import type { Search, Step } from '../search.ts';
import { isItsBody } from './its-body.ts';
import { ofMedicalCollege } from './own-bodies.ts';

const BODY = /\b(?:\w*university|college|academy|school|faculty)\b/iu;
const HOUSE = /\bhospital\b|\bmedical cent(?:er|re)\b/iu;
const PLAIN_HOUSE = /^(?:the )?(?:affiliated |teaching )?hospital (?:of|affiliated (?:to|with)) (?:the )?/iu;

/** A line of a paper in its clauses, by what they name. */
type Line = Readonly<{ houses: readonly string[]; bodies: readonly string[]; others: readonly string[] }>;

/**
 * "Chinese Academy of Medical Sciences and Peking Union Medical College": two bodies; "Science and Technology", "Medicine and Life Sciences" are one's work. A body
 * begins behind an "and" where the words up to the next one name one.
 */
const splitBodies = (clause: string): readonly string[] => {
  if (HOUSE.test(clause)) return clause.split(JOINED);
  const [first = '', ...parts] = clause.split(/\s(?:and|&)\s/iu);
  const bodies = [first];
  for (const part of parts) {
    const before = bodies.at(-1) ?? '';
    if (BODY.test(before) && BODY.test(part)) bodies.push(part);
    else bodies[bodies.length - 1] = `${before} and ${part}`;
  }
  return bodies;
};

/** "Hunan Cancer Hospital & The Affiliated Cancer Hospital of Xiangya School of Medicine": a further name behind a house. */
const JOINED =
  /(?<=\bhospital)\s{1,3}(?:and|&)\s{1,3}(?=\S.{0,80}\b(?:hospital|institute|academy|cent(?:er|re)|college)\b)/iu;
/** "Sichuan Cancer Hospital & Institute": one name. */
const AND_INSTITUTE = /(?<=\bhospital)\s{1,3}(?:and|&)\s{1,3}(?:research )?institute(?=\s*(?:[,;(/|]|$))/giu;

export const lineOf = (name: string): Line => {
  const clauses = name
    .replace(AND_INSTITUTE, '')
    .split(/[,;，；()（）[\]|/]|\s[-–—]\s/u)
    .flatMap(splitBodies)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
  const houses = clauses.filter((clause) => HOUSE.test(clause));
  const bodies = clauses.filter((clause) => BODY.test(clause) && !HOUSE.test(clause));
  return { houses, bodies, others: clauses.filter((one) => !houses.includes(one) && !bodies.includes(one)) };
};

/** The universities and other bodies that a line in Latin letters names as clauses of their own. */
export const bodiesNamed = (name: string): readonly string[] => (hasHan(name) ? [] : lineOf(name).bodies);

/** More of either are several hospitals' line, and each way to read it would be looked up. */
const MOST = { houses: 2, bodies: 4 };

/** The one institution that answers settle on; null where none does, or two do. */
const onlyOne = (answers: readonly (Identification | null)[]): Identification | null => {
  const [first, ...more] = answers.filter((one) => one !== null && one.id !== null);
  return first != null && more.every((one) => one?.id === first.id) ? first : null;
};

/** The body of a house that is called by nothing else: "The Affiliated Hospital of Nanjing University Medical School"; '' for any other. */
export const bodyOfPlain = (house: string): string =>
  PLAIN_HOUSE.test(house) ? house.replace(PLAIN_HOUSE, '') : '';

/** "School of Medicine", "Faculty of Life Sciences": what any university has; it is read by the university beside it. */
const SCHOOL =
  /^(?:the )?(?:(?:first|second|third|fourth|fifth|\d(?:st|nd|rd|th))\s)?(?:(?:clinical|medical)\s){0,2}(?:school|college|faculty)\b/iu;
export const isAnySchool = (body: string): boolean => SCHOOL.test(body) && unreadInAddress(body).words === '';

/** Whether every body is the institution's; a school without a name of its own is so beside one that is. */
const areItsBodies = (bodies: readonly string[], dossier: Dossier): boolean => {
  const named = bodies.filter((body) => !isAnySchool(body));
  return named.length > 0 && named.every((body) => isItsBody(body, dossier));
};

/**
 * A line that names a hospital with several bodies, or under a second name, as papers do ("Fuwai Hospital, Chinese Academy of Medical Sciences and Peking Union
 * Medical College"): whoever it means with one of them, where every other is that hospital's as well. Null for any other line, and where one is not.
 */
export const inSeveralBodies = async (search: Search, settles: Step): Promise<Identification | null> => {
  const { name } = search;
  if (hasHan(name)) return null;
  const college = await ofMedicalCollege(search, settles);
  if (college !== null || !/[,;&(-]|\band\b/iu.test(name)) return college;
  const { houses, bodies, others } = lineOf(name);
  const own = houses.filter((house) => BODY.test(house)).length;
  if (houses.length === 0 || (houses.length === 1 && own + bodies.length < 2)) return null;
  if (houses.length > MOST.houses || bodies.length > MOST.bodies) return null;
  const lines = houses.flatMap((house) =>
    [[], ...bodies.map((body) => [body])].map((body) => [house, ...body, ...others].join(', ')),
  );
  const answers: (Identification | null)[] = [];
  for (const line of lines) answers.push(await settles(search.other(line)));
  const found = onlyOne(answers);
  if (found === null) return null;
  const perHouse = answers.length / houses.length;
  const unmet = houses.filter((_, at) =>
    answers.slice(at * perHouse, (at + 1) * perHouse).every((one) => (one?.id ?? null) === null),
  );
  const plain = unmet.map(bodyOfPlain);
  const dossier = await search.reader.dossier(found.id ?? '');
  return dossier !== undefined &&
    plain.every((body) => body !== '') &&
    (bodies.length + plain.length === 0 || areItsBodies([...bodies, ...plain], dossier))
    ? found
    : null;
};
