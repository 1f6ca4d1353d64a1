import type { Dossier } from '../../../schema/institution.ts';
import { saysEqual } from '../../identify/results.ts';
import { nameKeys } from '../../name-keys/keys.ts';
import type { Facts } from '../facts.ts';

/** Words beside the name were set aside: it is not the whole line that somebody bears. */
export const SET_ASIDE = /^name\.(?:department|words|illness)-aside$/u;

/** Whether somebody is settled on who bears the name as it was typed, whole. */
export const bearsTheName = ({ identification: { id, why } }: Facts): boolean =>
  id !== null && why.some(saysEqual) && !why.some(({ code }) => SET_ASIDE.test(code));

/** Whether a hospital bears a name as it was typed, whole or in short. */
export const isCalled = ({ names }: Dossier, typed: string): boolean => {
  if (names.some(({ value }) => value === typed)) return true;
  const asked = nameKeys(typed).full;
  return names.some(({ value }) => {
    const { full, short } = nameKeys(value);
    return full === asked || short === asked;
  });
};
