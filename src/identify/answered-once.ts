import type { Identification } from '../../schema/verdict.ts';
import type { Reader } from '../store/registry-reader.ts';
import { lastFew, onceEach } from '../text/remembered.ts';
import type { NameFinder } from './search.ts';

/** Answers kept of a generation: the rules ask for the same names again for one question, so that few are enough. */
const ANSWERS_KEPT = 64;
const keptBy = onceEach((_: Reader) =>
  onceEach((_finder: NameFinder) => lastFew<Promise<Identification>>(ANSWERS_KEPT)),
);

/** What `find` answers to a question of this key, kept for the next few of this reader and index; what fails is asked anew. */
export const answeredOnce = (
  reader: Reader,
  finder: NameFinder,
  key: string,
  find: () => Promise<Identification>,
): Promise<Identification> => {
  const answers = keptBy(reader)(finder);
  const known = answers.get(key);
  if (known !== undefined) return known;
  const answer = find();
  answers.set(key, answer);
  answer.catch(() => answers.delete(key));
  return answer;
};
