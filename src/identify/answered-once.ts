import type { Identification } from '../../schema/verdict.ts';
import type { Reader } from '../store/registry-reader.ts';
import { lastFew } from '../text/remembered.ts';
import type { NameFinder } from './search.ts';

/** Answers kept of a generation: the rules ask for the same names again for one question, so that few are enough. */
const ANSWERS_KEPT = 64;
type Kept = Readonly<{ finder: NameFinder; answers: ReturnType<typeof lastFew<Promise<Identification>>> }>;
const kept = new WeakMap<Reader, Kept>();

const keptBy = (reader: Reader, finder: NameFinder): Kept['answers'] => {
  const known = kept.get(reader);
  if (known?.finder === finder) return known.answers;
  const answers: Kept['answers'] = lastFew(ANSWERS_KEPT);
  kept.set(reader, { finder, answers });
  return answers;
};

/** What `find` answers to a question of this key, kept for the next few of this reader and index; what fails is asked anew. */
export const answeredOnce = (
  reader: Reader,
  finder: NameFinder,
  key: string,
  find: () => Promise<Identification>,
): Promise<Identification> => {
  const answers = keptBy(reader, finder);
  const known = answers.get(key);
  if (known !== undefined) return known;
  const answer = find();
  answers.set(key, answer);
  answer.catch(() => answers.delete(key));
  return answer;
};
