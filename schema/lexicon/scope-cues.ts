import { z } from 'zod';
import { readLexicon, words } from './read-lexicon.ts';
import file from './scope-cues.json' with { type: 'json' };

/** What a cue makes of a place in its scope: denied or forbidden, asked about, or said of the past. */
const turnings = ['denied', 'asked', 'past'] as const;
export type Turning = (typeof turnings)[number];

const maybeWords = z.array(z.string().min(1)).readonly();
const inBoth = z.strictObject({ en: words, zh: words }).readonly();

/** One group of cues: what its words do, on which side of them, and how far. */
const cueGroup = z
  .strictObject({
    kind: z.enum(turnings),
    way: z.enum(['on', 'back', 'both']),
    reach: z.enum(['noun', 'clause', 'stretch', 'before']),
    en: maybeWords,
    zh: maybeWords,
  })
  .readonly();
export type CueGroup = z.infer<typeof cueGroup>;

/** How a sentence of an offer denies, forbids, asks or tells of the past, in English and Chinese. */
export const scopeCues = readLexicon(
  file,
  z
    .strictObject({
      cues: z.array(cueGroup).min(1).readonly(),
      /** Words that hold a cue and turn nothing round: “not only”. */
      void: inBoth,
      /** Words at which a sentence turns, so that no cue reaches over them: “but”. */
      turns: inBoth,
      /** First words of a part of a sentence that is no item of a list. */
      restarts: words,
      /** Verbs whose denial runs through the list that follows: “do not promise cures, rates or safety”. */
      listVerbs: words,
      /** Verbs after which “no …” denies all of its clause: “no clinic in China can …”. */
      auxiliaries: words,
      /** First words of a question that asks something. */
      askers: words,
      /** Words of a question by which an advert begins: “Do you want a boy?”. */
      wishes: inBoth,
      /** First words of the next sentence that answers a question with yes. */
      yes: inBoth,
    })
    .readonly(),
);
