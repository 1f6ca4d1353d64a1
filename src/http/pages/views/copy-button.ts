import { assets } from '../assets.ts';
import { type Html, html } from '../html.ts';
import type { Page } from '../page.ts';

/** Marks text that gets a button to copy it, with the button's words. */
export const copyAttributes = (page: Page): Html =>
  html`data-copy="${page.say('Copy', '复制')}" data-copied="${page.say('Copied', '已复制')}"`;

/** The script behind it; without it the text is selected by hand. */
export const copyScript = html`<script type="module" src="${assets.copy}"></script>`;
