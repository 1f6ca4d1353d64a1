import { saysEqual } from '../../identify/results.ts';
import type { Facts } from '../facts.ts';

/** Words beside the name were set aside: it is not the whole line that somebody bears. */
export const SET_ASIDE = /^name\.(?:department|words|illness)-aside$/u;

/** Whether somebody is settled on who bears the name as it was typed, whole. */
export const bearsTheName = ({ identification: { id, why } }: Facts): boolean =>
  id !== null && why.some(saysEqual) && !why.some(({ code }) => SET_ASIDE.test(code));
