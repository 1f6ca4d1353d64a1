import type { CapturedRow, Withdrawal } from '../../../schema/withdrawal.ts';
import { LicetError } from '../../errors.ts';
import { CaptureError, recordableFields } from '../../harvest/capture/recordable-fields.ts';
import type { Source } from '../../harvest/catalogue.ts';
import type { RowsOrder, WithdrawalAnswer, WithdrawalOrder } from '../../http/operator/jobs.ts';
import type { Act } from '../../store/operators.ts';
import { withdrawRow } from '../captures/withdraw-row.ts';
import { type JobNeeds, pick, recordNeeds } from './needs.ts';

/** A register whose rows persons record. Throws LICET_NOT_CAPTURED for another. */
const captured = (source: Source): Source => {
  try {
    recordableFields(source.descriptor);
    return source;
  } catch (cause) {
    throw cause instanceof CaptureError ? new LicetError('LICET_NOT_CAPTURED', `${cause.message}.`) : cause;
  }
};

/** The rows of a captured register as they stand on record, newest first. */
export const rowsOnRecord = async (
  needs: JobNeeds,
  { source, containing, offset, limit }: RowsOrder,
): Promise<readonly CapturedRow[]> => {
  const { descriptor } = captured(pick(needs, source));
  return needs.store.capturedRows(descriptor.id, { containing, offset, limit });
};

/** What was taken back of a captured register, newest first: by whom and why. */
export const withdrawalsOn = async (
  needs: JobNeeds,
  { source, limit }: Readonly<{ source: string; limit: number }>,
): Promise<readonly Withdrawal[]> =>
  needs.store.withdrawals(captured(pick(needs, source)).descriptor.id, limit);

/** Takes a row back that was never right, as `withdrawRow` says. */
export const doWithdraw = async (
  needs: JobNeeds,
  { act, source, key, because, dryRun }: WithdrawalOrder & Readonly<{ act: Act }>,
): Promise<WithdrawalAnswer> => {
  const at = new Date(act.at);
  const order = { source: captured(pick(needs, source)), key, by: act.operator, because, at };
  const { row, answers, pending, report } = await withdrawRow(recordNeeds(needs, at), order, !dryRun);
  return {
    ...{ source, key, row, withdrawn: report !== null, by: act.operator, at: act.at, answers, pending },
    run: report?.id ?? null,
    generation: report?.generation ?? needs.store.reader().generation,
  };
};
