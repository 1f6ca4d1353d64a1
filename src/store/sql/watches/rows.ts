import { z } from 'zod';
import {
  type Told,
  toldSchema,
  type WatchEvent,
  watchAspect,
  watchEventSchema,
  watchedQuestion,
  watchLanguage,
} from '../../../../schema/watch.ts';
import type { KeptEntry, KeptWatch } from '../../service/watches.ts';

/** The columns of `WatchRow` but `waiting`, of the table `watch` under the name `w`. */
export const watchColumns =
  'w.id, w.partner, w.name, w.lang, w.tell, w.created_at AS createdAt, w.entries, w.events';

/** A watch as its row has it, `waiting` counted. */
export type WatchRow = Omit<KeptWatch, 'tell' | 'lang'> & Readonly<{ tell: string; lang: string }>;
export type EntryRow = Readonly<{
  number: number;
  reference: string | null;
  question: string;
  told: string | null;
}>;

const aspects = z.array(watchAspect);

export const watchOf = (row: WatchRow): KeptWatch => ({
  ...row,
  lang: watchLanguage.parse(row.lang),
  tell: aspects.parse(row.tell.split(',')),
});

const toldOf = (text: string | null): Told | null =>
  text === null ? null : toldSchema.parse(JSON.parse(text));

export const entryOf = ({ number, reference, question, told }: EntryRow): KeptEntry => ({
  number,
  reference,
  question: watchedQuestion.parse(JSON.parse(question)),
  told: toldOf(told),
});

export const eventOf = (body: string): WatchEvent => watchEventSchema.parse(JSON.parse(body));
