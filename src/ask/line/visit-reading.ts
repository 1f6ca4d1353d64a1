import type { Question } from '../../../schema/question.ts';
import { reason } from '../../../schema/reason.ts';
import { visitIn } from '../../identify/beside/visit.ts';
import type { Reader } from '../../store/registry-reader.ts';
import { signOfLine } from '../../verdict/offer/unlawful.ts';
import { type Facts, gatherFacts } from '../facts.ts';
import { bearsTheName } from './bears-name.ts';

/** A question as it was read, and the facts about it. */
export type Asked = Readonly<{ question: Question; facts: Facts }>;

/** The reading of a line that says no more beside a hospital than that somebody goes there to be treated, which is said; null for any other. */
export const visitReading = async (
  question: Question,
  facts: Facts,
  reader: Reader,
  remembered: boolean,
): Promise<Asked | null> => {
  const { id, match } = facts.identification;
  const line = question.institution.name ?? '';
  const settled = match === 'exact' || bearsTheName(facts);
  const visit = settled ? null : visitIn(line);
  // An operation that is warned of (戒毒手术) is none in general.
  if (visit === null || (visit.words !== '' && signOfLine(line) !== null)) return null;
  const about = { ...question, institution: { ...question.institution, name: visit.name } };
  const alone = await gatherFacts(about.institution, reader, false, remembered);
  const { identification } = alone;
  const fits =
    identification.id === null
      ? identification.match === 'ambiguous' && id === null
      : (id ?? identification.id) === identification.id;
  if (!fits) return null;
  const said =
    visit.words === '' || identification.id === null
      ? []
      : [reason('name.words-aside', { words: visit.words })];
  return {
    question: about,
    facts: { ...alone, identification: { ...identification, why: [...identification.why, ...said] } },
  };
};
