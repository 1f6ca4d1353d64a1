import type { z } from 'zod';
import { type Media, operation } from '../shapes/operation.ts';

type About = Readonly<{ id: string; summary: string; description?: string }>;

/** What the reference says of an operators' address: one tag, and the token it wants. */
export const operatorOperation = <Parts extends Readonly<Record<string, unknown>>>(
  about: About,
  answer: z.ZodType | Media,
  parts: Parts,
  refused: Parameters<typeof operation>[3] = [],
) => ({
  ...operation({ tag: 'Operators', examples: [], ...about }, answer, parts, [401, 403, ...refused]),
  security: [{ operator: [] }],
});
