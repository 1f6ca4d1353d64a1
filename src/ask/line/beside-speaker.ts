import type { Question } from '../../../schema/question.ts';
import type { Identification } from '../../../schema/verdict.ts';
import { severalBear } from '../../identify/results.ts';
import type { Reader } from '../../store/registry-reader.ts';
import { dossiers, type Facts, gatherFacts } from '../facts.ts';

type Candidates = Identification['candidates'];

/** Who is meant by a name in a place, or may be. */
const inPlace = ({ id, match, score, why, candidates }: Identification): Candidates => {
  if (id !== null) return [{ id, score, why }];
  return match === 'ambiguous' || why.some(({ code }) => code === 'name.nearest') ? candidates : [];
};

/**
 * The facts about a hospital that a sentence settles on, or a choice between it and those that are called so where whoever asks is: 我在深圳，想去阜外医院 may mean the one in 深圳.
 * `homes`: where they are.
 */
export const besideSpeaker = async (
  { institution }: Question,
  facts: Facts,
  homes: readonly string[],
  reader: Reader,
): Promise<Facts> => {
  const { id, score, why } = facts.identification;
  const { name, city, province } = institution;
  if (id === null || name === undefined || city !== undefined || province !== undefined) return facts;
  for (const home of homes) {
    const { identification } = await gatherFacts({ ...institution, city: home }, reader, false, false);
    const others = inPlace(identification).filter((one) => one.id !== id);
    if (others.length === 0) continue;
    const choice = severalBear(name, [{ id, score, why }, ...others]);
    const candidates = await dossiers(
      choice.candidates.map((one) => one.id),
      reader,
    );
    return { ...facts, identification: choice, dossier: null, candidates };
  }
  return facts;
};
