import { reason } from '../../../schema/reason.ts';
import type { Identification } from '../../../schema/verdict.ts';
import { latinWords } from '../../text/han.ts';
import { type AskedPlace, placeText } from '../asked-place.ts';
import { noMatch } from '../results.ts';
import type { ProtectedUse } from './protected.ts';

const OUTSIDE: ReadonlySet<string | null> = new Set(['香港特别行政区', '澳门特别行政区', '台湾省']);

/** Whether a place lies in Hong Kong, Macau or Taiwan, of whose hospitals our lists hold few. */
export const isOutsideMainland = ({ province }: AskedPlace): boolean => OUTSIDE.has(province);

const CENTRE = /\bmedical cent(?:er|re)$/iu;
const HOSPITAL = /\b(?:hospital|clinic)s?\b/iu;

/** "Tianjin Union Medical Center": a common word of English (no sound of the famous one) under a center, which no holder is, is not borrowed from their hospitals. */
const isCentreByCommonWord = (name: string, { word, written }: ProtectedUse): boolean =>
  CENTRE.test(name.trim()) &&
  !HOSPITAL.test(name) &&
  written !== word.sound.join('') &&
  latinWords(name).includes(written);

/** Whether what bears a famous word in another place than its holders may well bear it in its own right. */
export const isOnesOwnThere = (name: string, use: ProtectedUse, place: AskedPlace): boolean =>
  isOutsideMainland(place) || isCentreByCommonWord(name, use);

/** 香港仁济医院: what our lists do not hold there may well be a hospital, and is not called a lookalike; it is not the one of that name elsewhere. */
export const notHeldThere = (
  name: string,
  { word }: ProtectedUse,
  place: AskedPlace,
  candidates: Identification['candidates'],
): Identification =>
  noMatch(
    [
      reason('name.not-found', { name }),
      reason('place.elsewhere', { name: `${word.zh}医院`, place: placeText(place) }),
    ],
    candidates,
  );
