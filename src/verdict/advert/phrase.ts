/** Longest way, in characters of one sentence, over which the two halves of a phrase belong together. */
const REACH = 40;
const GAP = `(?:[^.!?。;]|\\.(?=\\d)){0,${REACH}}?`;
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
 * A phrase as a bounded pattern over folded text: `…` stands for up to 40 characters of the same sentence, `<rate>` for a
 * percentage, `(a|b)` for either, `?` for a character that may be missing. Every part is bounded, so that a text is read
 * in time proportional to its length. A phrase that begins with a word in capitals (WHO) must be found in capitals.
 */
export const compilePhrase = (phrase: string): Phrase => {
  const latin = !/\p{Script=Han}/u.test(phrase);
  const halves = phrase
    .split('…')
    .map(half)
    .filter((one) => one !== '');
  const body = halves.join(latin ? `(?![a-z0-9])${GAP}(?<![a-z0-9])` : GAP);
  const pattern = new RegExp(latin ? `(?<![a-z0-9])${body}(?![a-z0-9])` : body, 'gu');
  return { pattern, capitals: latin ? (/^[A-Z]{2,}\b/.exec(phrase)?.[0] ?? null) : null };
};

/** Words before a phrase that turn it round: “we do not promise a cure” promises nothing. */
const TURNS_EN =
  /(?:^|[^a-z])(?:not(?! only)|no|never|cannot|can't|nobody|neither|nor|without|don't|doesn't|won't|illegal|banned|prohibited|forbidden|beware of)(?: [a-z']+){0,3} ?$/;
const TURNS_ZH =
  /(?:不会?|不能|无法|没有|并非|不是|不得|不予|不提供|不做|禁止|严禁|谨防|警惕|拒绝)[^,.;!?。]{0,4}$/u;
const LOOK_BACK = 40;

/** Whether what stands right before this place turns it round. */
export const isTurnedRound = (folded: string, at: number): boolean => {
  const before = folded.slice(Math.max(0, at - LOOK_BACK), at);
  return TURNS_EN.test(before) || TURNS_ZH.test(before);
};
