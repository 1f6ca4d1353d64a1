import type { Language } from '../../schema/base.ts';
import { terminalWords } from '../../schema/lexicon/terminal-words.ts';
import type { Told, WatchEvent } from '../../schema/watch.ts';

/**
 * What a watched hospital is called where it is told of: by the name it was asked by, else by the one on record, else by the number that stands
 * for it; null where nothing does. `told`: what was told of it; null as long as nothing was.
 */
export const watchedName = (
  { institution }: WatchEvent['question'],
  told: Pick<Told, 'name'> | null,
  lang: Language,
): string | null => {
  const { zh = null, en = null } = told?.name ?? {};
  const onRecord = lang === 'zh' ? (zh ?? en) : (en ?? zh);
  const { name, licenceNumber, uscc, id } = institution;
  return name ?? onRecord ?? licenceNumber ?? uscc ?? id ?? null;
};

/** One line of an event: of which hospital, by the partner's reference where that is asked for, which answer has become which. */
export const eventLine = (
  { question, reference, before, after }: WatchEvent,
  lang: Language,
  { referenced }: Readonly<{ referenced: boolean }>,
): string => {
  const [from, to] = [before, after].map(({ outcome }) => terminalWords.outcomes[outcome][lang]);
  const ours = referenced && reference !== null ? ` (${reference})` : '';
  return `${watchedName(question, after, lang) ?? ''}${ours}: ${from} → ${to}`;
};
