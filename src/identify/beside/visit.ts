import { askingWords } from '../../../schema/lexicon/asking-words.ts';
import { hasHan } from '../../text/han.ts';
import { trimSigns } from '../../text/trim-signs.ts';
import { withoutAsking } from './without-asking.ts';

/** A line about going to a hospital to be treated, whatever for: its name, and the words for an operation or a treatment in general, '' where only a doctor is to be seen. */
type Visit = Readonly<{ name: string; words: string }>;

const SIGNS: ReadonlySet<string> = new Set(' ?？!！.。,，:：;；');
const { zh, en } = askingWords.visit;

/** The text without who goes and that they wish to, which a word for going must end (我妈妈想去…); as it is where none does. */
const withoutGoing = (text: string): string => {
  for (let left = text; ; ) {
    const go = zh.go.find((one) => left.startsWith(one));
    if (go !== undefined) return left.slice(go.length);
    const more = [...zh.who, ...zh.wish].filter((one) => left.startsWith(one));
    const longest = more.toSorted((a, b) => b.length - a.length)[0];
    if (longest === undefined) return text;
    left = left.slice(longest.length);
  }
};

const inChinese = (text: string): Visit | null => {
  const asked = trimSigns(withoutAsking(text), SIGNS);
  const own = withoutGoing(asked);
  for (const word of [...zh.treated, ...zh.seen].toSorted((a, b) => b.length - a.length)) {
    const name = own.endsWith(word) ? trimSigns(own.slice(0, -word.length), SIGNS) : '';
    if (name.length > 1) return { name, words: zh.seen.includes(word) ? '' : word };
  }
  // 瑞金医院看病怎么样: to see a doctor was among the words that only ask.
  const isVisit = own !== asked || zh.seen.some((word) => text.slice(asked.length).includes(word));
  return isVisit && own.length > 1 ? { name: own, words: '' } : null;
};

const general: ReadonlySet<string> = new Set([...en.who, ...en.wish, ...en.go, ...en.seen, ...en.treated]);
const treated: ReadonlySet<string> = new Set(en.treated);

/** "Is Ruijin Hospital safe for surgery?": a question that begins with its verb. */
const VERBS: ReadonlySet<string> = new Set(['is', 'are', 'can', 'does', 'do']);

const inEnglish = (text: string): Visit | null => {
  const all = text.split(/\s+/u);
  const plain = all.map((word) => trimSigns(word.toLowerCase(), SIGNS).replace(/['’](?:s|m|re|ll|d)$/u, ''));
  const first = plain.findIndex((word) => !general.has(word));
  const last = plain.findLastIndex((word) => !general.has(word));
  const said = [...plain.slice(0, first), ...plain.slice(last + 1)].filter((word) => treated.has(word));
  const goes = en.go.includes(plain[first - 1] ?? '') || (first > 1 && VERBS.has(plain[first - 1] ?? ''));
  const asks = VERBS.has(plain[0] ?? '') && last < plain.length - 1;
  if (first < 1 || !(goes || asks)) return null;
  const name = trimSigns(all.slice(first, last + 1).join(' '), SIGNS);
  return { name, words: said.filter((word) => !en.go.includes(word)).join(' ') };
};

/**
 * A line that says no more beside a hospital than that somebody goes there to be treated (我妈妈想去瑞金医院做手术，可靠吗, “Is it safe to have surgery at West China
 * Hospital?”); null for any other, as one that says for what illness or by what treatment.
 */
export const visitIn = (line: string): Visit | null => {
  const text = trimSigns(line, SIGNS);
  return hasHan(text) ? inChinese(text) : inEnglish(text);
};
