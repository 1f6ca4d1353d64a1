import { LicetError } from '../../../errors.ts';
import { loadCatalogue, type Source } from '../../../harvest/catalogue.ts';
import { decidePending, type SecondLook } from '../../../jobs/captures/second-person.ts';
import type { PendingCapture } from '../../../store/service/pending-captures.ts';
import type { Context } from '../../context.ts';
import { withState } from '../../registry.ts';
import { showAnswers } from '../../show/capture-rows.ts';
import { UsageError } from '../../usage-error.ts';
import { printable } from '../../width.ts';
import { act } from '../operator/acting.ts';
import type { CaptureOptions } from './options.ts';
import { withRecording } from './with-recording.ts';

const MOST_SHOWN = 1_000;

const linesOf = (
  { terminal }: Context,
  { id, at, by, source, rows, proof, answers, withdraws, because }: PendingCapture,
) => [
  ` ${id}  ${at}  ${source}  by ${printable(by)}${proof === null ? '' : `  page ${proof.sha256.slice(0, 12)}`}`,
  ...(withdraws === null ? [] : [`   withdraws ${printable(withdraws)}: ${printable(because ?? '')}`]),
  ...rows.map(({ fields }) => `   ${printable(Object.values(fields).filter(Boolean).join(' · '))}`),
  ...showAnswers(answers, terminal),
];

/** `licet capture --pending`: what waits for a second person. */
export const showPending = async (context: Context, options: CaptureOptions): Promise<void> => {
  const waiting = await withState(context, options, (state) => state.pendingCaptures.waiting(MOST_SHOWN));
  const json = waiting.map((one) => `${JSON.stringify(one)}\n`).join('');
  const lines = waiting.flatMap((one) => linesOf(context, one));
  const words = lines.length === 0 ? 'no capture waits for a second person\n' : `${lines.join('\n')}\n`;
  context.terminal.out(options.json === true ? json : words);
};

type Decided = Pick<SecondLook, 'id' | 'decision'>;

const numberIn = (option: string, given: string): number => {
  if (/^\d{1,12}$/.test(given)) return Number(given);
  throw new UsageError(`${option} ${printable(given)} is no number; licet capture --pending shows them`);
};

/** What is decided about which capture; null where none is. Throws UsageError for a rejection without a reason. */
export const decisionOf = ({ confirm, reject, because }: CaptureOptions): Decided | null => {
  if (confirm !== undefined && reject !== undefined)
    throw new UsageError('--confirm and --reject are two decisions; give one');
  if (confirm !== undefined) return { id: numberIn('--confirm', confirm), decision: { is: 'confirm' } };
  if (reject === undefined) return null;
  const reason = (because ?? '').trim();
  if (reason.length < 3) throw new UsageError('--reject wants --because <why>; the reason is kept on record');
  return { id: numberIn('--reject', reject), decision: { is: 'reject', reason } };
};

const asUsage = (cause: unknown): unknown =>
  cause instanceof LicetError ? new UsageError(cause.message) : cause;

/** `licet capture --confirm N` and `--reject N`, by somebody else than who looked. */
export const decide = async (context: Context, options: CaptureOptions, decided: Decided): Promise<void> => {
  const by = (options.by ?? '').trim();
  if (by.length < 2) throw new UsageError('--by <who> is missing: who decides is kept on record');
  const registry = await context.open(options, 'as-it-is');
  const sources = await loadCatalogue(context.overrides.catalogue);
  const sourceOf = (id: string): Source => {
    const found = sources.find(({ descriptor }) => descriptor.id === id);
    if (found === undefined)
      throw new LicetError('LICET_UNKNOWN_SOURCE', `${id} is not a source any more; reject the capture`);
    return found;
  };
  const about = `${decided.id} by ${by}`;
  await act(context, options, `capture.${decided.decision.is}`, about, async () => {
    const done = await withRecording(context, options, registry, (needs) =>
      decidePending(needs, sourceOf, { ...decided, by, at: context.clock() }),
    ).catch((cause: unknown) => {
      throw asUsage(cause);
    });
    const { waiting, report } = done;
    const words =
      report === null
        ? `capture ${waiting.id} is rejected; nothing of it is published\n`
        : `capture ${waiting.id} is confirmed and ${waiting.withdraws === null ? 'recorded' : 'withdrawn'}; generation ${report.generation}\n`;
    const json = { id: waiting.id, decision: decided.decision.is, report };
    context.terminal.out(options.json === true ? `${JSON.stringify(json)}\n` : words);
    return true;
  });
};
