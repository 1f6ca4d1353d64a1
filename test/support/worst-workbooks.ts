import { zipOf } from './zip-of.ts';

const NS = 'http://schemas.openxmlformats.org';
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const PART: Readonly<Record<string, string>> = { sharedStrings: 'sharedStrings', styles: 'styles' };

const links = (...of: readonly (readonly [id: string, kind: string, target: string])[]): string =>
  `<Relationships xmlns="${NS}/package/2006/relationships">${of
    .map(
      ([id, kind, target]) =>
        `<Relationship Id="${id}" Type="${NS}/officeDocument/2006/relationships/${kind}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

/** An .xlsx with one sheet of this XML, and other parts (`sharedStrings`, `styles`) as they are given. */
export const workbookOf = (sheet: string, parts: Readonly<Record<string, string>> = {}): Uint8Array => {
  const names = Object.keys(parts).filter((name) => name in PART);
  const types = names.map(
    (name) => `<Override PartName="/xl/${name}.xml" ContentType="${KIND}.${name}+xml"/>`,
  );
  const text: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<Types xmlns="${NS}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${KIND}.worksheet+xml"/>${types.join('')}</Types>`,
    '_rels/.rels': links(['r1', 'officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<workbook xmlns="${NS}/spreadsheetml/2006/main" xmlns:r="${NS}/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': links(
      ['r1', 'worksheet', 'worksheets/sheet1.xml'],
      ...names.map((name) => [name, name, `${name}.xml`] as const),
    ),
    'xl/worksheets/sheet1.xml': sheet,
    ...Object.fromEntries(names.map((name) => [`xl/${name}.xml`, parts[name] ?? ''])),
  };
  return zipOf(text);
};

/** A sheet of these rows, and what stands below them. */
export const sheetOf = (rows: string, after = ''): string =>
  `<worksheet xmlns="${NS}/spreadsheetml/2006/main"><sheetData>${rows}</sheetData>${after}</worksheet>`;

const row = (cells: number): string => `<row>${'<c><v>1</v></c>'.repeat(cells)}</row>`;
const many = (text: string, bytes: number): string => text.repeat(Math.floor(bytes / text.length));

/** Workbooks of at most 100 kB or so that make a reader work: each by what it holds, made when it is asked for. `mb`: what they unfold to. */
export const worstWorkbooks = (mb: number) => {
  const size = mb * 1_048_576;
  const sst = (text: string): string => `<sst xmlns="${NS}/spreadsheetml/2006/main">${text}</sst>`;
  const strings = sheetOf(`<row>${'<c t="s"><v>0</v></c>'.repeat(400)}</row>`);
  const wide = Array.from(
    { length: 2000 },
    (_, at) => `<row r="${at + 1}"><c r="XFD${at + 1}"><v>1</v></c></row>`,
  );
  return {
    'cells of many rows': () => workbookOf(sheetOf(many(row(100), size))),
    'rows that are hidden': () => workbookOf(sheetOf(many('<row hidden="1"/>', size))),
    'a last row far below': () => workbookOf(sheetOf('<row r="199999"><c r="A199999"><v>1</v></c></row>')),
    'a last column far to the right': () => workbookOf(sheetOf(wide.join(''))),
    'merges of the whole sheet': () =>
      workbookOf(
        sheetOf(
          row(400).repeat(200),
          `<mergeCells>${many('<mergeCell ref="A1:OI400"/>', size / 2)}</mergeCells>`,
        ),
      ),
    'links over the whole sheet': () =>
      workbookOf(
        sheetOf(
          row(3),
          `<hyperlinks>${many('<hyperlink ref="A1:ZZ99999" location="x"/>', size)}</hyperlinks>`,
        ),
      ),
    'columns over and over': () =>
      workbookOf(sheetOf('', `<cols>${many('<col min="1" max="16384" width="9"/>', size)}</cols>`)),
    'rows that never end': () => workbookOf(sheetOf(many('<row>', size))),
    'cells that never end': () => workbookOf(sheetOf(`<row>${many('<c', size)}`)),
    'tags that never end': () => workbookOf(many('<', size)),
    'short texts': () => workbookOf(strings, { sharedStrings: sst(many('<si><t>a</t></si>', size)) }),
    'one text of many runs': () =>
      workbookOf(strings, {
        sharedStrings: sst(`<si>${many('<r><t>a</t>', size)}</si>`),
      }),
    'formats of numbers': () =>
      workbookOf(sheetOf(row(3)), {
        styles: `<styleSheet xmlns="${NS}/spreadsheetml/2006/main"><numFmts>${many('<numFmt numFmtId="165" formatCode="[h]:mm"/>', size)}</numFmts></styleSheet>`,
      }),
  } as const;
};
