import { z } from 'zod';
import { instant } from './base.ts';

/** What a person may say of two records: they are one institution, they are two, or it cannot be told. */
export const decisions = ['same', 'different', 'unsure'] as const;
export type Decision = (typeof decisions)[number];

/** A person's judgement of two institutions, by their registry ids. It is kept for good; the newest of a pair counts. */
export const judgementSchema = z.strictObject({
  one: z.string().min(1),
  other: z.string().min(1),
  decision: z.enum(decisions),
  /** Who judged. Kept for the operator; it is in no public answer. */
  by: z.string().trim().min(2).max(120),
  because: z.string().trim().min(3).max(600),
  at: instant,
});
export type NewJudgement = Readonly<z.infer<typeof judgementSchema>>;

/** A judgement as kept, with the generation that is the first to count it. */
export type Judgement = NewJudgement & Readonly<{ generation: number }>;

/** What a judgement says of one institution, as its dossier shows it: no name of a person, no words of theirs. */
export type JudgedFact = Readonly<{ decision: 'same' | 'different'; other: string; on: string }>;

/** Two that could be one institution, and why linking noticed them; a person is asked. Ids are those in force now. */
export type ReviewPair = Readonly<{ institution: string; candidate: string; why: string }>;

/** From this probability on two records are read as one; below it, and from `DOUBTFUL` on, a person is asked. */
export const JOINED = 0.7;
export const DOUBTFUL = 0.2;
