import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { badgeSizes } from '../../src/badge/sizes.ts';
import { openBrowser } from './browser.ts';
import { badgeSheet } from './pixels.ts';

/** Writes the approved pictures anew: `node test/support/approve-badges.ts`, then look at every one before committing it. */
const folder = join(import.meta.dirname, '../badge/approved');
mkdirSync(folder, { recursive: true });
const browser = await openBrowser();
const page = await browser.newPage({ viewport: { width: 1500, height: 900 } });
for (const size of badgeSizes)
  for (const theme of ['light', 'dark'] as const)
    writeFileSync(join(folder, `${size}-${theme}.png`), await badgeSheet(page, size, theme));
await browser.close();
