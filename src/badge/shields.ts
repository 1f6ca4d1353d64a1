import type { Face } from './face.ts';
import { palettes } from './theme.ts';
import { wordsIn } from './words.ts';

/** The answer that https://shields.io/badges/endpoint-badge reads. */
type ShieldsEndpoint = Readonly<{
  schemaVersion: 1;
  label: string;
  message: string;
  color: string;
  isError: boolean;
  cacheSeconds: number;
}>;

/** The same face as a shields.io endpoint: it says the same word, day and domain as the picture. */
export const shieldsOf = (face: Face): ShieldsEndpoint => {
  const words = wordsIn(face.lang);
  const word = face.note === null ? words.state[face.state] : words.note[face.note];
  const parts = [face.test ? words.test : '', word, face.checkedOn ?? '', face.site];
  return {
    schemaVersion: 1,
    label: face.name.en ?? face.name.zh ?? 'Licet',
    message: parts.filter((part) => part !== '').join(' · '),
    color: palettes.light.state[face.state].slice(1),
    isError: face.note !== null,
    cacheSeconds: 300,
  };
};
