import type { AnswerChange } from '../../../schema/answer-change.ts';
import type { CapturedRow } from '../../../schema/withdrawal.ts';
import { LicetError } from '../../errors.ts';
import type { Source } from '../../harvest/catalogue.ts';
import type { SourceReport } from '../../harvest/source-report.ts';
import type { PendingCapture } from '../../store/service/pending-captures.ts';
import type { Withdrawals } from '../../store/withdrawals.ts';
import { inNight, type NightReport } from '../night.ts';
import { answersAfter, isNo } from './answer-changes.ts';
import type { Recorded, RecordNeeds } from './record-rows.ts';
import { sense } from './sense.ts';

/** A row that was never right, who says so and why. */
type WithdrawOrder = Readonly<{ source: Source; key: string; by: string; because: string; at: Date }>;

const mustBeCaptured = ({ descriptor: { id, how } }: Source): void => {
  if (how === 'captured') return;
  throw new LicetError(
    'LICET_NOT_CAPTURED',
    `${id} is read by Licet itself: what is wrong on its list is for its publisher to mend, and only rows that a person recorded can be withdrawn.`,
  );
};

const notOnRecord = (source: string, key: string): LicetError =>
  new LicetError('LICET_UNKNOWN_CAPTURE', `${source} has no row under ${key} on record.`, [
    { field: '/key', problem: 'is not the key of a row on record', expected: 'a key as the rows show it' },
  ]);

/** The row that is meant, as it stands now. Throws LICET_NOT_CAPTURED and LICET_UNKNOWN_CAPTURE. */
const rowMeant = async (
  { store }: Pick<RecordNeeds, 'store'>,
  { source, key }: Pick<WithdrawOrder, 'source' | 'key'>,
): Promise<CapturedRow> => {
  mustBeCaptured(source);
  const { id } = source.descriptor;
  const row = await store.capturedRow(id, key);
  if (row === undefined) throw notOnRecord(id, key);
  return row;
};

/** What a night reports of a register that lost a row in this way. */
const reportOf = (source: string): SourceReport => ({
  source,
  state: 'accepted',
  ...{ rows: 0, added: 0, changed: 0, removed: 1, missing: 0, issues: 0 },
  refusals: [],
  asOf: null,
});

const takeBack = async (
  store: Withdrawals,
  { source, key, by, because, at }: WithdrawOrder,
): Promise<readonly SourceReport[]> => {
  const { id } = source.descriptor;
  const done = await store.withdraw({ source: id, key, by, because, at: at.toISOString() });
  return done ? [reportOf(id)] : [];
};

const publish = ({ store, archive }: RecordNeeds, order: WithdrawOrder, now: Date): Promise<NightReport> =>
  inNight({ store, archive, now, clock: () => now, kind: 'capture' }, () => takeBack(store, order));

const changesBy = (needs: RecordNeeds, order: WithdrawOrder): Promise<readonly AnswerChange[]> =>
  answersAfter(needs, order.at, ({ store }) => takeBack(store, order));

/** An answer that becomes a no, and one that stops being a no: neither may rest on the word of one person. */
const wantsSecond = (answers: readonly AnswerChange[]): boolean =>
  answers.some(({ negative, before }) => negative || isNo(before));

/**
 * Takes back what was recorded under a key, with every earlier version of it, as if it had never been read. Where an answer becomes a no
 * by it, or stops being one, nothing happens until a second person has confirmed. `record` false only says which answers become others.
 * Throws LICET_NOT_CAPTURED for a list that Licet reads itself, LICET_UNKNOWN_CAPTURE where no such row is on record.
 */
export const withdrawRow = async (
  needs: RecordNeeds,
  order: WithdrawOrder,
  record: boolean,
): Promise<Recorded & Readonly<{ row: CapturedRow }>> => {
  const row = await rowMeant(needs, order);
  if (!record) return { row, answers: await changesBy(needs, order), pending: null, report: null };
  return needs.underLease(async () => {
    await needs.store.refresh();
    const found = await rowMeant(needs, order);
    const answers = await changesBy(needs, order);
    if (!wantsSecond(answers))
      return { row: found, answers, pending: null, report: await publish(needs, order, order.at) };
    const { key, by, because, at, source } = order;
    const pending = await needs.pending.add({
      ...{ at: at.toISOString(), by, source: source.descriptor.id, answers, because, withdraws: key },
      rows: [{ row: 1, fields: found.raw, asOf: found.asOf ?? '', lookedOn: null, read: false }],
      proof: { sha256: found.sha256, contentType: 'text/csv' },
    });
    return { row: found, answers, pending, report: null };
  });
};

const cannot = (why: string): LicetError => new LicetError('LICET_CANNOT_DECIDE', why);

type Waiting = PendingCapture & Readonly<{ withdraws: string }>;

/** Whether what waits takes a row back. */
export const isWithdrawal = (one: PendingCapture): one is Waiting => one.withdraws !== null;

/**
 * Publishes a withdrawal that waited, in both names; to be called under the lease. One that was cut off is finished by confirming again.
 * Throws LICET_CANNOT_DECIDE where the row is another one by now, or other answers would become others than were shown.
 */
export const confirmWithdrawal = async (
  needs: RecordNeeds,
  source: Source,
  waiting: Waiting,
  { by, at, begin }: Readonly<{ by: string; at: Date; begin: () => Promise<void> }>,
): Promise<NightReport> => {
  const { id, withdraws: key, because } = waiting;
  const names = `${waiting.by}; ${by}`;
  const order = { source, key, by: names, because: because ?? '', at: new Date(waiting.at) };
  const row = await needs.store.capturedRow(source.descriptor.id, key);
  if (row === undefined && waiting.state !== 'confirming')
    throw cannot(`The row that withdrawal ${id} takes back is not on record any more: reject it.`);
  if (row !== undefined) {
    if (row.sha256 !== waiting.proof?.sha256)
      throw cannot(`The row that withdrawal ${id} takes back was recorded anew: reject it, and look again.`);
    const answers = await changesBy(needs, order);
    if (sense(answers) !== sense(waiting.answers)) {
      await needs.pending.showAnew(id, answers);
      throw cannot(
        `The registry has changed since withdrawal ${id} was sent: look again at what it would change.`,
      );
    }
  }
  await begin();
  return publish(needs, order, at);
};
