import type { Dossier } from '../../../schema/institution.ts';
import { universities } from '../../../schema/lexicon/universities.ts';
import type { Identification, Reason } from '../../../schema/verdict.ts';
import { canonicalZh } from '../../name-keys/keys.ts';
import { parseName } from '../../names/parse/parse-name.ts';
import { hasHan, simplify } from '../../text/han.ts';
import { meantBy, saysEqual, strongMatch } from '../results.ts';
import type { Search, Step } from '../search.ts';

const UNIVERSITY = /\bMedical University\b/iu;
/** The name as it is printed or as our English words say it: nothing but the word for the school was changed. */
const TODAY: ReadonlySet<string> = new Set(['legal', 'second', 'english']);
const EXACT = /^name\.(?:translation|english|alias)\.equal$/u;

/**
 * "Affiliated Hospital of Jining Medical University": many a college of medicine (济宁医学院) calls itself a university in English. Whoever bears the very name with
 * the word for a college; null where nobody does.
 */
export const ofMedicalCollege = async (search: Search, settles: Step): Promise<Identification | null> => {
  const { name, reader } = search;
  if (!UNIVERSITY.test(name)) return null;
  const found = await settles(search.other(name.replace(UNIVERSITY, 'Medical College')));
  const exact = found?.why.find(({ code }) => EXACT.test(code))?.params.name;
  const dossier = found === null || found.id === null ? undefined : await reader.dossier(found.id);
  // 四川医学院 is West China's old name, and "Sichuan Medical University" was another's: a former name says nothing.
  return dossier?.names.some(({ kind, value }) => value === exact && TODAY.has(kind)) === true ? found : null;
};

const { oneBody, renamed, withHospitals } = universities;
/** Bodies as they may stand before a hospital's name, the longest first. */
const bodies = [...new Set([...oneBody.flat(), ...Object.keys(renamed), ...withHospitals])].toSorted(
  (a, b) => b.length - a.length,
);
/** More would be no name. */
const MOST = 3;

type Parted = Readonly<{ before: readonly string[]; own: string }>;

/** The bodies that a name begins with, one behind the other, and what is left: 中国医学科学院北京协和医学院阜外医院. */
const parted = (name: string): Parted => {
  const before: string[] = [];
  let own = canonicalZh(name);
  while (before.length < MOST) {
    const body = bodies.find((one) => own.startsWith(one));
    if (body === undefined) break;
    before.push(body);
    own = own.slice(body.length).replace(/^(?:暨|、|医学院|医学部)/u, '');
  }
  return { before, own: own.replace(/^附属/u, '') };
};

/** All names of a body: those it shares with its college, its present and its former ones. */
const namesOfBody = (body: string): readonly string[] => {
  const now = renamed[body] ?? body;
  const group = oneBody.filter((all) => all.includes(body) || all.includes(now)).flat();
  const former = Object.keys(renamed).filter(
    (old) => renamed[old] === now || group.includes(renamed[old] ?? ''),
  );
  return [body, now, ...group, ...former];
};

/** Whether a name on record states a body by any of its names. */
const hasBody = ({ names }: Dossier, body: string): boolean => {
  const same = namesOfBody(body);
  return names.some(({ value }) => {
    const { parentText } = parseName(simplify(value));
    return hasHan(value) && same.some((one) => parentText.includes(one));
  });
};

/** 中国中医研究院西苑医院 is no 中国中医科学院西苑医院山西医院, to which its name leads where it is not on record itself. */
const isPartOfIt = (why: readonly Reason[]): boolean =>
  why.some(({ code }) => code === 'part.branch.differs');

/** Whoever is less likely to be meant by the rest of a name, and does not bear it, is not: 中山大学肿瘤防治中心 for 孙逸仙纪念医院. */
const LEAST = 0.1;

/** Those whom the rest of the name may mean. */
const meantByRest = (found: Identification): Identification['candidates'] =>
  meantBy(found).filter(({ score, why }) => !isPartOfIt(why) && (score >= LEAST || why.some(saysEqual)));

/**
 * A hospital under another name of its own body, or under several of its bodies (中国协和医科大学附属北京协和医院, 华中科技大学附属同济医院): the only one of those whom the
 * rest may mean of which each body is on record, by whatever name. Null for any other name.
 */
export const underOwnBodies: Step = async ({ name, reader, ask }) => {
  if (!hasHan(name)) return null;
  const { before, own } = parted(name);
  if (before.length === 0 || !/院$/u.test(own) || parseName(own).core.length === 0) return null;
  const found = await ask(own);
  if (found.id === null && found.match !== 'ambiguous') return null;
  const theirs: Identification['candidates'][number][] = [];
  for (const one of meantByRest(found)) {
    const dossier = await reader.dossier(one.id);
    if (dossier !== undefined && before.every((body) => hasBody(dossier, body))) theirs.push(one);
  }
  const [only, ...more] = theirs;
  return only === undefined || more.length > 0 ? null : strongMatch(only.id, only.score, only.why);
};
