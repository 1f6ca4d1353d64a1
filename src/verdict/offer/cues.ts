import { type CueGroup, scopeCues } from '../../../schema/lexicon/scope-cues.ts';
import { late } from '../../text/remembered.ts';
import { fold } from './fold.ts';
import { firstAfter } from './pieces.ts';
import { placesOf, type Word } from './whole-words.ts';

type Cue = Word & Pick<CueGroup, 'kind' | 'way' | 'reach'>;

/** A cue and where it stands in folded text. */
export type FoundCue = Readonly<{ cue: Cue; from: number; until: number }>;

const wordsOf = ({ en, zh }: Readonly<{ en: readonly string[]; zh: readonly string[] }>): readonly Word[] => [
  ...en.map((word) => ({ text: fold(word).text, latin: true })),
  ...zh.map((word) => ({ text: fold(word).text, latin: false })),
];

const cues = late((): readonly Cue[] =>
  scopeCues.cues.flatMap(({ kind, way, reach, ...group }) =>
    wordsOf(group).map((word) => ({ ...word, kind, way, reach })),
  ),
);
const voids = late(() => {
  const words = wordsOf(scopeCues.void);
  return { words, longest: Math.max(...words.map(({ text }) => text.length)) + 1 };
});

/** “not illegal”, “no scam”, 并非骗局: what would deny is itself denied. */
const DENIED_BEFORE = /(?:^|[^a-z])(?:no|not|never)(?: an?)? $|(?:不是|并非|绝非)$/;

/** Whether a place lies in one of these, none of which is longer than the longest void word. */
const within = (places: readonly (readonly [number, number])[]) => {
  const sorted = [...places].sort((a, b) => a[0] - b[0]);
  const starts = sorted.map(([from]) => from);
  const { longest } = voids();
  return (from: number, until: number): boolean => {
    for (let at = firstAfter(starts, from) - 1; at >= 0 && (starts[at] ?? 0) > from - longest; at -= 1)
      if ((sorted[at]?.[1] ?? 0) >= until) return true;
    return false;
  };
};

/** Every cue of a folded text, in the order of the text; those inside void words and denied ones are none. */
export const cuesIn = (text: string): readonly FoundCue[] => {
  const isVoid = within(voids().words.flatMap((word) => placesOf(text, word)));
  return cues()
    .flatMap((cue) => placesOf(text, cue).map(([from, until]) => ({ cue, from, until })))
    .filter(({ from, until }) => !isVoid(from, until))
    .filter(
      ({ cue, from }) => cue.way === 'on' || !DENIED_BEFORE.test(text.slice(Math.max(0, from - 10), from)),
    )
    .sort((a, b) => a.from - b.from);
};
