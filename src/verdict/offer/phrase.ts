/** Longest way, in characters of one sentence, over which the two halves of a phrase belong together. */
const REACH = { latin: 40, han: 15 } as const;
const gap = (reach: number): string => `(?:[^.!?。;]|\\.(?=\\d)){0,${reach}}?`;
const RATE = '\\d{1,3}(?:\\.\\d{1,2})? ?(?:%|percent|per cent)';

/** One phrase of a rule, ready to be looked for; `capitals`: the word it must begin with as written. */
export type Phrase = Readonly<{ pattern: RegExp; capitals: string | null }>;

const half = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[.*+^${}[\]\\]/g, '\\$&')
    .replaceAll('<rate>', RATE);

/**
 * A phrase as a bounded pattern over folded text: `…` stands for up to 40 characters of the same sentence (15 in
 * Chinese), `<rate>` for a
 * percentage, `(a|b)` for either, `?` for a character that may be missing. Every part is bounded, so that a text is read
 * in time proportional to its length. A phrase that begins with a word in capitals (WHO) must be found in capitals.
 */
export const compilePhrase = (phrase: string): Phrase => {
  const latin = !/\p{Script=Han}/u.test(phrase);
  const halves = phrase
    .split('…')
    .map(half)
    .filter((one) => one !== '');
  const body = halves.join(latin ? `(?![a-z0-9])${gap(REACH.latin)}(?<![a-z0-9])` : gap(REACH.han));
  const pattern = new RegExp(latin ? `(?<![a-z0-9])${body}(?![a-z0-9])` : body, 'gu');
  return { pattern, capitals: latin ? (/^[A-Z]{2,}\b/.exec(phrase)?.[0] ?? null) : null };
};

/** Words before a phrase that turn it round: “we do not promise a cure” promises nothing. */
const NEGATION_BEFORE_EN =
  /(?:^|[^a-z])(?:not(?! only)|no|never|cannot|can't|nobody|neither|nor|without|don't|doesn't|won't|illegal|banned|prohibited|forbidden|beware of)(?: [a-z']+){0,3} ?$/;
const NEGATION_BEFORE_ZH =
  /(?:不会?|不能|无法|没有|并非|不是|不得|不予|不提供|不做|禁止|严禁|谨防|警惕|拒绝)[^,.;!?。]{0,4}$/u;
/** Words right behind a phrase that do: “surrogacy is illegal in China”. */
const NEGATION_AFTER_EN =
  /^ (?:is|are|was|were|has|have|remains?) (?:not|never|no|illegal|prohibited|banned|forbidden|unproven|unknown|against)(?![a-z])/;
const NEGATION_AFTER_ZH =
  /^[^,.;!?。]{0,3}(?:尚无|缺乏|没有充分|未经证实|并未|被禁止|属于?违法|是违法|违法|不详|不明)/u;
const LOOK_BACK = 40;
const LOOK_ON = 24;

/** Whether what stands right before or right behind this place turns it round. */
export const isNegated = (folded: string, from: number, until: number): boolean => {
  const before = folded.slice(Math.max(0, from - LOOK_BACK), from);
  const behind = folded.slice(until, until + LOOK_ON);
  return (
    NEGATION_BEFORE_EN.test(before) ||
    NEGATION_BEFORE_ZH.test(before) ||
    NEGATION_AFTER_EN.test(behind) ||
    NEGATION_AFTER_ZH.test(behind)
  );
};
