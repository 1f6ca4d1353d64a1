import type { Language } from '../../../schema/base.ts';
import type { Dossier } from '../../../schema/institution.ts';
import type { Verdict } from '../../../schema/verdict.ts';
import { ask as answerTo, askAbout } from '../../ask/ask.ts';
import type { Reader } from '../../store/registry-reader.ts';
import { claimCode, treatmentCode } from '../../verdict/offer/code-of-words.ts';
import { findService } from '../../verdict/vocabulary/services.ts';

/** What the address of a badge asks about: the code of a treatment or a mark (null: the licence), or what is wrong with it. */
type BadgeAsk = Readonly<{ ask: string | null; problem?: string }>;

/** Reads `service` and `claim` of a badge's address, as codes or in everyday words: one of them, or none. */
export const readAsk = (service?: string, claim?: string): BadgeAsk => {
  if (service !== undefined && claim !== undefined)
    return { ask: null, problem: 'service and claim: a badge speaks of one of them' };
  if (claim !== undefined) {
    const code = claimCode(claim);
    return code === undefined
      ? { ask: null, problem: 'claim must be a claim of /v1/schemes, or words that mean one' }
      : { ask: code === 'licence' ? null : code };
  }
  if (service === undefined) return { ask: null };
  const code = treatmentCode(service);
  return code === undefined
    ? { ask: null, problem: 'service must be a code of /v1/technologies, or words that mean one treatment' }
    : { ask: code };
};

/** The verdict that a badge states: about one treatment or one mark of an institution that its id settles, or its licence. */
export const badgeVerdict = async (
  dossier: Dossier,
  ask: string | null,
  lang: Language,
  reader: Reader,
  now: Date,
): Promise<Verdict> => {
  if (ask === null) return askAbout(dossier, lang, reader.reference, now);
  const asked = findService(ask) === undefined ? { claims: [ask] } : { claims: [], service: ask };
  return answerTo({ institution: { id: dossier.id }, ...asked, lang }, reader, now);
};
