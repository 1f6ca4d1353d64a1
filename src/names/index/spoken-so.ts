import { onceEach } from '../../text/remembered.ts';
import { soundPairKey, wholeSoundKey } from './blocking-keys.ts';
import type { NameIndex } from './name-index.ts';

/** The syllables of an index by their numbers. */
const numbersOf = onceEach(({ arrays: { parts } }: NameIndex) => {
  const { syllable } = parts;
  return new Map(Array.from({ length: syllable.length }, (_, at) => [syllable.at(at), at]));
});

/** The fewest names that hold two neighbouring syllables of these; null where so many hold each two of them that the index leaves them out. */
const holdingAPair = (index: NameIndex, sound: readonly string[]): Uint32Array | null => {
  let fewest: Uint32Array | null = null;
  for (let at = 0; at + 1 < sound.length; at += 1) {
    const place = index.keyPosition(soundPairKey(sound[at] ?? '', sound[at + 1] ?? ''));
    if (place < 0) continue;
    const names = index.posting.subarray(index.start[place], index.start[place + 1]);
    if (fewest === null || names.length < fewest.length) fewest = names;
  }
  return fewest;
};

/** Whether a name on record is read as just these syllables; yes as well where that would be too much to look for. */
const isReadSo = (index: NameIndex, sound: readonly string[]): boolean => {
  const numbers = numbersOf(index);
  const asked = sound.map((one) => numbers.get(one) ?? -1);
  if (asked.includes(-1)) return false;
  const { sound: spoken, soundStart } = index.arrays.parts;
  const isSo = (name: number): boolean => {
    const from = soundStart[name] ?? 0;
    return (
      (soundStart[name + 1] ?? from) - from === asked.length &&
      asked.every((one, at) => spoken[from + at] === one)
    );
  };
  return holdingAPair(index, sound)?.some(isSo) ?? true;
};

/** Whether a name on record may sound so, syllable by syllable, as it is printed or as it is read. A no is sure. */
export const maySoundSo = (index: NameIndex, sound: string): boolean =>
  index.keyPosition(wholeSoundKey(sound)) >= 0 || isReadSo(index, sound.split(' '));
