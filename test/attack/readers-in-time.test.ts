import t from 'tap';
import type { SourceRecord } from '../../schema/record.ts';
import { descriptorSchema, ShapeError } from '../../schema/source.ts';
import { challengeIn } from '../../src/fetch/challenge.ts';
import { proofText } from '../../src/harvest/capture/proof-text.ts';
import { readProofFields, statedDays } from '../../src/harvest/capture/read-proof-fields.ts';
import { searchProof } from '../../src/harvest/capture/search-proof.ts';
import { shiftedNewRows } from '../../src/harvest/gate/shifted-new-rows.ts';
import { yearsMoved } from '../../src/harvest/gate/years-moved.ts';
import { linkIn } from '../../src/harvest/obtain/follow-link.ts';
import { sanityCheck } from '../../src/harvest/read/row-sanity.ts';
import { personalNumberIn } from '../../src/identifiers/personal-number.ts';
import { readCsv } from '../../src/readers/formats/csv.ts';
import { csvLines } from '../../src/readers/formats/csv-lines.ts';
import { htmlContent } from '../../src/readers/formats/html-table.ts';
import { pdfGrid } from '../../src/readers/formats/pdf-table.ts';
import { decodeSent } from '../../src/readers/formats/plain-text.ts';
import { readSentTables } from '../../src/readers/formats/sent-table.ts';
import { filedNames } from '../../src/readers/lists/filed-names.ts';
import { parseStrictJson } from '../../src/text/strict-json.ts';
import { wordScore } from '../../src/text/word-similarity.ts';
import { toyDescriptor, toyRecord } from '../support/toy-night.ts';
import { type Attack, tooSlow } from './cpu-time.ts';
import { quarterOf, worstCells, worstPages } from './worst-texts.ts';

type Texts = readonly (readonly [piece: string, text: string])[];
const utf8 = new TextEncoder();

/** Broken text may be refused; how long that takes is what is asked here. */
const orRefused = async (run: () => unknown): Promise<void> => {
  try {
    await run();
  } catch (cause) {
    if (!(cause instanceof ShapeError) && !(cause instanceof Error && cause.name === 'JsonFault'))
      throw cause;
  }
};

const attacks = (texts: Texts, read: (text: string) => unknown): readonly Attack[] =>
  texts.map(([piece, text]) => ({
    what: piece,
    quarter: () => orRefused(() => read(quarterOf(text))),
    run: () => orRefused(() => read(text)),
  }));

const inTime = (reader: string, texts: Texts, read: (text: string) => unknown) =>
  t.test(`${reader} reads 100 kB of the worst in its time`, async (t) => {
    t.strictSame(await tooSlow(attacks(texts, read)), []);
  });

const pages = worstPages();
const cells = worstCells();
const row = (cell: string, number = 1): SourceRecord => ({
  ...toyRecord('编造示例医院', {}, { row: number }),
  key: String(number),
  raw: { 机构名称: '编造示例医院', 有效期: cell, 地址: cell },
});
async function* rowsOf(...records: readonly SourceRecord[]) {
  yield* records;
}
const field = {
  column: '登记号',
  kind: 'licence-number',
  label: { en: 'n', zh: 'n' },
  required: true,
} as const;

inTime('the sight of a challenge', pages, (text) => challengeIn(200, 'text/html', utf8.encode(text)));
inTime('the search of a saved page', pages, (text) =>
  searchProof(
    { bytes: utf8.encode(text), contentType: 'text/html' },
    [field],
    { 登记号: '00000000000000011A1001' },
    '2026-11-20',
  ),
);
const labelled: Texts = ['登记号：', '登记号：1 ', '：', '有效期 ', '截至', '登记号</p><p>', 'a1：'].map(
  (piece) => [piece, piece.repeat(100_000 / utf8.encode(piece).length)],
);
inTime('the reader of fields off a saved page', [...pages, ...labelled], async (text) => {
  const read = await proofText({ bytes: utf8.encode(text), contentType: 'text/html' });
  if (read === null || read instanceof ShapeError) return;
  readProofFields(read.parts, read.words, [field]);
  statedDays(read.words);
});
inTime('the way to a list over its links', pages, (text) =>
  linkIn(utf8.encode(text), 'text/html', 'https://list.example/', '名单'),
);
inTime('the reader of HTML', pages, htmlContent);
inTime('the reader of CSV', pages, (text) => readCsv(utf8.encode(`a,b\n${text}\n`), ['a', 'b']));
inTime('the reader of lines', pages, (text) => csvLines(utf8.encode(text)));
inTime('the reader of tables that are sent', pages, (text) =>
  readSentTables(utf8.encode(`机构名称,地址\n${text}\n`), (heading) => heading === '机构名称'),
);
inTime('the reader of lines in a PDF', cells, (text) => {
  const line = (words: string) => [{ text: words, left: 0, right: 9 }];
  return pdfGrid([[line(text), line('机构名称'), line(text), line(text)]], ['机构名称']);
});
inTime('the reader of strict JSON', pages, (text) => parseStrictJson(JSON.stringify({ text, [text]: 1 })));
inTime('the reader of broken JSON', pages, parseStrictJson);
inTime('the reader of charsets', pages, (text) => decodeSent(utf8.encode(text).subarray(1)));
inTime('the reader of names in a cell', cells, (text) => filedNames(`编造医院${text}`));
inTime('the search for personal numbers', cells, personalNumberIn);
inTime('the comparison of words', cells, (text) => wordScore(text, 'CAR-T cell therapy'));
inTime('the check of a row', cells, (text) =>
  sanityCheck(descriptorSchema.parse(toyDescriptor()), '2026-11-21T08:00:00Z')(row(`<a${text}`)),
);
inTime('the look for terms that moved', cells, (text) =>
  yearsMoved(row(`2025-01-01${text}`), row(`2026-01-01${text}`), '2026-11-21'),
);
inTime('the look for cells that moved', cells, (text) => {
  const fresh = row(text, 3);
  return shiftedNewRows([fresh], rowsOf(row(text, 1), row(`一${text}`, 2), fresh));
});
