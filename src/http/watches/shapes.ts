import { z } from 'zod';
import { instant } from '../../../schema/base.ts';
import {
  MAX_WATCH_ENTRIES,
  ownWords,
  toldSchema,
  watchAspect,
  watchAspects,
  watchEventSchema,
  watchedQuestion,
  watchLanguage,
} from '../../../schema/watch.ts';
import { operation } from '../shapes/operation.ts';
import { verifyBody } from '../shapes/verify.ts';

/** A watch as its partner sees it. */
export const watchShape = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    lang: watchLanguage,
    tell: z.array(watchAspect),
    createdAt: instant,
    entries: z.int(),
    waiting: z.int().describe('Entries that were not asked yet; their first answer is no event'),
    events: z.int().describe('How many events it has had: the number of the newest'),
  })
  .meta({ id: 'Watch' });

/** A watch that was just handed in. */
export const addedWatch = watchShape.extend({
  leftOut: z
    .int()
    .describe(
      'Rows of the named list that cannot be watched: unreadable ones, and those that ask about a day',
    ),
});

export const watchesShape = z.strictObject({ watches: z.array(watchShape) });

/** A watch with a page of its entries and what was told of each last. */
export const watchDetail = watchShape.extend({
  page: z.array(
    z.strictObject({
      number: z.int(),
      reference: z.string().nullable(),
      question: watchedQuestion,
      told: toldSchema.nullable().describe('What was told last; null until it was asked for the first time'),
    }),
  ),
  next: z.int().nullable().describe('Ask on with `after`; null at the end'),
});

export const eventsShape = z.strictObject({
  events: z.array(watchEventSchema),
  next: z.int().describe('Ask on with `since`: at once where `more` is true, else after the next night'),
  more: z.boolean(),
});

/** What a watch is made of; read by `src/watch/read-watch.ts`, which names each fault by its place. */
const watchTerms = z
  .strictObject({ name: ownWords, lang: watchLanguage, tell: z.array(watchAspect).max(watchAspects.length) })
  .partial();
const watchedEntry = verifyBody
  .omit({
    practitioner: true,
    certificateNumber: true,
    purpose: true,
    asOf: true,
    generation: true,
    lang: true,
  })
  .extend({ reference: ownWords.describe('Your own number for it').optional() });

/** The body that adds one: the questions, or a finished list of the same partner. */
export const watchBody = z.union([
  watchTerms.extend({ entries: z.array(watchedEntry).min(1).max(MAX_WATCH_ENTRIES) }),
  watchTerms.extend({ batch: z.string().describe('Id of a finished list') }),
]);

export const watchParams = z.strictObject({ id: z.string().max(40) });
export const noQuery = z.strictObject({});
export const pageQuery = z.strictObject({
  after: z.coerce.number().int().min(0).default(0).describe('Number of the last entry seen'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export const eventsQuery = z.strictObject({
  since: z.coerce.number().int().min(0).default(0).describe('`next` of the last answer'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

z.globalRegistry.add(watchEventSchema, { id: 'WatchEvent', title: 'What changed in an answer' });

type Refusals = NonNullable<Parameters<typeof operation>[3]>;

/** What the reference says of an address of watches. It wants a key, so no example can be tried without one. */
export const watchOperation = <Parts extends Readonly<Record<string, unknown>>>(
  id: string,
  summary: string,
  answer: z.ZodType,
  parts: Parts,
  refused: Refusals = [],
) => ({
  ...operation({ tag: 'Watches', id, summary, examples: [] }, answer, parts, [401, 403, ...refused]),
  security: [{ partner: [] }],
});
