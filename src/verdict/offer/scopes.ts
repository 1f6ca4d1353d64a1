import { scopeCues, type Turning } from '../../../schema/lexicon/scope-cues.ts';
import { cuesIn, type FoundCue } from './cues.ts';
import type { Folded } from './fold.ts';
import { firstAfter, type Pieces, piecesOf } from './pieces.ts';
import { questionsIn } from './questions.ts';

/** A cue (“not”, “?”, “formerly”) and the part of the folded text to which it applies. */
type Scope = FoundCue & Readonly<{ reachFrom: number; reachUntil: number }>;

/** A place in folded text, and the phrase it was found by, whose own “no” and “not” deny nothing. */
type Place = Readonly<{ from: number; until: number; phrase: string }>;

/** What cues make of the words of a text: which are denied, asked or told of the past. */
export type Scopes = Readonly<{
  /** The ways in which the words at a place are not claimed: denied or forbidden, asked, told of the past. */
  turnedAt: (place: Place) => ReadonlySet<Turning>;
  /** The stretch of a sentence around a place. */
  stretchAround: (from: number, until: number) => string;
  /** True when two places lie in one stretch of a sentence, near each other. */
  sameStretch: (from: number, until: number, otherFrom: number, otherUntil: number) => boolean;
  /** True when a sentence, or a clause, ends between the two. */
  broken: (from: number, until: number, piece?: 'clause' | 'sentence') => boolean;
}>;

/** Farthest that a cue acts, in characters: longer than a sentence of an advert. It bounds what a place costs. */
const FARTHEST = 240;
const NOUN_WORDS = 5;
const LOOK_ON = 60;

const either = (words: readonly string[]): string => `(?:${words.join('|')})`;
const AUXILIARY = new RegExp(`(?:^| )${either(scopeCues.auxiliaries)}(?: |$)`);
const LIST_VERB = new RegExp(`^ ?(?:[a-z']{1,20} ){0,2}${either(scopeCues.listVerbs)}(?![a-z])`);
const RESTART = new RegExp(`^ ?${either(scopeCues.restarts)}(?![a-z])`);

/** Where a denial ends: with its clause, or, where it begins a list, with the item that “or” announces. */
const clauseEnd = (text: string, until: number, { clause, stretch }: Pieces): number => {
  let end = clause.endOf(until);
  const last = Math.min(stretch.endOf(until), until + FARTHEST);
  if (!LIST_VERB.test(text.slice(until, until + LOOK_ON))) return end;
  while (end < last && / n?or /.test(text.slice(end, last)) && !RESTART.test(text.slice(end, end + 12)))
    end = clause.endOf(end);
  return end;
};

/** Where “no …” ends: after a few words, unless a verb follows that denies the whole clause. */
const nounEnd = (text: string, until: number, { clause }: Pieces): number => {
  const end = Math.min(clause.endOf(until), until + FARTHEST);
  const rest = text.slice(until, end);
  if (AUXILIARY.test(rest)) return end;
  const [noun = ''] = rest.split(/ (?=and |with )/, 1);
  return until + noun.split(' ', NOUN_WORDS + 1).join(' ').length;
};

const endOf = (text: string, { cue, until }: FoundCue, pieces: Pieces): number => {
  if (cue.way === 'back') return until;
  if (cue.reach === 'noun') return nounEnd(text, until, pieces);
  return cue.reach === 'clause' ? clauseEnd(text, until, pieces) : pieces.stretch.endOf(until);
};

const startOf = ({ cue, from }: FoundCue, { clause, stretch, sentence }: Pieces): number => {
  if (cue.way === 'on') return from;
  if (cue.reach === 'clause') return clause.startOf(from);
  return cue.reach === 'before'
    ? sentence.startOf(Math.max(0, sentence.startOf(from) - 1))
    : stretch.startOf(from);
};

const scopesIn = (text: string, pieces: Pieces): readonly Scope[] =>
  cuesIn(text).map((found) => ({
    ...found,
    reachFrom: Math.max(startOf(found, pieces), found.from - FARTHEST),
    reachUntil: Math.min(endOf(text, found, pieces), found.until + FARTHEST),
  }));

/** Words with which a phrase such as “no side effects” begins: a longer cue that ends in them, “there are no”, is its own too. */
const OWN_BEGINNING = /^(?:no|not|never|without|无|没有?)$/;

const covers = (text: string, { cue, ...scope }: Scope, { from, until, phrase }: Place): boolean => {
  const inside = scope.from >= from && scope.until <= until;
  const begins = scope.from < from && OWN_BEGINNING.test(text.slice(from, Math.max(from, scope.until)));
  if (begins || (inside && phrase.includes(cue.text))) return false;
  return scope.reachFrom < until && scope.reachUntil > from;
};

/** Reads how a text denies, forbids, asks and tells of the past: for each place of it, whether what is said there is claimed. */
export const scopesOf = (original: string, folded: Folded): Scopes => {
  const { text } = folded;
  const pieces = piecesOf(original, folded);
  const scopes = scopesIn(text, pieces);
  const starts = scopes.map(({ from }) => from);
  const isQuestion = questionsIn(text, pieces);
  return {
    turnedAt: (place) => {
      const near = scopes.slice(
        firstAfter(starts, place.from - FARTHEST - 1),
        firstAfter(starts, place.until + FARTHEST),
      );
      const turned = new Set(near.filter((scope) => covers(text, scope, place)).map(({ cue }) => cue.kind));
      return isQuestion(place.from) ? turned.add('asked') : turned;
    },
    stretchAround: (from, until) => {
      const start = Math.max(pieces.stretch.startOf(from), from - FARTHEST);
      return text.slice(start, Math.min(pieces.stretch.endOf(until - 1), until + FARTHEST));
    },
    sameStretch: (from, until, otherFrom, otherUntil) =>
      otherUntil > Math.max(pieces.stretch.startOf(from), from - FARTHEST) &&
      otherFrom < Math.min(pieces.stretch.endOf(until - 1), until + FARTHEST),
    broken: (from, until, piece = 'sentence') => pieces[piece].endOf(from) < until,
  };
};
