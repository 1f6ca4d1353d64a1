import { askedBesides } from '../../../schema/lexicon/asked-besides.ts';
import { hasHan } from '../../text/han.ts';
import { late } from '../../text/remembered.ts';
import { holdsSum, withoutSums } from '../../text/sums.ts';
import { trimSigns } from '../../text/trim-signs.ts';

const oneOf = (words: readonly string[]): string => words.join('|');

/** A question at the end of a line, whose the hospital is: 是公立的吗, 公立还是私立, 是不是莆田系. */
const atEndInChinese = late(() => {
  const { kinds, whole } = askedBesides().ownership.zh;
  const kind = `(?:${oneOf(kinds)})(?:的|医院|机构|性质|办的|开的){0,2}`;
  const verb = '(?:是不是|是否|是|属不属于|属于|算不算|算)(?:一家|一所)?';
  const end = '(?:吗|么|嘛|呢|吧|不|啊)?';
  return new RegExp(
    `(?:到底|究竟)?(?:${verb}(?:${kind}){1,2}(?:(?:还是|或者|或)${kind})?${end}|${kind}(?:还是|或者|或)${kind}${end}|(?:${kind}){1,2}(?:吗|么|嘛|不)|${oneOf(whole)})$`,
    'u',
  );
});

/** The same in English: “is it public or not”, “run by the state”. */
const atEndInEnglish = late(() => {
  const { kinds, whole } = askedBesides().ownership.en;
  const kind = `(?:${oneOf(kinds)})(?: (?:hospital|institution|facility|one|owned|run|funded))?`;
  const by =
    '(?:owned|run|operated|funded|managed|controlled|backed) by (?:the )?(?:state|government|army|military|ministry of health|public|private company|private investors|company|investors|putian)';
  const whose = `(?:an? |the )?(?:${kind}|${by})`;
  return new RegExp(
    `[\\s,;–-]+(?:(?:(?:is|are|was) (?:it |this |they )?)?(?:really |actually )?${whose}(?: or (?:${whose}|not))?|${oneOf(whole)})$`,
    'iu',
  );
});

const SIGNS: ReadonlySet<string> = new Set('?？!！.。,，');
const ASKS = /^(?:is|are|was|does|do|did|who|whether|can|could|tell|please|hi|hello|dear|i)\b|\?\s{0,3}$/iu;
/** By which words alone are a question or name no house: “Huashan Hospital Private” may be a house of that name. */
const ASKS_ITSELF = /\b(?:or|by|is|who)\b/iu;

/** A name before a question whose the hospital is, without that question; null for any other line. */
export const beforeOwnership = (line: string): string | null => {
  const text = trimSigns(line, SIGNS);
  const han = hasHan(text);
  const [found] = (han ? atEndInChinese() : atEndInEnglish()).exec(text) ?? [];
  if (found === undefined || (!han && !ASKS.test(line.trim()) && !ASKS_ITSELF.test(found))) return null;
  const own = trimSigns(text.slice(0, -found.length), SIGNS);
  return own.length > 1 ? own : null;
};

/** Whether a line asks, anywhere in it, whose a hospital is. */
const asksOwnership = (line: string): boolean => {
  const text = trimSigns(line, SIGNS);
  if (!hasHan(text))
    return (
      beforeOwnership(line) !== null ||
      askedBesides().ownership.en.before.some((words) => text.toLowerCase().startsWith(words))
    );
  return text.split(/[，,。;；?？!！\s]+/u).some((clause) => atEndInChinese().test(clause));
};

/** Whether a word is what a hospital is called by whose it is: “public”, 公立. */
const isKindOfOwner = (word: string): boolean =>
  askedBesides().ownership[hasHan(word) ? 'zh' : 'en'].kinds.includes(word.toLowerCase());

const patterns = late(() => {
  const { fraud, price, conduct, visit } = askedBesides();
  const made = ({ zh, en }: typeof fraud) => ({
    han: new RegExp(oneOf(zh), 'gu'),
    latin: new RegExp(`(?<![\\p{L}-])(?:${oneOf(en)})(?![\\p{L}-])`, 'iu'),
  });
  return { fraud: made(fraud), price: made(price), conduct: made(conduct), visit: made(visit) };
});

/** What a line may ask of a hospital besides whether it may be relied on. */
export const askedThings = ['ownership', 'fraud', 'price', 'conduct', 'visit'] as const;

/** Whether a line asks for one of these things. */
export const asksFor = (thing: (typeof askedThings)[number], line: string): boolean =>
  thing === 'ownership'
    ? asksOwnership(line)
    : line.search(patterns()[thing][hasHan(line) ? 'han' : 'latin']) >= 0 ||
      (thing === 'price' && holdsSum(line));

/** A single character that is left is an ending: 手术费用 without 手术费. */
const FEWEST_LEFT = 2;

/** Words that were set aside without those by which one of these things is asked for: “surgery cost” says surgery. '' where nothing is left. */
export const withoutAsked = (words: string): string => {
  if (isKindOfOwner(words)) return '';
  const asked = Object.values(patterns());
  const plain = withoutSums(words);
  if (hasHan(words)) {
    const left = asked.reduce((text, { han }) => text.replace(han, ''), plain).trim();
    return left.length < FEWEST_LEFT ? '' : left;
  }
  const asks = (word: string): boolean => asked.some(({ latin }) => latin.test(word));
  return plain
    .split(/\s+/u)
    .filter((word) => word !== '' && !isKindOfOwner(word) && !asks(word))
    .join(' ');
};
