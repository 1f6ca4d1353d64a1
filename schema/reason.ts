import type { Language } from './base.ts';
import { namedAfter } from './lexicon/in-sentence.ts';
import accreditation from './reasons/accreditation.json' with { type: 'json' };
import identity from './reasons/identity.json' with { type: 'json' };
import licence from './reasons/licence.json' with { type: 'json' };
import practitioner from './reasons/practitioner.json' with { type: 'json' };
import technology from './reasons/technology.json' with { type: 'json' };
import type { Reason, ReasonParams } from './verdict.ts';

type ReasonWords = Readonly<{ en: string; zh: string }>;

/** The closed catalogue: code → words in both languages, `{param}` filled in when rendered. Codes are never reused. */
export const reasonCatalogue: Readonly<Record<string, ReasonWords>> = {
  ...identity,
  ...licence,
  ...technology,
  ...accreditation,
  ...practitioner,
};

/** A reason with its parameters; the code must be in the catalogue (proven by test/reasons.test.ts). */
export const reason = (code: string, params: ReasonParams = {}): Reason => ({ code, params });

/** Words between parameters, and the parameters' names between them, in turn: a text is cut up once. */
const cut = (text: string): readonly string[] => text.split(/\{(\w+)\}/);
const pieces = new Map(
  Object.entries(reasonCatalogue).map(([code, { en, zh }]) => [code, { en: cut(en), zh: cut(zh) }]),
);

/** Marks that turn the direction of writing around: in a sentence they make a number or a name read as another one. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A text that somebody wrote, as it may stand in a sentence of ours. */
export const withoutDirection = (text: string): string => text.replace(DIRECTION, '');

/** Parameters that hold a name of the catalogue: within an English sentence it loses the capital it has by itself. */
const NAMES: ReadonlySet<string> = new Set(['service', 'product', 'programme', 'grade', 'asks', 'ask']);

const fill = (parts: readonly string[], params: ReasonParams): string => {
  let text = parts[0] ?? '';
  for (let at = 1; at < parts.length; at += 2) {
    const name = parts[at] ?? '';
    const value = withoutDirection(String(params[name] ?? '–'));
    text += (NAMES.has(name) ? namedAfter(text, value) : value) + (parts[at + 1] ?? '');
  }
  return text;
};

type Rendered = { code: string; params: ReasonParams; text: string };

const render = (of: Reason, lang: Language): Rendered => {
  const words = pieces.get(of.code);
  if (words === undefined) throw new Error(`reason code ${of.code} is not in schema/reasons`);
  return { code: of.code, params: of.params, text: fill(words[lang], of.params) };
};

/** The reasons that were put into words last: one of a finding stands in its line, in the first sentence, among the caveats and in the check of one answer. */
const LATELY = 8;
const lately = Array.from(
  { length: LATELY },
  (): { of: Reason | null; lang: Language; rendered: Rendered } => ({
    of: null,
    lang: 'en',
    rendered: { code: '', params: {}, text: '' },
  }),
);
let oldest = 0;

/** Puts a reason into words. An unknown code is a programming error and throws. What is given is not to be changed. */
export const renderReason = (of: Reason, lang: Language): Rendered => {
  for (const known of lately) if (known.of === of && known.lang === lang) return known.rendered;
  const rendered = render(of, lang);
  const place = lately[oldest];
  if (place !== undefined) Object.assign(place, { of, lang, rendered });
  oldest = (oldest + 1) % LATELY;
  return rendered;
};
