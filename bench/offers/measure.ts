import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { regions } from '../../schema/base.ts';
import { readOffer } from '../../src/verdict/offer/read-offer.ts';

const labelled = z.strictObject({
  signs: z.array(z.string()).readonly(),
  text: z.string(),
  region: z.enum(regions).optional(),
  /** Written after the rules, and looked at since: true for the first three batches, else the number of the batch. */
  later: z.union([z.literal(true), z.int()]).optional(),
});
type Labelled = Readonly<z.infer<typeof labelled>>;

// Read, not imported: the check of types would make a type of every text in it.
const file = readFileSync(new URL('./made-up-offers.json', import.meta.url), 'utf8');

/** The labelled texts, all made up. */
export const texts = z.object({ texts: labelled.array() }).parse(JSON.parse(file)).texts;

/** Day for which the texts are labelled: after the last term of JCI in the mainland. */
const DAY = '2026-11-28';

export const parts = ['open', 'held-out'] as const;
type Part = (typeof parts)[number];

/** The held-out part, by the first byte of the SHA-256 of the text: rules are never made by looking at it. */
const partOf = ({ text, later }: Labelled): Part =>
  later === undefined && (createHash('sha256').update(text).digest()[0] ?? 0) % 2 === 1 ? 'held-out' : 'open';

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** What the reading of some texts gave, counted in pairs of a text and a sign. */
type Measured = Readonly<{
  texts: number;
  innocent: number;
  expected: number;
  right: number;
  recall: number;
  precision: number;
  /** Pairs that were missed or found though they are not there, for whoever makes rules; only of the open part. */
  wrong: readonly string[];
}>;

const signsIn = ({ text, region }: Labelled): readonly string[] => [
  ...new Set(readOffer(text, { day: DAY, region: region ?? null }).warnings.map(({ sign }) => sign)),
];

const measure = (some: readonly Labelled[]): Measured => {
  const read = some.map((one) => ({ one, found: signsIn(one) }));
  const expected = some.reduce((sum, { signs }) => sum + signs.length, 0);
  const found = read.reduce((sum, one) => sum + one.found.length, 0);
  const missed = read.flatMap(({ one, found: all }) =>
    one.signs.filter((sign) => !all.includes(sign)).map((sign) => `missed ${sign}: ${one.text}`),
  );
  const false_ = read.flatMap(({ one, found: all }) =>
    all.filter((sign) => !one.signs.includes(sign)).map((sign) => `false ${sign}: ${one.text}`),
  );
  const right = expected - missed.length;
  return {
    texts: some.length,
    innocent: some.filter(({ signs }) => signs.length === 0).length,
    expected,
    right,
    recall: right / expected,
    precision: right / found,
    wrong: [...missed, ...false_],
  };
};

/** Recall and precision of the labelled texts of one part. */
export const measurePart = (part: Part): Measured => measure(texts.filter((one) => partOf(one) === part));

/** The same for one language of a part. */
export const measureLanguage = (part: Part, lang: 'en' | 'zh'): Measured =>
  measure(texts.filter((one) => partOf(one) === part && isChinese(one.text) === (lang === 'zh')));

/** The same for one batch of the texts written later. */
export const measureBatch = (batch: number): Measured =>
  measure(texts.filter(({ later }) => later === batch));
