import { apart, around, type ConceptPlaces, type Place } from './concept-places.ts';
import { type Folded, spanOf } from './fold.ts';
import type { PhraseHit } from './phrase.ts';
import type { Scopes } from './scopes.ts';

/**
 * Concepts whose words make a sign where they meet: the first right before the second; near each other, in one clause or in
 * one sentence, in any order; or anywhere in one text. A single concept is a sign by itself.
 */
export type Meeting = Readonly<{
  all: readonly string[];
  within: 'next' | 'near' | 'clause' | 'sentence' | 'text';
  /** Concepts whose words, in the same sentence, say that nothing is promised or sold. */
  unless: readonly string[];
  /** The same only near by. */
  unlessNear: readonly string[];
  /** True: a question counts as well, by which an advert speaks to whoever reads it (“Waiting for a kidney?”). */
  asking: boolean;
}>;

/** Longest way between two words of a sentence that belong together, in characters. */
const REACH = { latin: 100, han: 40 } as const;
/** The same for words that belong together only near each other. */
const NEAR = { latin: 40, han: 10 } as const;
/** The same for words of which the first must stand before the other, with hardly a word between. */
const NEXT = { latin: 14, han: 3 } as const;
const REACHES = { next: NEXT, near: NEAR, clause: REACH, sentence: REACH, text: REACH } as const;
/** Farthest that an excusing word can lie from what it excuses. It bounds what a text full of both costs. */
const FARTHEST = 400;
const HAN = /\p{Script=Han}/u;

type Read = Readonly<{ original: string; folded: Folded; scopes: Scopes; concepts: ConceptPlaces }>;

const spanning = (places: readonly Place[]): Place => ({
  from: Math.min(...places.map((one) => one.from)),
  until: Math.max(...places.map((one) => one.until)),
});

/** Whether what stands at these places, and between them, is claimed. A “no” among the words themselves denies nothing. */
const claimed = ({ folded, scopes }: Read, places: readonly Place[], asking = false): boolean => {
  const phrase = places.map((one) => folded.text.slice(one.from, one.until)).join(' ');
  const turned = scopes.turnedAt({ ...spanning(places), phrase });
  return !turned.has('denied') && (asking || !turned.has('asked'));
};

const inOne = (piece: 'clause' | 'sentence', { scopes }: Read, a: Place, b: Place): boolean => {
  const { from, until } = spanning([a, b]);
  return !scopes.broken(from, until, piece);
};

const reachOf = (within: Meeting['within'], { folded }: Read, first: Place): number =>
  REACHES[within][HAN.test(folded.text.slice(first.from, first.until)) ? 'han' : 'latin'];

/** The first word and the nearest claimed word of every other concept in its piece of the text; null where one is missing. */
const meetingAt = (read: Read, { all, within }: Meeting, first: Place): readonly Place[] | null => {
  const reach = reachOf(within, read, first);
  const piece = within === 'clause' ? 'clause' : 'sentence';
  const met: Place[] = [first];
  for (const name of all.slice(1)) {
    const found = around(read.concepts(name), first, reach)
      .filter((one) => within !== 'next' || one.from >= first.until)
      .filter((one) => met.every((other) => apart(one, other) >= 0) && inOne(piece, read, first, one))
      .sort((a, b) => apart(a, first) - apart(b, first))
      .find((one) => claimed(read, [...met, one]));
    if (found === undefined) return null;
    met.push(found);
  }
  return all.length > 1 || claimed(read, met) ? met : null;
};

/** The first word where it is claimed and every other concept is claimed somewhere in the text. */
const meetingInText = (read: Read, { all, asking }: Meeting, first: Place): readonly Place[] | null => {
  const isSomewhere = (name: string): boolean =>
    read.concepts(name).all.some((one) => apart(one, first) >= 0 && claimed(read, [one]));
  return claimed(read, [first], asking) && all.slice(1).every(isSomewhere) ? [first] : null;
};

const isExcused = (read: Read, { within, unless, unlessNear }: Meeting, place: Place): boolean => {
  const start = { from: place.from, until: place.from };
  const excuses = (one: Place): boolean => within === 'text' || inOne('sentence', read, place, one);
  return (
    unless.some((name) => around(read.concepts(name), start, FARTHEST).some(excuses)) ||
    unlessNear.some((name) => around(read.concepts(name), place, NEAR.latin).length > 0)
  );
};

/**
 * Every place where the concepts of a meeting meet and are claimed: from the first of their words to the last; of a meeting
 * anywhere in the text the first place only.
 */
export const meetingsIn = (read: Read, meeting: Meeting): readonly PhraseHit[] => {
  const anywhere = meeting.within === 'text';
  const hits: PhraseHit[] = [];
  for (const first of read.concepts(meeting.all[0] ?? '').all) {
    const met = anywhere ? meetingInText(read, meeting, first) : meetingAt(read, meeting, first);
    const place = met === null ? null : spanning(met);
    if (place === null || isExcused(read, meeting, place)) continue;
    hits.push({ ...place, phrase: '', span: spanOf(read.original, read.folded, place.from, place.until) });
    if (anywhere) break;
  }
  return hits;
};
