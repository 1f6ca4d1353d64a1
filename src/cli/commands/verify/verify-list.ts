import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type BatchField, batchFields } from '../../../../schema/lexicon/batch-headings.ts';
import { createAnswers } from '../../../ask/answers.ts';
import { rowAnswerer } from '../../../batch/answer/answer-row.ts';
import type { RowDefaults } from '../../../batch/answer/row-question.ts';
import { answerList } from '../../../batch/answer-parts.ts';
import type { List } from '../../../batch/list.ts';
import { ListFault } from '../../../batch/list-fault.ts';
import { readList } from '../../../batch/read/read-list.ts';
import { type AnsweredList, type ResultFormat, resultFormats } from '../../../batch/write/answered.ts';
import {
  addCounts,
  type Counts,
  mappingLines,
  noCounts,
  summaryLines,
} from '../../../batch/write/summary.ts';
import { listBytes } from '../../../batch/write/write-list.ts';
import { clearSooner, givingBack } from '../../../jobs/batches/give-back.ts';
import { findNames } from '../../../jobs/names/find-names.ts';
import { shanghaiDay } from '../../../text/dates.ts';
import { POLICY_VERSION } from '../../../verdict/policy.ts';
import type { CommonOptions, Context } from '../../context.ts';
import { type ExitCode, exitCodes } from '../../exit-codes.ts';
import { countBar } from '../../progress.ts';
import { readInput } from '../../read-input.ts';
import { tableLines } from '../../table.ts';
import { UsageError } from '../../usage-error.ts';
import { printable } from '../../width.ts';

/** Options of `licet verify` that are about a list. */
export type ListOptions = CommonOptions &
  Readonly<{
    file: string;
    out?: string;
    column?: readonly string[];
    service?: string;
    claim?: readonly string[];
    asOf?: string;
  }>;

const formatIn = (out: string | undefined): ResultFormat => {
  const end = extname(out ?? '')
    .slice(1)
    .toLowerCase();
  const found = resultFormats.find((one) => one === end);
  if (found !== undefined) return found;
  const endings = resultFormats.map((one) => `.${one}`).join(', ');
  throw new UsageError(
    out === undefined
      ? `--out is missing: name the file that the answers go to, ending in ${endings}`
      : `--out ${printable(out)} says no format; expected a file that ends in ${endings}`,
  );
};

/** `--column name=Spital`: the caller's own heading for a field. */
const ownHeadings = (given: readonly string[]): Readonly<Partial<Record<BatchField, string>>> =>
  Object.fromEntries(
    given.map((one) => {
      const [, name = '', heading = ''] = /^([A-Za-z]{1,30})=(.{1,200})$/su.exec(one) ?? [];
      const field = batchFields.find((known) => known === name);
      if (field === undefined)
        throw new UsageError(
          `--column ${printable(one)} is no column; expected field=heading, with a field of ${batchFields.join(', ')}`,
        );
      return [field, heading];
    }),
  );

const listIn = async ({ file, lang, column = [] }: ListOptions): Promise<List> => {
  const own = ownHeadings(column);
  const bytes = await readInput({
    option: '--file',
    file,
    expected: 'a list as .xlsx, .csv, .json or .ndjson',
  });
  try {
    return readList(bytes, { file: file === '-' ? 'standard input' : basename(file), lang, own });
  } catch (cause) {
    throw cause instanceof ListFault ? new UsageError(`--file ${printable(cause.words[lang])}`) : cause;
  }
};

const defaultsIn = ({ service, claim, asOf }: ListOptions): RowDefaults => ({
  ...(service === undefined ? {} : { service }),
  ...(claim === undefined ? {} : { claim }),
  ...(asOf === undefined ? {} : { asOf }),
});

/** Writes a file as a whole or not at all: what was there stays until the new one is complete. */
const writeFile = async (out: string, bytes: AsyncIterable<Uint8Array>): Promise<void> => {
  const aside = `${out}.${process.pid}.part`;
  try {
    await pipeline(Readable.from(bytes), createWriteStream(aside));
    await rename(aside, out);
  } catch (cause) {
    await rm(aside, { force: true });
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : null;
    throw code === null ? cause : new UsageError(`--out ${printable(out)} cannot be written (${code})`);
  }
};

/** Rows after which what they left is collected: nobody else waits for this process. */
const COLLECTED = 500;

/** Counts rows as they go by, and has what they left collected. */
async function* counted(
  parts: AnsweredList['parts'],
  tell: (counts: Counts) => void,
): AnsweredList['parts'] & AsyncGenerator {
  const giveBack = givingBack(COLLECTED);
  let counts = noCounts;
  for await (const part of parts) {
    counts = addCounts(counts, part);
    tell(counts);
    yield part;
    await giveBack(part.length);
  }
}

/** What leads to evidence: its address at the service; where that is not known, in a file for people the command that shows it. */
const evidencePlace =
  (baseUrl: string | null, format: ResultFormat) =>
  (url: string): string => {
    if (baseUrl !== null) return `${baseUrl}${url}`;
    if (format === 'json' || format === 'ndjson') return url;
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    const row = searchParams.get('row');
    return `licet evidence ${basename(pathname)}${row === null ? '' : ` --row ${row}`}`;
  };

/** A list ends as its worst row would alone: with a no, else with one that nothing decides, cannot be read or was not answered. */
const worstOf = ({ refuted, unknown, ambiguous, bad, waiting }: Counts): ExitCode => {
  if (refuted > 0) return exitCodes.refuted;
  return unknown + ambiguous + bad + waiting > 0 ? exitCodes.undecided : exitCodes.ok;
};

/** `licet verify --file list.xlsx --out result.xlsx`: the list with its answers. The columns that are read are shown before anything is asked. */
export const verifyList = async (context: Context, options: ListOptions): Promise<void> => {
  const { terminal, config, clock } = context;
  const { lang, out = '' } = options;
  clearSooner();
  // A list that is not there is told before what else is missing.
  const list = await listIn(options);
  const format = formatIn(options.out);
  for (const line of mappingLines(list)) terminal.err(`${printable(line)}\n`);
  for (const note of list.notes) terminal.err(`${printable(note)}\n`);
  const { store } = await context.open(options, 'ready');
  await findNames(options.data ?? config.data, store.reader());
  const answers = createAnswers(() => store.reader(), clock, config);
  const epoch = answers.epoch();
  const evidenceAt = evidencePlace(config.baseUrl, format);
  const answer = rowAnswerer({ answers, epoch, lang, evidenceAt, defaults: defaultsIn(options) });
  const bar = countBar(terminal.watch, list.file);
  let counts = noCounts;
  const parts = answerList(list, answer, (done) => bar.show(done, list.rows.length));
  const answered = {
    list,
    lang,
    generation: epoch.reader.generation,
    asOf: shanghaiDay(epoch.instant),
    policyVersion: POLICY_VERSION,
    parts: counted(parts, (now) => {
      counts = now;
    }),
  };
  await writeFile(out, listBytes(answered, format)).finally(bar.stop);
  const lines = tableLines(summaryLines(answered, counts).map((cells) => cells.map(printable)));
  const json = JSON.stringify({ out, generation: answered.generation, asOf: answered.asOf, ...counts });
  terminal.out(options.json === true ? `${json}\n` : `${lines.join('\n')}\n`);
  context.finish(worstOf(counts));
};
