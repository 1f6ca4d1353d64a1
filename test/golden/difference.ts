import type { Answer } from './answer.ts';
import type { Recording } from './recording.ts';

/** One answer that is not what was recorded. */
export type Change = Readonly<{ kind: string; label: string; lines: readonly string[] }>;

const MOST_LINES = 10;
const LONGEST_LINE = 200;

/** An answer in lines: JSON indented, HTML and SVG one element a line. */
const linesOf = (text: string): readonly string[] => {
  const [head = '', ...rest] = text.split('\n\n');
  const body = rest.join('\n\n');
  const shown = /^[{[]/.test(body)
    ? JSON.stringify(JSON.parse(body), null, 1)
    : body.replaceAll('><', '>\n<');
  return [...head.split('\n'), ...shown.split('\n')];
};

/** Lines of one that the other has not, counting how often each stands there. */
const only = (one: readonly string[], other: readonly string[]): readonly string[] => {
  const left = new Map<string, number>();
  for (const line of other) left.set(line, (left.get(line) ?? 0) + 1);
  return one.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
};

const cut = (sign: string, lines: readonly string[]): readonly string[] =>
  lines.map((line) => `${sign} ${line.trim().slice(0, LONGEST_LINE)}`);

/** The first lines that differ: what was recorded (-) and what is said now (+), in turns. */
const difference = (before: string, now: string): readonly string[] => {
  const [old, fresh] = [linesOf(before), linesOf(now)];
  const gone = cut('-', only(old, fresh));
  const come = cut('+', only(fresh, old));
  const turns = Array.from({ length: Math.max(gone.length, come.length) }, (_, at) => [gone[at], come[at]]);
  const lines = turns.flat().filter((line) => line !== undefined);
  if (lines.length === 0) return ['the same lines in another order'];
  const more = lines.length - MOST_LINES;
  return more > 0 ? [...lines.slice(0, MOST_LINES), `… and ${more} lines more`] : lines;
};

const compare = (recorded: Answer | undefined, now: Answer): readonly Change[] => {
  const { kind, label } = now;
  if (recorded === undefined) return [{ kind, label, lines: ['was not recorded'] }];
  if (recorded.hash === now.hash) return [];
  return [{ kind, label, lines: difference(recorded.text, now.text) }];
};

/** A question may be asked twice: each time is held against its own recording. */
const numbered = (answers: readonly Answer[]): ReadonlyMap<string, Answer> => {
  const times = new Map<string, number>();
  return new Map(
    answers.map((answer) => {
      const time = (times.get(answer.label) ?? 0) + 1;
      times.set(answer.label, time);
      return [`${answer.label} ${time}`, answer] as const;
    }),
  );
};

/** Every answer that changed, came or went. */
export const changesBetween = (recorded: Recording, now: Recording): readonly Change[] => {
  const [old, fresh] = [numbered(recorded.answers), numbered(now.answers)];
  const changed = [...fresh].flatMap(([key, answer]) => compare(old.get(key), answer));
  const gone = [...old].flatMap(([key, { kind, label }]) =>
    fresh.has(key) ? [] : [{ kind, label, lines: ['is not asked any more'] }],
  );
  return [...changed, ...gone];
};

export const inWords = ({ label, lines }: Change): string =>
  [label.replace('\t', ': '), ...lines.map((line) => `    ${line}`)].join('\n');

/** How many of each kind. */
export const countByKind = (found: readonly Readonly<{ kind: string }>[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { kind } of found) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
};
