import type { CapturedRow } from '../../../../schema/withdrawal.ts';
import { LicetError } from '../../../errors.ts';
import { recordableFields } from '../../../harvest/capture/recordable-fields.ts';
import type { Source } from '../../../harvest/catalogue.ts';
import { withdrawRow } from '../../../jobs/captures/withdraw-row.ts';
import type { Context } from '../../context.ts';
import { showAnswers } from '../../show/capture-rows.ts';
import { UsageError } from '../../usage-error.ts';
import { printable } from '../../width.ts';
import { act } from '../operator/acting.ts';
import type { CaptureOptions } from './options.ts';
import { withRecording } from './with-recording.ts';

const MOST_SHOWN = 1_000;

const linesOf = ({ key, raw, recordedAt, sha256 }: CapturedRow): readonly string[] => [
  ` ${printable(key)}  ${recordedAt}  page ${sha256.slice(0, 12)}`,
  `   ${printable(Object.values(raw).filter(Boolean).join(' · '))}`,
];

/** `licet capture SOURCE --rows [words]`: what persons recorded of a register and stands on record. */
const showRows = async (context: Context, source: Source, options: CaptureOptions): Promise<void> => {
  recordableFields(source.descriptor);
  const { store } = await context.open(options, 'as-it-is');
  const containing = options.rows === true ? '' : (options.rows ?? '');
  const rows = await store.capturedRows(source.descriptor.id, { containing, offset: 0, limit: MOST_SHOWN });
  const json = rows.map((one) => `${JSON.stringify(one)}\n`).join('');
  const lines = rows.flatMap(linesOf);
  const words = lines.length === 0 ? 'no such row is on record\n' : `${lines.join('\n')}\n`;
  context.terminal.out(options.json === true ? json : words);
};

const footOf = (
  key: string,
  yes: boolean,
  { pending, report }: Pick<Awaited<ReturnType<typeof withdrawRow>>, 'pending' | 'report'>,
): string => {
  if (report !== null)
    return `${printable(key)} is withdrawn; generation ${report.generation}, which a service that runs takes up by itself within a minute`;
  if (pending !== null)
    return `the withdrawal waits as ${pending}: an answer becomes a no, or stops being one; licet capture --confirm ${pending} --by <another person>`;
  return yes ? 'nothing was written' : 'nothing was written; repeat with --yes to withdraw it';
};

const orderOf = (source: Source, context: Context, options: CaptureOptions) => {
  const by = (options.by ?? '').trim();
  const because = (options.because ?? '').trim();
  if (by.length < 2) throw new UsageError('--by <who> is missing: who withdraws is kept on record');
  if (because.length < 3)
    throw new UsageError('--withdraw wants --because <why>; the reason is kept on record');
  const key = (options.withdraw ?? '').trim();
  if (key === '')
    throw new UsageError('--withdraw wants the key of a row; licet capture <source> --rows shows them');
  return { source, key, by, because, at: context.clock() };
};

/** `licet capture SOURCE --withdraw KEY`: takes back a row that was never right. */
const withdraw = async (context: Context, source: Source, options: CaptureOptions): Promise<void> => {
  const order = orderOf(source, context, options);
  const yes = options.yes === true;
  const registry = await context.open(options, 'as-it-is');
  const { terminal } = context;
  const work = async (): Promise<string> => {
    const done = await withRecording(context, options, registry, (needs) =>
      withdrawRow(needs, order, yes),
    ).catch((cause: unknown) => {
      throw cause instanceof LicetError ? new UsageError(cause.message) : cause;
    });
    const { row, answers } = done;
    const lines = [...linesOf(row), ...showAnswers(answers, terminal), ` ${footOf(order.key, yes, done)}`];
    terminal.out(options.json === true ? `${JSON.stringify(done)}\n` : `${lines.join('\n')}\n`);
    return done.pending === null ? 'done' : `waits as ${done.pending}`;
  };
  const about = `${source.descriptor.id} ${order.key} by ${order.by}: ${order.because}`;
  if (!yes) await work();
  else await act(context, options, 'withdraw', about, work);
};

/** `licet capture SOURCE --withdrawn`: what was taken back, by whom and why. */
const showWithdrawn = async (context: Context, source: Source, options: CaptureOptions): Promise<void> => {
  recordableFields(source.descriptor);
  const { store } = await context.open(options, 'as-it-is');
  const all = await store.withdrawals(source.descriptor.id, MOST_SHOWN);
  const json = all.map((one) => `${JSON.stringify(one)}\n`).join('');
  const lines = all.map(
    ({ key, at, by, because }) => ` ${printable(key)}  ${at}  by ${printable(by)}: ${printable(because)}\n`,
  );
  const words = lines.length === 0 ? 'nothing was taken back of this register\n' : lines.join('');
  context.terminal.out(options.json === true ? json : words);
};

type RowsAct = (context: Context, source: Source, options: CaptureOptions) => Promise<void>;

/** What is to be done with rows on record; null where that is not meant. Throws UsageError for two such things at once. */
export const rowsActOf = ({ rows, withdraw: key, withdrawn }: CaptureOptions): RowsAct | null => {
  const meant = [
    ...(rows === undefined ? [] : [['--rows', showRows] as const]),
    ...(key === undefined ? [] : [['--withdraw', withdraw] as const]),
    ...(withdrawn === undefined ? [] : [['--withdrawn', showWithdrawn] as const]),
  ];
  if (meant.length > 1)
    throw new UsageError(`${meant.map(([option]) => option).join(' and ')} are two things to do; give one`);
  return meant[0]?.[1] ?? null;
};
