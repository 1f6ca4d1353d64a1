import { setImmediate as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { languages } from '../../schema/base.ts';
import { packAnswer, writeAnswers } from '../identify/kept-index/answers-file.ts';
import { nameFinderFor } from '../identify/kept-index/name-finders.ts';
import { exactKey } from '../names/index/blocking-keys.ts';
import type { NameIndex } from '../names/index/name-index.ts';
import { textInterner } from '../names/index/text-list.ts';
import type { Reader } from '../store/registry-reader.ts';
import { lineFacts } from './ask.ts';
import { gatherFacts } from './facts.ts';

/** Most names that are answered ahead: some minutes of a processor. What is asked beyond is identified when it is asked, as ever. */
const MOST = 100_000;

/** Names answered between two pauses, so that whoever does it hears that nobody waits any more. */
const CHUNK = 20;

/** Numbers of names, those of institutions that an authority lists first. */
const inTheirOrder = ({ names, owner, standing }: NameIndex): readonly number[] => {
  const all = Array.from({ length: names.length }, (_, at) => at);
  const isListed = (at: number): boolean => (standing[owner[at] ?? 0] ?? 0) > 0;
  return [...all.filter(isListed), ...all.filter((at) => !isListed(at))];
};

/** Who is meant by a name, as JSON; null where JSON would not give back the very same, or where its line says more than a name. */
const identified = async (name: string, reader: Reader): Promise<string | null> => {
  const institution = { name };
  const told = await gatherFacts(institution, reader, false, false);
  for (const lang of languages) {
    const question = { institution, claims: [], lang };
    const read = await lineFacts(question, told, reader, false);
    if (read.question !== question || read.facts !== told) return null;
  }
  const json = JSON.stringify(told.identification);
  return isDeepStrictEqual(JSON.parse(json), told.identification) ? json : null;
};

/**
 * Asks for the names on record, each alone, and keeps who is meant in a file: lists are copied from lists, so that most names that are asked for are
 * written as one prints them, and what such a name means depends on the generation alone. `most`: so many at most.
 */
export const answerNames = async (
  reader: Reader,
  file: string,
  stamp: string,
  most = MOST,
): Promise<void> => {
  const { index } = await nameFinderFor(reader);
  const { names, owner, institutions } = index;
  const texts = textInterner();
  const known = new Map<number, Readonly<{ name: number; answer: number }>>();
  for (const at of inTheirOrder(index)) {
    if (known.size >= most) break;
    if (known.size % CHUNK === 0) await pause();
    const name = names.at(at);
    const key = exactKey(name);
    const json = known.has(key) ? null : await identified(name, reader);
    if (json === null) continue;
    const bearer = institutions.at(owner[at] ?? 0);
    known.set(key, { name: at, answer: texts.numberOf(packAnswer(json, { name, bearer })) });
  }
  const sorted = [...known].toSorted(([a], [b]) => a - b);
  const numbers = {
    key: Uint32Array.from(sorted, ([key]) => key),
    name: Uint32Array.from(sorted, ([, { name }]) => name),
    answer: Uint32Array.from(sorted, ([, { answer }]) => answer),
  };
  await writeAnswers(file, { ...numbers, texts: texts.done() }, stamp);
};
