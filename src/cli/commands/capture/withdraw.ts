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
export const showRows = async (context: Context, source: Source, options: CaptureOptions): Promise<void> => {
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
  if (report !== null) return `${printable(key)} is withdrawn; generation ${report.generation}`;
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
  return { source, key: options.withdraw ?? '', by, because, at: context.clock() };
};

/** `licet capture SOURCE --withdraw KEY`: takes back a row that was never right. */
export const withdraw = async (context: Context, source: Source, options: CaptureOptions): Promise<void> => {
  const order = orderOf(source, context, options);
  const yes = options.yes === true;
  const registry = await context.open(options, 'as-it-is');
  const { terminal } = context;
  const work = async (): Promise<boolean> => {
    const done = await withRecording(context, options, registry, (needs) =>
      withdrawRow(needs, order, yes),
    ).catch((cause: unknown) => {
      throw cause instanceof LicetError ? new UsageError(cause.message) : cause;
    });
    const { row, answers } = done;
    const lines = [...linesOf(row), ...showAnswers(answers, terminal), ` ${footOf(order.key, yes, done)}`];
    terminal.out(options.json === true ? `${JSON.stringify(done)}\n` : `${lines.join('\n')}\n`);
    return true;
  };
  if (!yes) await work();
  else await act(context, options, 'withdraw', `${source.descriptor.id} ${order.key} by ${order.by}`, work);
};
