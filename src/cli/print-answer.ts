import type { CommonOptions, Context } from './context.ts';

/** Prints an answer: its own bytes for machines (a last line break only where a person watches), or shown in words. */
export const print = <Answer>(
  { terminal }: Context,
  options: CommonOptions,
  body: string,
  show: (answer: Answer) => string,
): Answer => {
  const answer = JSON.parse(body) as Answer;
  if (options.json !== true) terminal.out(show(answer));
  else terminal.out(terminal.watched ? `${body}\n` : body);
  return answer;
};
