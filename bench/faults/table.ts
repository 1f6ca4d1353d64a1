import type { Outcome } from './judge.ts';

/** The outcomes of one page of one source. */
export type Judged = Readonly<{ source: string; file: string; rows: number; outcomes: readonly Outcome[] }>;

const isStopped = ({ state }: Outcome): boolean => state === 'refused' || state === 'held';

/** Faults that touched what is read. */
const real = (outcomes: readonly Outcome[], kind: Outcome['kind']): readonly Outcome[] =>
  outcomes.filter((one) => one.kind === kind && one.state !== 'idle');

const share = (part: number, all: number): string =>
  all === 0 ? '' : `**${Math.floor((part / all) * 1000) / 10} %**`;

const score = (outcomes: readonly Outcome[], stops: (one: Outcome) => boolean = isStopped): string =>
  outcomes.length === 0
    ? ''
    : `${outcomes.filter(stops).length} of ${outcomes.length} ${share(outcomes.filter(stops).length, outcomes.length)}`;

/** A harmless page that is not taken by the second night, or a true change that only an operator could let in though it should need none. */
export const isFalseRefusal = ({ kind, state, mayNeed }: Outcome): boolean =>
  (kind === 'harmless' || kind === 'legitimate' || kind === 'transport-harmless') &&
  state === 'refused' &&
  mayNeed === undefined;

/** A fault that was published though nobody pinned the page. */
export const isSlip = ({ kind, state }: Outcome): boolean =>
  (kind === 'fault' || kind === 'transport') && state === 'published';

export const HEADING = [
  '| source | page | rows | faults stopped by the gate | of them held | with the digest | stopped in transport | false refusals |',
  '|---|---|---|---|---|---|---|---|',
].join('\n');

/** One line of the table; `all` sums several pages. */
export const tableLine = (name: string, file: string, rows: number, outcomes: readonly Outcome[]): string => {
  const faults = real(outcomes, 'fault');
  const pinned = faults.filter((one) => one.pinned !== undefined);
  const good = outcomes.filter(({ kind }) => /harmless|legitimate/.test(kind));
  const held = faults.filter(({ state }) => state === 'held').length;
  const cells = [
    name,
    file,
    String(rows),
    score(faults),
    String(held),
    score(pinned, (one) => one.pinned === true || isStopped(one)),
    score(real(outcomes, 'transport')),
    `${good.filter(isFalseRefusal).length} of ${good.length}`,
  ];
  return `| ${cells.join(' | ')} |`;
};

const ANSWERS: Readonly<Record<Outcome['state'], string>> = {
  published: 'taken at once',
  idle: 'taken at once',
  late: 'held a night, then taken',
  held: 'held',
  refused: 'an operator looks',
};

/** What became of each true change, over all sources. */
export const legitimateLines = (outcomes: readonly Outcome[]): readonly string[] => {
  const all = outcomes.filter(({ kind }) => kind === 'legitimate');
  return [...Map.groupBy(all, ({ fault }) => fault)].map(([fault, of]) => {
    const counts = ['taken at once', 'held a night, then taken', 'an operator looks'].map((answer) =>
      String(of.filter(({ state }) => ANSWERS[state] === answer).length),
    );
    return `| ${fault} | ${counts.join(' | ')} |`;
  });
};

export const LEGITIMATE_HEADING =
  '| a true change | taken at once | held a night, then taken | an operator looks |\n|---|---|---|---|';

/** Everything that came through and should not have, or did not and should have. */
export const wrongLines = ({ source, file, outcomes }: Judged): readonly string[] =>
  outcomes
    .filter((one) => isSlip(one) || isFalseRefusal(one))
    .map(
      (one) =>
        `- ${isSlip(one) ? 'PUBLISHED' : 'FALSE REFUSAL'} ${source}, ${file}: ${one.fault}; ${one.says}`,
    );
