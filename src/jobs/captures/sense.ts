import type { AnswerChange } from '../../../schema/answer-change.ts';
import { canonicalJson } from '../../text/canonical-json.ts';

/** Which answers become which. An institution that is not on record yet is known by its name: its id may be given otherwise next time. */
export const sense = (answers: readonly AnswerChange[]): string =>
  canonicalJson(
    answers
      .map(({ institution, title, service, before, after }) =>
        canonicalJson({ of: before === null ? title.zh : institution, service, before, after }),
      )
      .sort(),
  );
