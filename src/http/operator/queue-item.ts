import { z } from 'zod';
import { bilingual, day } from '../../../schema/base.ts';

/** Why somebody is to look a hospital up. */
const queueReasons = ['watched', 'asked-for', 'too-old', 'soon-too-old', 'well-known'] as const;

const queueItem = z.strictObject({
  institution: z.string(),
  title: z.strictObject({ zh: z.string().nullable(), en: z.string().nullable() }),
  place: z.string(),
  source: z.string().describe('The register'),
  register: bilingual.describe('What the register is called'),
  open: z.url().describe('The address to open'),
  type: bilingual.nullable().describe('What to do there'),
  words: z
    .array(
      z.strictObject({ kind: z.enum(['name', 'licence-number', 'uscc', 'province']), value: z.string() }),
    )
    .describe('The exact words to copy'),
  why: z.array(z.enum(queueReasons)).describe('Most urgent first'),
  watched: z.number().int().describe('How often it is watched'),
  asked: z.number().int().describe('How often it was asked for in the last five weeks'),
  due: day.nullable().describe('Until when the row captured last may decide'),
});

/** One hospital of the capture queue. */
export type QueueItem = Readonly<
  Omit<z.infer<typeof queueItem>, 'words' | 'why'> & {
    words: readonly Readonly<z.infer<typeof queueItem>['words'][number]>[];
    why: readonly (typeof queueReasons)[number][];
  }
>;

export const queueAnswer = z.strictObject({ queue: z.array(queueItem) });
