import type { Judgement } from '../../../schema/judgement.ts';
import type { Registry } from '../../jobs/data-folder.ts';
import { inNight } from '../../jobs/night.ts';
import { openReviewPairs } from '../../registry/review-queue.ts';
import { pairOf } from '../../registry/shown-pair.ts';
import type { Generations } from '../../store/generations.ts';
import { shanghaiDay } from '../../text/dates.ts';
import type { AddCommand, CommonOptions, Context } from '../context.ts';
import { withCommandLease } from '../harvesting.ts';
import { common, examples } from '../help.ts';
import { decisionOf, judgeOf, reasonOf, recordJudgement } from '../judgement-input.ts';
import { withState } from '../registry.ts';
import { restoreJudgements } from '../restore-judgements.ts';
import { reviewPairs } from '../review-pairs.ts';
import { pairLines } from '../show/pair.ts';
import { UsageError } from '../usage-error.ts';
import { printable } from '../width.ts';

type JudgeOptions = CommonOptions &
  Readonly<{ list?: true; history?: true; restore?: string; by?: string; because?: string }>;

/** Publishes what was judged as one generation. */
const publish = (context: Context, registry: Registry) => {
  const { store, archive } = registry;
  const night = { store, archive, now: context.clock(), clock: context.clock, kind: 'judgement' as const };
  return withCommandLease(context, registry, () => inNight(night, async () => []));
};

const list = async (context: Context, { store }: Registry, options: JudgeOptions): Promise<void> => {
  const { terminal } = context;
  const open = await withState(context, options, ({ demand }) => openReviewPairs(store, demand));
  for (const asked of open) {
    const pair = await pairOf(asked, store.reader(), options.lang);
    if (pair === null) continue;
    terminal.out(
      options.json === true
        ? `${JSON.stringify({ ...pair, asked: asked.asked })}\n`
        : `${pairLines(pair, asked.asked, terminal).join('\n')}\n\n`,
    );
  }
  terminal.err(`${open.length} pairs to judge: licet judge --by <who>\n`);
};

const historyLine = (given: Judgement): string =>
  ` ${shanghaiDay(new Date(given.at))}  ${given.one}  ${given.other}  ${given.decision}  ${printable(given.by)}: ${printable(given.because)}  (generation ${given.generation})`;

const history = async ({ terminal }: Context, { store }: Registry, options: JudgeOptions): Promise<void> => {
  for (const given of await store.judgements())
    terminal.out(`${options.json === true ? JSON.stringify(given) : historyLine(given)}\n`);
};

const known = async (which: string, id: string, store: Pick<Generations, 'reader'>): Promise<void> => {
  const reader = store.reader();
  if ((await reader.dossier(id)) !== undefined || (await reader.redirect(id)) !== undefined) return;
  throw new UsageError(
    `${which} no institution has the id "${printable(id)}"; ids are shown by licet judge --list and licet institution`,
  );
};

const direct = async (
  context: Context,
  registry: Registry,
  options: JudgeOptions,
  [one, other, word]: readonly (string | undefined)[],
): Promise<void> => {
  const { store } = registry;
  if (one === undefined || other === undefined)
    throw new UsageError('[b] is missing: two ids and what they are, or nothing to walk the queue');
  const decision = decisionOf(word);
  const [by, because] = [judgeOf(options.by), reasonOf(options.because)];
  await known('[a]', one, store);
  await known('[b]', other, store);
  if (one === other) throw new UsageError('[b] is the same id as [a]; a judgement is about two records');
  const at = context.clock().toISOString();
  const fresh = await recordJudgement(store, { one, other, decision, by, because, at });
  const report = await publish(context, registry);
  if (options.json === true)
    context.terminal.out(`${JSON.stringify({ recorded: fresh, generation: report.generation })}\n`);
  else {
    const said = fresh ? 'recorded' : 'was said before; nothing changed';
    context.terminal.out(` ${decision}: ${said}; generation ${report.generation}\n`);
  }
};

const judge =
  (context: Context) =>
  async (a: string | undefined, b: string | undefined, word: string | undefined, options: JudgeOptions) => {
    const registry = await context.open(options, 'as-it-is');
    if (options.list === true) return list(context, registry, options);
    if (options.history === true) return history(context, registry, options);
    if (options.restore !== undefined) {
      const taken = await restoreJudgements(options.restore, registry.store);
      const { generation } = taken > 0 ? await publish(context, registry) : registry.store.reader();
      return context.terminal.out(` ${taken} judgements taken in; generation ${generation}\n`);
    }
    if (a !== undefined) return direct(context, registry, options, [a, b, word]);
    const by = judgeOf(options.by);
    const { judged, left } = await withState(context, options, async ({ demand }) => ({
      judged: await reviewPairs(context, registry, { ...options, demand }, by),
      left: (await openReviewPairs(registry.store, demand)).length,
    }));
    const { generation } = judged > 0 ? await publish(context, registry) : registry.store.reader();
    context.terminal.out(` ${judged} judged, ${left} left; generation ${generation}\n`);
  };

/** `licet judge`: a person says of two records whether they are one institution. */
export const addJudge: AddCommand = (program, context) => {
  const command = program
    .command('judge')
    .alias('review')
    .description('say of two records whether they are one institution; alone, it walks the queue')
    .argument('[a]', 'registry id of one record; also one that was merged')
    .argument('[b]', 'registry id of the other')
    .argument('[decision]', 'same, different or unsure; the newest of a pair counts')
    .option('--by <who>', 'who judges; kept on record, in no public answer')
    .option('--because <text>', 'what shows it')
    .option('--list', 'the pairs still to judge')
    .option('--history', 'every judgement ever given')
    .option('--restore <file>', 'take in what --history --json printed, after a registry was rebuilt');
  common(command).addHelpText(
    'after',
    examples([
      'licet judge --list --json',
      'licet judge --by "Made-up Name"',
      'licet judge <a> <b> same --by "Made-up Name" --because "one address and one telephone on both websites"',
    ]),
  );
  command.action(judge(context));
};
