import { utils, write } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';

/** A workbook made of rows; `biff5` is Excel 95, `biff8` Excel 97. */
export const workbook = (
  rows: readonly (readonly (string | number | Date)[])[],
  { as = 'xlsx', merges = [] }: { as?: 'xlsx' | 'biff8' | 'biff5'; merges?: readonly string[] } = {},
): Uint8Array => {
  const sheet = utils.aoa_to_sheet(rows as (string | number | Date)[][], { UTC: true, cellDates: true });
  sheet['!merges'] = merges.map((range) => utils.decode_range(range));
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Sheet1');
  return new Uint8Array(write(book, { type: 'buffer', bookType: as, codepage: 936, cellDates: true }));
};

/** An Excel 95 workbook, whose texts are bytes in GBK: written with ASCII of the same length, then put in place. */
export const gbkWorkbook = (rows: readonly (readonly string[])[]): Uint8Array => {
  let serial = 0;
  const swaps: (readonly [Buffer, Buffer])[] = [];
  const ascii = rows.map((row) =>
    row.map((text) => {
      if (text === '') return text;
      const real = iconv.encode(text, 'gbk');
      serial += 1;
      const stand = `@${serial}#`.padEnd(real.length, '~');
      swaps.push([Buffer.from(stand), real]);
      return stand;
    }),
  );
  const file = Buffer.from(workbook(ascii, { as: 'biff5' }));
  for (const [stand, real] of swaps) real.copy(file, file.indexOf(stand));
  return new Uint8Array(file);
};

const CONTENT_TYPES = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const RELATIONS = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;

const docxCell = (text: string | null): string => {
  const merge = text === null ? '<w:vMerge/>' : text.startsWith('^') ? '<w:vMerge w:val="restart"/>' : '';
  const said = text === null ? '' : text.replace(/^\^/, '');
  return `<w:tc><w:tcPr>${merge}</w:tcPr><w:p><w:r><w:t>${said}</w:t></w:r></w:p></w:tc>`;
};

/** A Word document of tables. A cell beginning with ^ opens a vertical merge, null continues the one above. */
export const wordDocument = (
  tables: readonly (readonly (readonly (string | null)[])[])[],
  title = '编造名单',
): Uint8Array => {
  const rowsOf = (table: readonly (readonly (string | null)[])[]) =>
    table.map((row) => `<w:tr>${row.map(docxCell).join('')}</w:tr>`).join('');
  const body = tables
    .map((table) => `<w:p><w:r><w:t>${title}</w:t></w:r></w:p><w:tbl>${rowsOf(table)}</w:tbl>`)
    .join('');
  return zipSync({
    '[Content_Types].xml': strToU8(CONTENT_TYPES),
    '_rels/.rels': strToU8(RELATIONS),
    'word/document.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  });
};

const hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');

/** A text on a page, by its place in points from the lower left corner. */
export type Placed = readonly [x: number, y: number, text: string];

const TO_UNICODE =
  '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end';

const streamed = (content: string): string =>
  `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;

const drawn = (texts: readonly Placed[]): string =>
  texts.map(([x, y, text]) => `BT /F1 10 Tf ${x} ${y} Td <${hex(text)}> Tj ET`).join('\n');

/** What stands beside the page is not read, so a page is as wide as its texts. */
const widthOf = (texts: readonly Placed[]): number =>
  Math.max(600, ...texts.map(([x, , text]) => Math.ceil(x + text.length * 10 + 20)));

/** The font, which comes first, then a page and its texts by turns; object numbers count from 1. */
const pdfObjects = (pages: readonly (readonly Placed[])[]): readonly string[] => {
  const numbers = pages.map((_, at) => 7 + at * 2);
  return [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${numbers.map((at) => `${at} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor 6 0 R >>',
    streamed(TO_UNICODE),
    '<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 900 /Descent 0 /CapHeight 900 /StemV 80 >>',
    ...pages.flatMap((texts, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${widthOf(texts)} 800] /Contents ${8 + at * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      streamed(drawn(texts)),
    ]),
  ];
};

/** A PDF whose texts stand at the given places, page by page; a page without texts is what a scanner makes. */
export const pdfPages = (pages: readonly (readonly Placed[])[]): Uint8Array => {
  const objects = pdfObjects(pages);
  const start = '%PDF-1.7\n';
  const bodies = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`);
  const offsets = bodies.map((_, at) => start.length + bodies.slice(0, at).join('').length);
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const from = start.length + bodies.join('').length;
  const trailer = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${from}\n%%EOF\n`;
  return new TextEncoder().encode(start + bodies.join('') + trailer);
};

/** A PDF of one page. */
export const pdfDocument = (texts: readonly Placed[]): Uint8Array => pdfPages([texts]);
