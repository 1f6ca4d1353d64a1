import type { BadgeState } from '../../../../schema/badge.ts';
import { shapes } from '../../../badge/shapes.ts';
import { type Html, html } from '../html.ts';

/** The sign of a state, the same as on the badge. Decoration: the word stands beside it. */
export const stateIcon = (state: BadgeState): Html =>
  html`<svg class="mark ${state}" viewBox="0 0 32 32" aria-hidden="true"><path class="outline" d="${shapes[state].outline}"/><path class="sign" d="${shapes[state].sign}"/></svg>`;
