import type { Language } from '../../../schema/base.ts';
import { renderReason } from '../../../schema/reason.ts';
import { identify } from '../../identify/identify.ts';
import { scoreOffered } from '../../verdict/candidates.ts';
import { summariseInstitution } from '../../verdict/summary.ts';
import type { Deps } from '../deps.ts';
import type { InstitutionsQuery } from '../shapes/institution-queries.ts';

const USUAL = 10;

/** Which institutions a name could mean; who is settled comes first. */
export const searchInstitutions = async (
  asked: InstitutionsQuery & Readonly<{ name: string }>,
  deps: Pick<Deps, 'reader'>,
  language: Language,
) => {
  const { name, province, city, address, website, limit = USUAL } = asked;
  const reader = deps.reader();
  const found = await identify({ name, province, city, address, website }, reader);
  const settled = found.id === null ? [] : [{ id: found.id, score: found.score, why: found.why }];
  const others = found.candidates.filter(({ id }) => id !== found.id);
  const candidates = [];
  for (const { id, score, why } of [...settled, ...others].slice(0, limit)) {
    const dossier = await reader.dossier(id);
    if (dossier === undefined) continue;
    candidates.push({
      ...summariseInstitution(dossier),
      score: id === found.id ? score : scoreOffered(score),
      why: why.map((one) => renderReason(one, language)),
    });
  }
  const why = found.why.map((one) => renderReason(one, language));
  return { match: found.match, why, candidates, generation: reader.generation };
};
