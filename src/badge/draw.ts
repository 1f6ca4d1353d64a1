import type { BadgeWords } from '../../schema/lexicon/badge-words.ts';
import { aboutOf } from './about.ts';
import type { BadgeModel } from './badge-model.ts';
import { shapes } from './shapes.ts';
import { type Layout, type LineKind, layouts } from './sizes.ts';
import { cleanText, escapeXml, fitText, keepWhole, shorten, shortenDomain } from './text.ts';
import { type Palette, palettes } from './theme.ts';
import { wordsIn } from './words.ts';

/** Latin first, then what the devices of readers of Chinese, Japanese, Korean and Arabic carry. */
const FONTS =
  "system-ui,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC','Noto Sans Arabic',sans-serif";

/** The two names as one sentence reads them, without empty halves. */
const bothNames = (model: BadgeModel): string =>
  [model.name.zh, model.name.en]
    .filter((name) => name !== null)
    .map((name) => cleanText(name))
    .join(' · ');

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');

/** Wordings of the line with the day, longest first; the mark of a test institution is in each of them. */
const whenLines = (model: BadgeModel, words: BadgeWords): readonly string[] => {
  const campus = model.campus === null ? '' : cleanText(model.campus, 40);
  const mark = words.dir === 'rtl' ? '\u200e' : '';
  const day = model.checkedOn === null ? '' : `${mark}${model.checkedOn}`;
  const test = model.test ? words.test : '';
  const checked = day === '' ? '' : words.checked.replace('{day}', model.checkedOn ?? '');
  return [joined([test, campus, checked]), joined([test, checked]), joined([test, day])];
};

const nameLine = (model: BadgeModel, what: 'zh' | 'en' | 'name', words: BadgeWords): string => {
  if (model.note !== null) return what === 'en' ? '' : words.note[model.note];
  const { zh, en } = model.name;
  const one = model.lang === 'zh' || model.lang === 'ja' ? (zh ?? en) : (en ?? zh);
  return cleanText((what === 'zh' ? zh : what === 'en' ? en : one) ?? '');
};

const siteLines = (model: BadgeModel, words: BadgeWords): readonly string[] => {
  const site = cleanText(model.site, 253);
  return [words.issuedFor.replace('{site}', site), site];
};

const wordings = (
  model: BadgeModel,
  what: LineKind,
  words: BadgeWords,
  brief: boolean,
): readonly string[] => {
  if (what === 'about') return [aboutOf(model)];
  if (what === 'status') return [(brief ? words.brief : words.state)[model.state]];
  if (what === 'when') return whenLines(model, words);
  if (what === 'site') return siteLines(model, words);
  return [nameLine(model, what, words)];
};

/** What gives way when even the shortest wording is too long: names in the middle, domains at the start, words never. */
const cuts: Readonly<Record<LineKind, typeof shorten>> = {
  about: shorten,
  status: keepWhole,
  when: keepWhole,
  site: shortenDomain,
  zh: shorten,
  en: shorten,
  name: shorten,
};

/** All the badge says in one sentence, full names included: what a screen reader reads and a pointer shows. */
export const badgeTitle = (model: BadgeModel): string => {
  const words = wordsIn(model.lang);
  const what = model.note === null ? bothNames(model) : words.note[model.note];
  const about = aboutOf(model);
  const state = words.state[model.state];
  const said = about === '' ? state : `${about}: ${state}`;
  return [said, what, whenLines(model, words)[0] ?? '', siteLines(model, words)[0] ?? '']
    .filter((part) => part !== '')
    .join('. ');
};

/** Names stay left to right inside a right-to-left badge; the badge's own words follow its language. */
const placing = (layout: Layout, rtl: boolean, ownWords: boolean): string => {
  if (layout.text.middle)
    return `x="${layout.text.x}" text-anchor="middle"${rtl && ownWords ? ' direction="rtl"' : ''}`;
  if (!rtl) return `x="${layout.text.x}"`;
  const x = layout.box[0] - layout.text.x;
  return ownWords ? `x="${x}" direction="rtl"` : `x="${x}" text-anchor="end"`;
};

/** One line as it is drawn: its text, size and colour, and how wide it was taken to be. */
type DrawnLine = Readonly<{
  what: LineKind;
  y: number;
  px: number;
  text: string;
  width: number;
  bold: boolean;
  tone: 'c' | 's' | 'i';
  fill: string;
}>;

