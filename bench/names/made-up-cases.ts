import { textListBuilder } from '../../src/names/index/text-list.ts';
import type { NameRow } from '../../src/store/registry-reader.ts';
import type { Asked } from './engine.ts';
import { type MadeUpQuestion, madeUpQuestions } from './made-up-questions.ts';
import { madeUpNames } from './made-up-register.ts';

/** Names that may be asked for: enough that hardly one is asked for twice. */
const TARGETS = 20_000;

/** Numbers of institutions are the end of their ids. */
const numberOf = (institution: string): number => Number(institution.replace(/^\D+/u, ''));

/** All that is kept of a million names to judge answers by: a run of text, not objects. */
const register = (size: number) => {
  const texts = textListBuilder();
  const targets: NameRow[] = [];
  const values = new Set<string>();
  const stride = Math.max(1, Math.floor(size / TARGETS));
  let mine: string[] = [];
  let before: string | null = null;
  const flush = (): void => {
    if (before !== null) texts.push(mine.join('\n'));
    mine = [];
  };
  for (const row of madeUpNames(size)) {
    if (row.institution !== before) flush();
    if (row.institution !== before) mine.push(row.city ?? '');
    before = row.institution;
    mine.push(row.value);
    values.add(row.value);
    if (row.kind === 'legal' && numberOf(row.institution) % stride === 0) targets.push(row);
  }
  flush();
  return { texts: texts.done(), targets, values };
};

/**
 * Questions about made-up institutions. Right is the one that was meant, one of the same name, or one whose own name the same
 * change turns into the same question (a name without its town may be many towns').
 */
export const madeUpCases = (size: number, each: number): Asked[] => {
  const { texts, targets, values } = register(size);
  const right = ({ query, target, same }: MadeUpQuestion, institution: string): boolean => {
    if (institution === target.institution) return true;
    const [city = '', ...names] = texts.at(numberOf(institution)).split('\n');
    return names.some((name) => name === target.value || same?.(name, city) === query);
  };
  return madeUpQuestions(targets, each, (query) => values.has(query)).map((one) => ({
    kind: one.kind,
    query: one.query,
    right: (institution) => right(one, institution),
  }));
};
