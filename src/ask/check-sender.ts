import type { z } from 'zod';
import type { Language } from '../../schema/base.ts';
import type { Dossier } from '../../schema/institution.ts';
import { reason, renderReason } from '../../schema/reason.ts';
import type { Reason, reasonSchema } from '../../schema/verdict.ts';
import { webFit } from '../identify/web-address.ts';
import type { Reader } from '../store/registry-reader.ts';
import { siteOf, webPlaceOf } from '../text/web-domains.ts';
import { famousWordIn } from '../verdict/offer/famous-words.ts';
import { gatherFacts } from './facts.ts';

/** What can be said of whoever sent an offer: an agency, mostly. `domain` where an address was given. */
export type SenderAnswer = Readonly<{
  given: string;
  domain: string | null;
  notes: readonly z.infer<typeof reasonSchema>[];
}>;

/** The registered domain of a website or of an e-mail address; null for a name. */
const domainOf = (given: string): string | null => {
  const host = webPlaceOf(given)?.host;
  if (host === undefined || !host.includes('.')) return null;
  const { site, suffix } = siteOf(host);
  return suffix === '' ? null : site;
};

/** The hospital that was named beside a sender: its record, or null where nobody was named; `unsettled` where it is not clear who is meant. */
export type NamedHospital = Dossier | 'unsettled' | null;

/** What a domain says: whether it is the one on the record of the hospital named. */
const notesOnDomain = (given: string, hospital: NamedHospital): readonly Reason[] => {
  if (hospital === null) return [reason('sender.name-the-hospital')];
  return hospital === 'unsettled' ? [] : [webFit(given, hospital.traits.website).why];
};

const isOwnSite = (given: string, hospital: NamedHospital): boolean =>
  hospital !== null && hospital !== 'unsettled' && webFit(given, hospital.traits.website).fit === 'agrees';

/**
 * What is known of the sender of an offer. No Chinese register of agencies exists, so its name cannot be looked up; its address is
 * compared with the one on record of the hospital it names, and that hospital's licence says nothing of it.
 */
export const checkSender = async (
  given: string,
  hospital: NamedHospital,
  reader: Reader,
  lang: Language,
): Promise<SenderAnswer> => {
  const domain = domainOf(given);
  const named = domain === null ? (await gatherFacts({ name: given }, reader, false)).dossier : null;
  const own = domain !== null && isOwnSite(given, hospital);
  const word = own || named !== null ? null : famousWordIn(domain === null ? given : siteOf(domain).label);
  const notes: readonly Reason[] = [
    ...(named === null
      ? []
      : [reason('sender.is-on-record', { name: named.title.zh ?? named.title.en ?? given })]),
    ...(domain === null ? [] : notesOnDomain(given, hospital)),
    ...(word === null ? [] : [reason('sender.famous-word', { word })]),
    ...(named === null && !own
      ? [reason('sender.no-register', { given: domain ?? given }), reason('sender.no-trust')]
      : []),
  ];
  return { given, domain, notes: notes.map((one) => renderReason(one, lang)) };
};
