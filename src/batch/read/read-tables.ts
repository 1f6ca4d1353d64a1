import type { Bilingual } from '../../../schema/base.ts';
import { ShapeError } from '../../../schema/source.ts';
import { OverLimit, PasswordProtected } from '../../readers/formats/over-limit.ts';
import { decodeSent } from '../../readers/formats/plain-text.ts';
import { readSentFile, type SentFile } from '../../readers/formats/sent-table.ts';
import { JsonFault } from '../../text/strict-json.ts';
import { MOST_ROWS } from '../list.ts';
import { ListFault } from '../list-fault.ts';
import { jsonTables } from './json-tables.ts';

/** Lines above a heading come on top of the rows. */
const LIMITS = { bytes: 200 * 1_048_576, rows: MOST_ROWS + 100, tags: 20_000_000 };
/** Rows may break within quotes; a text with more line breaks than this is not split at all. */
const MOST_LINE_ENDS = 5 * MOST_ROWS;
const LINE_END = 0x0a;

const fault = (file: string, { en, zh }: Bilingual): ListFault =>
  new ListFault({ en: `${file}: ${en}`, zh: `${file}：${zh}` });

const tooMany: Bilingual = {
  en: `the list has more than ${MOST_ROWS} rows, or unfolds to more than may be read; split it`,
  zh: `名单超过${MOST_ROWS}行，或解压后超过可读取的上限；请拆分后再提交`,
};

const lineEnds = (bytes: Uint8Array): number => {
  let count = 0;
  for (let at = bytes.indexOf(LINE_END); at !== -1; at = bytes.indexOf(LINE_END, at + 1)) count += 1;
  return count;
};

const TAB = 0x09;
const LOOKED_AT = 65_536;

/** No text holds characters below the tab; every picture and PDF does, early. */
const isBinary = (text: string): boolean => {
  for (let at = 0; at < Math.min(text.length, LOOKED_AT); at += 1) if (text.charCodeAt(at) < TAB) return true;
  return false;
};

const isArchive = ([a, b]: Uint8Array): boolean => (a === 0x50 && b === 0x4b) || (a === 0xd0 && b === 0xcf);

const WORKBOOK_NAME = /\.xls[xmb]?$/i;

/**
 * The fault of a file whose name says that it is a workbook while its bytes are none, where no heading was found in it: what is read out of it then is no
 * heading of anybody's. Null for any other file, and for a text under such a name that has headings.
 */
export const noWorkbook = (file: string, bytes: Uint8Array): ListFault | null =>
  WORKBOOK_NAME.test(file) && !isArchive(bytes)
    ? fault(file, {
        en: 'the name says that this is a workbook, and it is none: the file is damaged or of another kind; open it in your spreadsheet program and save it as .xlsx',
        zh: '文件名表示这是工作簿，但内容并不是：文件已损坏或是其他类型；请用电子表格程序打开后另存为 .xlsx',
      })
    : null;

/** What can be said of a text file before it is split. */
const checkText = (file: string, bytes: Uint8Array): string => {
  if (lineEnds(bytes) > MOST_LINE_ENDS) throw fault(file, tooMany);
  const text = decodeSent(bytes)?.text;
  if (text === undefined)
    throw fault(file, {
      en: 'the file is neither UTF-8 nor UTF-16 nor Chinese text in GBK (GB18030); save it as UTF-8',
      zh: '文件既不是UTF-8、UTF-16，也不是GBK（GB18030）中文文本；请另存为UTF-8',
    });
  if (text.trim() === '') throw fault(file, { en: 'the file is empty', zh: '文件是空的' });
  if (isBinary(text))
    throw fault(file, {
      en: 'the file is no text and no workbook (a picture, a PDF?); save the list as .xlsx or .csv',
      zh: '文件既不是文本也不是工作簿（可能是图片或PDF）；请另存为 .xlsx 或 .csv',
    });
  if (/^\s*</.test(text.slice(0, 200)))
    throw fault(file, { en: 'the file is a web page, no table', zh: '文件是网页，不是表格' });
  return text;
};

const asFault = (file: string, cause: unknown): unknown => {
  if (cause instanceof PasswordProtected)
    return fault(file, {
      en: 'the workbook is protected by a password; save it without one',
      zh: '工作簿设有密码；请取消密码后另存',
    });
  if (cause instanceof OverLimit) return fault(file, tooMany);
  if (cause instanceof JsonFault)
    return fault(file, { en: `the file ${cause.words.en}`, zh: `文件${cause.words.zh}` });
  if (cause instanceof ShapeError)
    return fault(file, {
      en: cause.message,
      zh: '文件无法按表格读取：不是工作簿或已损坏；请重新另存为 .xlsx 或 .csv',
    });
  return cause;
};

/**
 * The tables of a list that a person or a program sent, told by its bytes: a workbook, JSON, NDJSON, or text with commas, semicolons,
 * tabs or bars. `knows` tells a heading's words. Throws `ListFault` for what is no such list, or too large.
 */
export const readTables = (
  file: string,
  bytes: Uint8Array,
  knows: (heading: string) => boolean,
): SentFile => {
  if (bytes.length === 0) throw fault(file, { en: 'the file is empty', zh: '文件是空的' });
  try {
    if (isArchive(bytes)) return readSentFile(bytes, knows, LIMITS);
    const text = checkText(file, bytes).replace(/^\uFEFF/, '');
    return /^\s*[[{]/.test(text)
      ? { tables: jsonTables(text), leftOut: [], text: null }
      : readSentFile(bytes, knows, LIMITS);
  } catch (cause) {
    throw asFault(file, cause);
  }
};
