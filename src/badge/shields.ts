import { aboutOf } from './about.ts';
import type { BadgeModel } from './badge-model.ts';
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

/** The same model as a shields.io endpoint: it says the same word, day and domain as the picture. */
export const shieldsOf = (model: BadgeModel): ShieldsEndpoint => {
  const words = wordsIn(model.lang);
  const word = model.note === null ? words.state[model.state] : words.note[model.note];
  const about = aboutOf(model);
  const parts = [
    model.test ? words.test : '',
    about === '' ? word : `${about}: ${word}`,
    model.checkedOn ?? '',
    model.site,
  ];
  return {
    schemaVersion: 1,
    label: model.name.en ?? model.name.zh ?? 'Licet',
    message: parts.filter((part) => part !== '').join(' · '),
    color: palettes.light.state[model.state].slice(1),
    isError: model.note !== null || model.state === 'not-for-site',
    cacheSeconds: 300,
  };
};
