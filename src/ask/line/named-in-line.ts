import { namedInText } from '../../../schema/lexicon/named-in-text.ts';
import type { Question } from '../../../schema/question.ts';
import { reason } from '../../../schema/reason.ts';
import { isGeneric } from '../../identify/generic-name.ts';
import { ambiguousMatch, meantBy } from '../../identify/results.ts';
import type { Reader } from '../../store/registry-reader.ts';
import { simplify } from '../../text/han.ts';
import { dossiers, type Facts, gatherFacts } from '../facts.ts';
import { hospitalsNamed } from '../hospitals-named.ts';
import type { NamedWords } from '../named-in-chinese.ts';
import { joinedNames } from './joined-names.ts';
import { NOBODY } from './no-hospital.ts';
import type { Asked } from './sentence-reading.ts';

/** Longer than the name of a hospital, and cut by a sign: a text. */
const LONGEST_NAME = 30;
const SIGN = /[,，;；。:：!！?？]/u;

/**
 * How many hospitals a text must name for that to be said of it: one where nothing was found out about it, several where one of them was found already; null where more is known. Of a
 * whole text it means nothing that it is like a name.
 */
const fewestNamed = (line: string, { identification: { match, why } }: Facts): number | null => {
  // 我爸在亳州人民医院住院，想转到上海瑞金医院: a short line is like a name until two hospitals are found in it.
  if (match === 'lookalike') return SIGN.test(line) ? (line.length > LONGEST_NAME ? 1 : 2) : null;
  if (match !== 'none') return null;
  if (why.every(({ code }) => NOBODY.has(code))) return 1;
  return why.every(({ code }) => code === 'name.words-unread') ? 2 : null;
};

const HOUSE = new RegExp(`(?:${namedInText.houses.zh.join('|')})$`, 'u');
/** 保险单上的医院, 你们推荐的这家医院: none of them is a name. */
const OF_SOMEBODY = /(?:的|[这那哪几一多]家|[这那]个)(?:医院|诊所|中心)$/u;
const SHORTEST_NAME = 5;

/** How many clauses of a text are names of hospitals by themselves and hold none of these: 编造康复医院，专家来自瑞金医院. */
const othersIn = (text: string, named: readonly NamedWords[]): number =>
  text
    .split(SIGN)
    .map((clause) => clause.trim())
    .filter(
      (clause) =>
        clause.length >= SHORTEST_NAME &&
        HOUSE.test(clause) &&
        !isGeneric(clause) &&
        !OF_SOMEBODY.test(clause),
    )
    .filter((clause) => !named.some((one) => clause.includes(one.text))).length;

/** The facts of a line that names several hospitals, each to be asked by itself. */
const severalNamed = async (
  facts: Facts,
  name: string,
  named: readonly Facts[],
  count: number,
  reader: Reader,
): Promise<Facts> => {
  const meant = named.flatMap(({ identification }) => meantBy(identification));
  const each = [...new Map(meant.map(({ id, score }) => [id, { id, score, why: [] }])).values()];
  const identification = ambiguousMatch([reason('name.names-several', { name, count })], each);
  const ids = each.map(({ id }) => id);
  return { ...facts, identification, dossier: null, candidates: await dossiers(ids, reader) };
};

/** Whether each of several names means another hospital: 北京协和医院和协和医院 does not. */
const areApart = (all: readonly Facts[]): boolean => {
  const ids = all.flatMap(({ identification }) => meantBy(identification).map(({ id }) => id));
  return new Set(ids).size === ids.length;
};

/**
 * The facts about a text by which nobody is found, with the hospitals that it names: several to be asked one at a time (北京儿童医院和郑大一附院选哪个, a message of an agent), one
 * as what may have been meant. As they are for any other line, and for a name alone.
 */
export const withNamed = async (
  { institution }: Question,
  { question: { service }, facts }: Asked,
  reader: Reader,
  remembered: boolean,
): Promise<Facts> => {
  const { name } = institution;
  if (name === undefined || service !== undefined) return facts;
  const joined = (await joinedNames(institution, facts, reader, remembered)) ?? [];
  const isSome = joined.some(({ identification }) => meantBy(identification).length > 0);
  if (joined.length > 1 && isSome && areApart(joined))
    return severalNamed(facts, name, joined, joined.length, reader);
  const fewest = fewestNamed(name, facts);
  if (fewest === null) return facts;
  const text = simplify(name);
  const known = new Map<string, Readonly<{ words: string; named: Facts }>>();
  const unknown: string[] = [];
  const all = (await hospitalsNamed(text, new Set(), reader)).filter((one) => one.text !== text.trim());
  for (const { text: words } of all) {
    const named = await gatherFacts({ ...institution, name: words }, reader, false, remembered);
    const { id } = named.identification;
    if (id === null) unknown.push(words);
    else if (!known.has(id)) known.set(id, { words, named });
  }
  const [only] = known.values();
  if (only === undefined || known.size < fewest) return facts;
  // 湘雅博爱康复专科医院（编造）: a name with a bracket is no text.
  if (all.length < 2 && !SIGN.test(text)) return facts;
  // PUMCH 北京协和: one hospital, named twice.
  const count = known.size + unknown.length + othersIn(text, all);
  const named = [...known.values()].map((one) => one.named);
  if (count > 1) return severalNamed(facts, name, named, count, reader);
  const { id, score } = only.named.identification;
  const why = [
    reason('name.not-found', { name }),
    reason('name.nearest', { known: only.words, id: id ?? '' }),
  ];
  const identification = ambiguousMatch(why, id === null ? [] : [{ id, score, why: [] }]);
  return { ...facts, identification, dossier: null, candidates: await dossiers([...known.keys()], reader) };
};
