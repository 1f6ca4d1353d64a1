const NS = 'http://schemas.openxmlformats.org';
const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What XML 1.0 cannot hold at all. */
const UNFIT = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
/** Most characters a cell may hold in Excel. */
const LONGEST_CELL = 32_767;

const xmlText = (text: string): string =>
  text.replace(UNFIT, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const attribute = (text: string): string => xmlText(text).replaceAll('"', '&quot;');

/** A cell of text: never a number, so that no digit is lost, and never a formula. */
const cellXml = (reference: string, text: string): string =>
  text === ''
    ? ''
    : `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text.slice(0, LONGEST_CELL))}</t></is></c>`;

/** A row of a sheet at its number, from 1. */
export const rowXml = (
  number: number,
  letters: readonly string[],
  cells: readonly string[],
  hidden = false,
): string =>
  `<row r="${number}"${hidden ? ' hidden="1"' : ''}>${cells.map((cell, at) => cellXml(`${letters[at]}${number}`, cell)).join('')}</row>`;

export const sheetBegin = `${HEAD}<worksheet xmlns="${NS}/spreadsheetml/2006/main"><sheetData>`;
export const sheetEnd = '</sheetData></worksheet>';

const links = (of: readonly (readonly [kind: string, target: string])[]): string =>
  `${HEAD}<Relationships xmlns="${NS}/package/2006/relationships">${of
    .map(
      ([kind, target], at) =>
        `<Relationship Id="r${at + 1}" Type="${NS}/officeDocument/2006/relationships/${kind}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

type NamedSheet = Readonly<{ name: string; hidden: boolean }>;

/** The parts of a workbook besides its sheets, which are `xl/worksheets/sheet1.xml` and so on (ECMA-376 Part 1). */
export const workbookParts = (sheets: readonly NamedSheet[]): Readonly<Record<string, string>> => ({
  '[Content_Types].xml': `${HEAD}<Types xmlns="${NS}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${MAIN}.sheet.main+xml"/>${sheets
    .map(
      (_, at) =>
        `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${MAIN}.worksheet+xml"/>`,
    )
    .join('')}</Types>`,
  '_rels/.rels': links([['officeDocument', 'xl/workbook.xml']]),
  'xl/workbook.xml': `${HEAD}<workbook xmlns="${NS}/spreadsheetml/2006/main" xmlns:r="${NS}/officeDocument/2006/relationships"><sheets>${sheets
    .map(
      ({ name, hidden }, at) =>
        `<sheet name="${attribute(name)}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="r${at + 1}"/>`,
    )
    .join('')}</sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': links(
    sheets.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const),
  ),
});

/** What a sheet may be called: 31 characters, none of `: \ / ? * [ ]`, and no other sheet's name. */
export const sheetName = (wanted: string, taken: readonly string[]): string => {
  const plain =
    wanted
      .replace(/[:\\/?*[\]]/g, ' ')
      .slice(0, 31)
      .trim() || 'list';
  const lower = taken.map((one) => one.toLowerCase());
  let name = plain;
  for (let at = 2; lower.includes(name.toLowerCase()); at += 1) name = `${plain.slice(0, 27)} ${at}`;
  return name;
};
