import { createInterface } from 'node:readline/promises';
import type { Decision } from '../../schema/judgement.ts';
import type { Registry } from '../jobs/data-folder.ts';
import { openReviewPairs } from '../registry/review-queue.ts';
import { pairOf, type ShownPair } from '../registry/shown-pair.ts';
import type { DemandStore } from '../store/service/demand.ts';
import type { CommonOptions, Context } from './context.ts';
import { reasonOf, recordJudgement } from './judgement-input.ts';
import { pairLines } from './show/pair.ts';
import { UsageError } from './usage-error.ts';

/** Asks a person one line; null at the end of what they type. */
type AskPerson = (prompt: string) => Promise<string | null>;

/** Lines typed at the terminal of this process. */
const terminalLines = (terminal: Context['terminal']): { ask: AskPerson; close: () => void } => {
  const lines = createInterface({ input: process.stdin });
  const typed = lines[Symbol.asyncIterator]();
  const ask: AskPerson = async (prompt) => {
    terminal.err(prompt);
    const line = await typed.next();
    return line.done === true ? null : line.value;
  };
  return { ask, close: () => lines.close() };
};

const KEYS: Readonly<Record<string, Decision | 'skip' | 'quit'>> = {
  s: 'same',
  d: 'different',
  u: 'unsure',
  k: 'skip',
  '': 'skip',
  q: 'quit',
};

const keyOf = (line: string | null): Decision | 'skip' | 'quit' | null => {
  if (line === null) return 'quit';
  const text = line.trim().toLowerCase();
  return KEYS[text] ?? Object.values(KEYS).find((one) => one === text) ?? null;
};

const askDecision = async (ask: AskPerson): Promise<Decision | 'skip' | 'quit'> => {
  for (;;) {
    const key = keyOf(await ask(' s same · d different · u unsure · k skip · q quit > '));
    if (key !== null) return key;
  }
};

/** What a person says of one pair; recorded at once, so that nothing is lost when they stop. */
const judgeOne = async (
  pair: ShownPair,
  ask: AskPerson,
  by: string,
  context: Context,
  { store }: Registry,
): Promise<'judged' | 'skip' | 'quit'> => {
  const decision = await askDecision(ask);
  if (decision === 'skip' || decision === 'quit') return decision;
  const because = await ask(' because > ');
  if (because === null) return 'quit';
  try {
    const [one, other] = [pair.one.id, pair.other.id];
    const at = context.clock().toISOString();
    await recordJudgement(store, { one, other, decision, by, because: reasonOf(because), at });
    return 'judged';
  } catch (cause) {
    if (!(cause instanceof UsageError)) throw cause;
    context.terminal.err(` not recorded: ${cause.message}\n`);
    return 'skip';
  }
};

/** Walks the queue with a person; gives how many pairs they judged. A judgement may settle later pairs: each is looked at anew. */
export const reviewPairs = async (
  context: Context,
  registry: Registry,
  { demand, ...options }: CommonOptions & Readonly<{ demand: Pick<DemandStore, 'of'> }>,
  by: string,
): Promise<number> => {
  const { terminal, overrides } = context;
  const { ask, close } =
    overrides.answer === undefined
      ? terminalLines(terminal)
      : { ask: overrides.answer, close: () => undefined };
  const seen = new Set<string>();
  let judged = 0;
  try {
    for (;;) {
      const open = await openReviewPairs(registry.store, demand);
      const asked = open.find((one) => !seen.has(`${one.institution} ${one.candidate}`));
      if (asked === undefined) return judged;
      seen.add(`${asked.institution} ${asked.candidate}`);
      const pair = await pairOf(asked, registry.store.reader(), options.lang);
      if (pair === null) continue;
      terminal.out(`${['', ...pairLines(pair, asked.asked, terminal), ''].join('\n')}\n`);
      const done = await judgeOne(pair, ask, by, context, registry);
      if (done === 'quit') return judged;
      if (done === 'judged') judged += 1;
    }
  } finally {
    close();
  }
};
