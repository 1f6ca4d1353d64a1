import { namedInText } from '../../../schema/lexicon/named-in-text.ts';
import type { Question } from '../../../schema/question.ts';
import { reason } from '../../../schema/reason.ts';
import { isGeneric } from '../../identify/generic-name.ts';
import { ambiguousMatch } from '../../identify/results.ts';
import type { Reader } from '../../store/registry-reader.ts';
import { simplify } from '../../text/han.ts';
import { dossiers, type Facts, gatherFacts } from '../facts.ts';
import { hospitalsNamed } from '../hospitals-named.ts';
import type { NamedWords } from '../named-in-chinese.ts';
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
const SHORTEST_NAME = 5;

/** How many clauses of a text are names of hospitals by themselves and hold none of these: 编造康复医院，专家来自瑞金医院. */
const othersIn = (text: string, named: readonly NamedWords[]): number =>
  text
    .split(SIGN)
    .map((clause) => clause.trim())
    .filter((clause) => clause.length >= SHORTEST_NAME && HOUSE.test(clause) && !isGeneric(clause))
    .filter((clause) => !named.some((one) => clause.includes(one.text))).length;

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
  const fewest = name === undefined || service !== undefined ? null : fewestNamed(name, facts);
  if (name === undefined || fewest === null) return facts;
  const text = simplify(name);
  const known = new Map<string, Readonly<{ words: string; named: Facts }>>();
  const all = (await hospitalsNamed(text, new Set(), reader)).filter((one) => one.text !== text.trim());
  for (const { text: words } of all) {
    const named = await gatherFacts({ ...institution, name: words }, reader, false, remembered);
    const { id } = named.identification;
    if (id !== null && !known.has(id)) known.set(id, { words, named });
  }
  const [only, ...more] = known.values();
  if (only === undefined || known.size < fewest) return facts;
  // 湘雅博爱康复专科医院（编造）: a name with a bracket is no text.
  if (all.length < 2 && !SIGN.test(text)) return facts;
  const count = Math.max(known.size, all.length + othersIn(text, all));
  const meant = [...known].map(([id, { named }]) => ({ id, score: named.identification.score, why: [] }));
  const why =
    more.length > 0 || count > 1
      ? [reason('name.names-several', { name, count })]
      : [
          reason('name.not-found', { name }),
          reason('name.nearest', { known: only.words, id: only.named.identification.id ?? '' }),
        ];
  const identification = ambiguousMatch(why, meant);
  return { ...facts, identification, dossier: null, candidates: await dossiers([...known.keys()], reader) };
};
