import type { FieldError } from '../../errors.ts';
import type { NewWatchEntry } from '../../store/service/watches.ts';
import type { Deps } from '../deps.ts';
import { refuse } from '../refuse.ts';

/** Errors that are told at once; whoever mistyped more has taken another list's ids. */
const MOST_TOLD = 50;

/** Tells of each entry whether its id, where it has one, is that of an institution on record. */
export const onRecord = (deps: Pick<Deps, 'answers'>) => {
  const { answers } = deps;
  const epoch = answers.epoch();
  return async ({ question }: NewWatchEntry): Promise<boolean> =>
    question.institution.id === undefined || answers.isOnRecord(epoch, question.institution.id);
};

/**
 * Refuses a watch that names an id nobody has: it would wait for ever. Throws LICET_BAD_QUESTION with the place of each, up to 50.
 */
export const refuseUnknownIds = async (
  deps: Pick<Deps, 'answers'>,
  entries: readonly NewWatchEntry[],
): Promise<void> => {
  const isKnown = onRecord(deps);
  const errors: FieldError[] = [];
  for (const [at, entry] of entries.entries()) {
    if (errors.length >= MOST_TOLD) break;
    if (!(await isKnown(entry)))
      errors.push({
        field: `/entries/${at}/id`,
        problem: 'is the id of no hospital on record',
        expected: 'the id of an answer or of /v1/institutions?name=…, or `name` in its place',
      });
  }
  if (errors.length > 0) refuse([{ code: 'LICET_BAD_QUESTION', errors }]);
};
