import type { Name } from '../../schema/record.ts';
import { type Parse, ShapeError } from '../../schema/source.ts';
import { normaliseProvince } from '../../src/places/normalise-place.ts';
import { placeOf } from '../../src/places/place-of.ts';
import { htmlSections } from '../../src/readers/formats/html-sections.ts';
import { filedNames } from '../../src/readers/lists/filed-names.ts';
import { listDate } from '../../src/readers/lists/printed-date.ts';
import { issue } from '../../src/readers/lists/row-reader.ts';

const PLACE_LEVEL = 2;
const HOSPITAL_LEVEL = 3;
const ADDRESS = /^address\s*[:：]\s*(\S.*)/i;
const CHINESE = /\p{Script=Han}[\p{Script=Han}（）()·0-9]*/u;

/** Without a bracket that was opened before the name: (编造示例医院) */
const balanced = (text: string): string =>
  (text.match(/[（(]/gu) ?? []).length < (text.match(/[）)]/gu) ?? []).length ? text.slice(0, -1) : text;

/** Beijing United Family Hospital 北京和睦家医院: both names of a heading; null when there is no English one. */
const namesIn = (heading: string): Name[] | null => {
  const chinese = balanced(CHINESE.exec(heading)?.[0] ?? '');
  const english = heading
    .replace(chinese, '')
    .replace(/[(（]\s*[)）]\s*$/u, '')
    .replace(/(?<![\s/,，–-])[\s/,，–-]+$/u, '')
    .trim();
  if (!/[a-z]{3}/i.test(english)) return null;
  const spoken: Name = { value: english, kind: 'english', language: 'en' };
  return chinese === '' ? [spoken] : [...filedNames(chinese).names, spoken];
};

/** One facility a heading, below the heading of its province or city: names and address. */
export const parse: Parse = function* ({ body }) {
  const sections = htmlSections(body);
  const asOf = listDate(sections.flatMap((section) => [section.heading, ...section.lines]));
  let place = '';
  let row = 0;
  for (const { level, heading, lines } of sections) {
    if (level === PLACE_LEVEL) place = heading;
    if (level !== HOSPITAL_LEVEL) continue;
    row += 1;
    const names = namesIn(heading);
    if (names === null) {
      yield issue('unreadable-row', row, 'name', `"${heading}" is no English name`);
      continue;
    }
    const address = lines.map((line) => ADDRESS.exec(line)?.[1]).find((found) => found !== undefined) ?? '';
    const province = normaliseProvince(place) ?? undefined;
    yield {
      kind: 'institution',
      row,
      key: `${place}|${heading}`,
      raw: { place, name: heading, address },
      ...(asOf !== null && { asOf }),
      names,
      identifiers: [],
      place: placeOf({ province, city: province === undefined ? place : undefined, address }),
      credentials: [],
    };
  }
  if (row === 0) throw new ShapeError('the page has no heading for a hospital below one for a place');
};
