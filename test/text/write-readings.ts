import { writeFileSync } from 'node:fs';
import { readingsNow } from './readings.ts';

/** `npm run readings`: writes down how the library reads places, after places, their readings or the library changed. */
const file = {
  about:
    'How pinyin-pro, with the places of place-readings.json, reads the short names of all divisions and former places, and the characters of GB 2312. Written by npm run readings.',
  origin: 'pinyin-pro 3.29.4 (MIT, https://github.com/zh-lx/pinyin-pro)',
  asOf: '2026-11-29',
  licence: 'MIT',
  entries: readingsNow(),
};
const path = new URL('../../schema/lexicon/kept-readings.json', import.meta.url);
writeFileSync(path, `${JSON.stringify(file, null, 2)}\n`);
