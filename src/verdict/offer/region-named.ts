import type { Region } from '../../../schema/base.ts';
import list from '../../../schema/codes/advert-words.json' with { type: 'json' };
import { placesOf } from './whole-words.ts';

const regions = [
  { region: 'mainland', ...list.regions.mainland },
  { region: 'hong-kong', ...list.regions['hong-kong'] },
  { region: 'macau', ...list.regions.macau },
  { region: 'taiwan', ...list.regions.taiwan },
] as const;

/** The region that folded words of an offer name; null where they name none, or several. */
export const regionNamed = (text: string): Region | null => {
  const named = regions.filter(
    ({ en, zh }) =>
      zh.some((word) => text.includes(word)) ||
      en.some((word) => placesOf(text, { text: word, latin: true }).length > 0),
  );
  return named.length === 1 ? (named[0]?.region ?? null) : null;
};
