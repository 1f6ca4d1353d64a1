import { z } from 'zod';
import { badgeSizes } from '../../badge/sizes.ts';
import { badgeThemes } from '../../badge/theme.ts';
import { badgeLanguages } from '../../badge/words.ts';
import { type Media, operation } from '../shapes/operation.ts';

/** What the address of a badge may say; read by `readParams` (params.ts), which answers a fault with a picture. */
export const badgeQuery = z
  .strictObject({
    site: z.string().describe('The domain it is shown on, e.g. agency.example; else this service’s own'),
    size: z.enum(badgeSizes).describe('else medium'),
    lang: z.enum(badgeLanguages).describe('else en'),
    theme: z.enum(badgeThemes).describe('else auto: as the reader’s device has it'),
    campus: z.string().max(120).describe('An address or campus exactly as the lists print it'),
    service: z
      .string()
      .max(60)
      .describe('Treatment the badge speaks of: a code of /v1/technologies, or words that mean one'),
    claim: z
      .string()
      .max(60)
      .describe('Mark it speaks of instead of a treatment: a code of /v1/schemes, or words that mean one'),
  })
  .partial();

/** The hospital a badge is of. */
export const badgeId = z.strictObject({ id: z.string().min(1).max(60).describe('Id of the institution') });

/** A picture of what went wrong is sent with 200 too; the header `x-licet-status` says what its code would be. */
const PICTURES = 'A refusal is a picture with code 200; `x-licet-status` says what its code would be.';

type About = Readonly<{ id: string; summary: string; description?: string; tag?: string }>;

const noCheck = { validatorCompiler: () => () => true };

/**
 * What a route of the badge says of itself in the reference. Its parameters are described there and read by its own reader, so
 * the framework does not check them.
 * @param answer the shape of its answer, or its media types
 */
export const badgeOperation = <Parts extends Readonly<Record<string, unknown>>>(
  about: About,
  answer: z.ZodType | Media,
  parts: Parts,
  refused: Parameters<typeof operation>[3] = [],
) => ({
  schema: operation({ tag: 'Badges', examples: [], ...about }, answer, parts, refused),
  ...noCheck,
});

/** The same for a form of the badge itself. */
export const badgeForm = (id: string, summary: string, answer: z.ZodType | Media) =>
  badgeOperation(
    { id, summary, description: PICTURES },
    answer,
    { params: badgeId, querystring: badgeQuery },
    [400],
  );

/** What https://shields.io/badges/endpoint-badge reads. */
export const shieldsAnswer = z.strictObject({
  schemaVersion: z.literal(1),
  label: z.string(),
  message: z.string(),
  color: z.string(),
  isError: z.boolean(),
  cacheSeconds: z.int(),
});
