import type { Language } from '../../schema/base.ts';
import { terminalWords } from '../../schema/lexicon/terminal-words.ts';
import type { WatchEvent } from '../../schema/watch.ts';

/** What a watched hospital is called where it is told of: by its name, or by the first thing that stands for it; null where nothing does. */
export const watchedName = ({ institution }: WatchEvent['question']): string | null =>
  institution.name ?? institution.licenceNumber ?? institution.uscc ?? institution.id ?? null;

/** One line of an event: of which hospital, by the partner's reference where that is asked for, which answer has become which. */
export const eventLine = (
  { question, reference, before, after }: WatchEvent,
  lang: Language,
  { referenced }: Readonly<{ referenced: boolean }>,
): string => {
  const [from, to] = [before, after].map(({ outcome }) => terminalWords.outcomes[outcome][lang]);
  const ours = referenced && reference !== null ? ` (${reference})` : '';
  return `${watchedName(question) ?? ''}${ours}: ${from} → ${to}`;
};