/** The lines of a badge from above; empty ones are left out. */
export const badgeLines = (model: BadgeModel): readonly DrawnLine[] => {
  const layout: Layout = layouts[model.size];
  const words = wordsIn(model.lang);
  const colours = palettes[model.theme === 'dark' ? 'dark' : 'light'];
  return layout.lines.flatMap(({ what, y, px }) => {
    const texts = wordings(model, what, words, layout.brief);
    if (texts.at(0) === '') return [];
    const bold = what === 'about' || what === 'status' || what === 'site';
    const tone = what === 'status' ? 'c' : what === 'when' || what === 'en' ? 's' : 'i';
    const fill = tone === 'c' ? colours.state[model.state] : tone === 's' ? colours.soft : colours.ink;
    return [{ ...fitText(texts, px, layout.text.max, bold, cuts[what]), what, y, bold, tone, fill }];
  });
};

const OWN_WORDS: ReadonlySet<LineKind> = new Set(['status', 'when', 'site']);

const drawLine = (model: BadgeModel, line: DrawnLine, layout: Layout): string => {
  const { what, y, px, text, width, bold, tone, fill } = line;
  const ownWords = OWN_WORDS.has(what) || (what === 'about' && model.ask === null) || model.note !== null;
  const rtl = wordsIn(model.lang).dir === 'rtl';
  // A line near the full width is pinned to the width it was given, whatever font the reader has.
  const pin =
    width > layout.text.max * 0.85
      ? ` textLength="${Math.floor(Math.min(width, layout.text.max))}" lengthAdjust="spacingAndGlyphs"`
      : '';
  return `<text class="${tone}" ${placing(layout, rtl, ownWords)} y="${y}" font-size="${px}"${bold ? ' font-weight="700"' : ''} fill="${fill}"${pin}>${escapeXml(text)}</text>`;
};

const drawShape = (model: BadgeModel, layout: Layout, colours: Palette): string => {
  const [x, y, edge] = layout.shape;
  const left = wordsIn(model.lang).dir === 'rtl' && !layout.text.middle ? layout.box[0] - x - edge : x;
  const { outline, sign } = shapes[model.state];
  return `<g transform="translate(${left} ${y}) scale(${edge / 32})"><path class="c" d="${outline}" fill="${colours.state[model.state]}"/><path class="p" d="${sign}" fill="none" stroke="${colours.paper}" stroke-width="3.2" stroke-linecap="round" stroke-linejoin="round"/></g>`;
};

/** Presentation attributes carry the light colours; in `auto` this rule overrides them where the reader's device is dark. */
const darkRule = (model: BadgeModel): string => {
  if (model.theme !== 'auto') return '';
  const dark = palettes.dark;
  const own = dark.state[model.state];
  return `<style>@media(prefers-color-scheme:dark){.b{fill:${dark.paper};stroke:${own}}.c{fill:${own}}.p{stroke:${dark.paper}}.i{fill:${dark.ink}}.s{fill:${dark.soft}}}</style>`;
};

/**
 * Draws a badge. Pure: the same model gives the same bytes.
 * @param model what it says; names may be hostile, they are cleaned, shortened and escaped here
 * @returns an SVG document below 4 kB (seal included), with its full sentence in `<title>`
 */
export const drawBadge = (model: BadgeModel): string => {
  const layout: Layout = layouts[model.size];
  const colours = palettes[model.theme === 'dark' ? 'dark' : 'light'];
  const [width, height] = layout.box;
  const lines = badgeLines(model)
    .map((line) => drawLine(model, line, layout))
    .join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${layout.width}" height="${layout.height}" viewBox="0 0 ${width} ${height}" role="img" lang="${model.lang}" font-family="${FONTS}">` +
    `<title>${escapeXml(badgeTitle(model))}</title>${darkRule(model)}` +
    `<rect class="b" x=".75" y=".75" width="${width - 1.5}" height="${height - 1.5}" rx="6" fill="${colours.paper}" stroke="${colours.state[model.state]}" stroke-width="1.5"/>` +
    `${drawShape(model, layout, colours)}${lines}</svg>`
  );
};
