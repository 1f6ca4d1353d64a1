import type { BadgeState } from '../../schema/badge.ts';

export const badgeThemes = ['light', 'dark', 'auto'] as const;
export type BadgeTheme = (typeof badgeThemes)[number];

export type Palette = Readonly<{
  paper: string;
  ink: string;
  soft: string;
  state: Readonly<Record<BadgeState, string>>;
}>;

/** Every colour stands at 4.5:1 or more on its paper (WCAG 2.2, 1.4.3): test/badge/picture.test.ts computes it. */
export const palettes: Readonly<Record<'light' | 'dark', Palette>> = {
  light: {
    paper: '#ffffff',
    ink: '#1b1b1f',
    soft: '#44474f',
    state: {
      confirmed: '#0b6b3a',
      limited: '#8a4b00',
      refuted: '#b3141d',
      prohibited: '#b3141d',
      expired: '#6b3fa0',
      unknown: '#4d5561',
      'not-for-site': '#8a1560',
    },
  },
  dark: {
    paper: '#15171c',
    ink: '#f2f2f4',
    soft: '#c3c7cf',
    state: {
      confirmed: '#5fd495',
      limited: '#ffb95c',
      refuted: '#ff8f8f',
      prohibited: '#ff8f8f',
      expired: '#cbb0ff',
      unknown: '#c3c7cf',
      'not-for-site': '#ff9dd6',
    },
  },
};
