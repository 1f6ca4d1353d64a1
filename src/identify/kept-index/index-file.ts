import { type IndexArrays, type NameIndex, openIndex } from '../../names/index/name-index.ts';
import { holdsArrays, type Numbers, readArrays, type Taken, textParts, writeArrays } from './kept-arrays.ts';

/** Raised whenever blocking keys, parts or this layout change: an older file is then built anew. */
const FORMAT = 'licet-names-8';

/** The arrays in the order in which they lie in the file. `arraysOf` reads them back in the same order. */
const partsOf = (index: IndexArrays): Numbers[] => {
  const { parts } = index;
  return [
    ...[index.key, index.start, index.posting, index.owner, index.place, index.order],
    ...[index.fullKey, index.shortKey, index.translationKey, index.nameKind, index.standing],
    ...[parts.kind, parts.place, parts.parent, parts.core, parts.rest, parts.textOrigin],
    ...[parts.sound, parts.soundStart, ...textParts(parts.shared), ...textParts(parts.syllable)],
    ...[index.institutions, index.placeTexts, index.names].flatMap(textParts),
  ];
};

const arraysOf = ({ in8, in16, in32, texts }: Taken): IndexArrays => {
  const postings = { key: in32(), start: in32(), posting: in32() };
  const own = { owner: in32(), place: in32(), order: in32() };
  const exact = {
    fullKey: in32(),
    shortKey: in32(),
    translationKey: in32(),
    nameKind: in8(),
    standing: in8(),
  };
  const groups = { kind: in32(), place: in32(), parent: in32(), core: in32() };
  const texts32 = { rest: in32(), textOrigin: in8() };
  const sounds = { sound: in16(), soundStart: in32(), shared: texts(), syllable: texts() };
  const lists = { institutions: texts(), placeTexts: texts(), names: texts() };
  return { ...postings, ...own, ...exact, ...lists, parts: { ...groups, ...texts32, ...sounds } };
};

/** Writes an index; `stamp` names the generation's content. */
export const writeIndex = (file: string, { arrays }: NameIndex, stamp: string): Promise<void> =>
  writeArrays(file, { format: FORMAT, stamp }, partsOf(arrays));

/** Whether a file begins as the index of exactly this content; what follows is looked at by whoever reads it. */
export const holdsIndex = (file: string, stamp: string): Promise<boolean> =>
  holdsArrays(file, { format: FORMAT, stamp });

/** The index of exactly this content, or null when there is no such file, or it is of another one, older, cut short or damaged. */
export const readIndex = async (file: string, stamp: string): Promise<NameIndex | null> => {
  const taken = await readArrays(file, { format: FORMAT, stamp });
  return taken === null ? null : openIndex(arraysOf(taken));
};
