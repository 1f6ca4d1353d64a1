import { load } from 'cheerio';
import t from 'tap';
import { badgeNotes, badgeStates } from '../../schema/badge.ts';
import type { BadgeModel } from '../../src/badge/badge-model.ts';
import { badgeTitle, drawBadge } from '../../src/badge/draw.ts';
import { shapes } from '../../src/badge/shapes.ts';
import { badgeSizes, layouts } from '../../src/badge/sizes.ts';
import { badgeThemes, palettes } from '../../src/badge/theme.ts';
import { badgeLanguages, wordsIn } from '../../src/badge/words.ts';
import { fc } from '../support/draws.ts';

const model = (over: Partial<BadgeModel> = {}): BadgeModel => ({
  state: 'confirmed',
  note: null,
  name: { zh: '编造示例医院', en: 'Made-up Example Hospital' },
  campus: null,
  ask: null,
  checkedOn: '2026-11-20',
  site: 'agency.example',
  test: false,
  lang: 'en',
  size: 'medium',
  theme: 'light',
  ...over,
});

/** Every model of the closed lists. */
const everyFace = (): readonly BadgeModel[] =>
  badgeStates.flatMap((state) =>
    badgeSizes.flatMap((size) =>
      badgeLanguages.flatMap((lang) => badgeThemes.map((theme) => model({ state, size, lang, theme }))),
    ),
  );

const linear = (channel: number): number =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;

/** Relative luminance of #rrggbb (WCAG 2.2). */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one: string, other: string): number => {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
};

t.test('every state, size, language and theme is a picture that says its word, day and domain', async (t) => {
  for (const one of everyFace()) {
    const $ = load(drawBadge(one), { xml: true });
    const words = wordsIn(one.lang);
    const shown = $('text')
      .map((_, line) => $(line).text())
      .get();
    const word = (layouts[one.size].brief ? words.brief : words.state)[one.state];
    const what = `${one.state} ${one.size} ${one.lang}`;
    if (!shown.includes(word)) t.fail(`${what} lacks its word`);
    if (!shown.some((line) => line.includes('2026-11-20'))) t.fail(`${what} lacks its day`);
    if (!shown.some((line) => /(agency|^….*)\.example/.test(line))) t.fail(`${what} lacks its domain`);
    if ($('svg').attr('role') !== 'img' || $('svg > title').text() !== badgeTitle(one))
      t.fail(`${what} lacks its title`);
  }
  t.equal(everyFace().length, badgeStates.length * 4 * 6 * 3);
});

t.test('states differ in shape and in word, not in colour alone', async (t) => {
  for (const lang of badgeLanguages) {
    const { state, brief } = wordsIn(lang);
    t.equal(new Set(Object.values(state)).size, badgeStates.length, `words of ${lang}`);
    t.equal(new Set(Object.values(brief)).size, badgeStates.length, `short words of ${lang}`);
  }
  const drawn = badgeStates.map((state) => shapes[state].outline + shapes[state].sign);
  t.equal(new Set(drawn).size, badgeStates.length);
});

t.test('every colour has a contrast of 4.5 or more on its paper', async (t) => {
  for (const [theme, { paper, ink, soft, state }] of Object.entries(palettes))
    for (const colour of [ink, soft, ...Object.values(state)])
      t.ok(contrast(colour, paper) >= 4.5, `${colour} on ${theme}: ${contrast(colour, paper).toFixed(2)}`);
});

t.test(
  'names of any letters stay text, and the picture stays below 4 kB with room for its seal',
  async (t) => {
    const SEAL = 800;
    const nasty = fc.constantFrom(
      '<',
      '>',
      '&',
      '"',
      "'",
      ']]>',
      '<script>',
      '\u202e',
      '\u200b',
      '\u0000',
      '医',
      'ع',
      '\ud800',
      'é\u0301\u0301\u0301\u0301',
      '😀',
    );
    const name = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.array(nasty, { maxLength: 200 }).map((parts) => parts.join('')),
    );
    const any = fc.record({
      zh: name,
      en: name,
      campus: fc.option(name),
      state: fc.constantFrom(...badgeStates),
      size: fc.constantFrom(...badgeSizes),
      lang: fc.constantFrom(...badgeLanguages),
      theme: fc.constantFrom(...badgeThemes),
      test: fc.boolean(),
    });
    const allowed = new Set(['svg', 'title', 'style', 'rect', 'g', 'path', 'text']);
    fc.assert(
      fc.property(any, ({ zh, en, ...rest }) => {
        const svg = drawBadge(model({ name: { zh, en }, ...rest }));
        const $ = load(svg, { xml: true });
        const tags = $('*')
          .map((_, one) => (one.type === 'tag' || one.type === 'style' ? one.name : 'other'))
          .get();
        const unseen = /\p{Cc}|[\u200b\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u.test(svg);
        return (
          Buffer.byteLength(svg) + SEAL <= 4096 &&
          tags.every((tag) => allowed.has(tag)) &&
          $('text').length >= 2 &&
          !unseen &&
          svg.isWellFormed()
        );
      }),
      { numRuns: 500 },
    );
    t.pass('2000 hostile names drawn');
  },
);

t.test('a name too long for its line is shortened in the middle and whole in the title', async (t) => {
  const zh = '编造示例大学医学院附属第一示例医院南院区第二住院部';
  const $ = load(drawBadge(model({ name: { zh, en: null }, size: 'small', lang: 'zh' })), { xml: true });
  const line = $('text').eq(2).text();
  t.match(line, /^编造.*….*住院部$/);
  t.match($('title').text(), zh);
});

t.test('a domain too long for its line keeps the end, which says whose it is', async (t) => {
  const site = `${'a'.repeat(60)}.trusted.example.evil.example`;
  const $ = load(drawBadge(model({ site, size: 'seal' })), { xml: true });
  t.match($('text').last().text(), /^….*evil\.example$/);
  t.match($('title').text(), site);
});

t.test('a note is drawn in every language and names no hospital', async (t) => {
  for (const lang of badgeLanguages)
    for (const note of badgeNotes) {
      const svg = drawBadge(
        model({ state: 'unknown', note, lang, name: { zh: null, en: null }, checkedOn: null }),
      );
      t.match(svg, wordsIn(lang).note[note]);
    }
});

t.test('a picture for a dark page follows the device only when asked to', async (t) => {
  t.match(drawBadge(model({ theme: 'auto' })), 'prefers-color-scheme:dark');
  t.notMatch(drawBadge(model({ theme: 'dark' })), 'prefers-color-scheme');
  t.match(drawBadge(model({ theme: 'dark' })), palettes.dark.paper);
});
