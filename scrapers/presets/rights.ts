import { licenceNotes } from '../../schema/lexicon/source-notes.ts';
import type { Descriptor } from '../../schema/source.ts';

type Rights = Descriptor['rights'];

/** Facts of a government list: single rows may be shown. `attribution` is who is named beside them. */
export const governmentFacts = (attribution: string): Rights => ({
  licence: licenceNotes.government,
  attribution,
  redistribute: 'rows',
});

/** Facts of a government list on a site whose terms no operator has read yet: metadata only. */
export const unreviewedFacts = (attribution: string): Rights => ({
  licence: licenceNotes.governmentUnreviewed,
  attribution,
  redistribute: 'metadata',
});

/** Facts of an issuer's public list whose terms no operator has read yet: metadata only. */
export const unreviewedIssuer = (attribution: string): Rights => ({
  licence: licenceNotes.issuerUnreviewed,
  attribution,
  redistribute: 'metadata',
});

/** Facts a person read off a public query page. */
export const readByPerson = (attribution: string): Rights => ({
  licence: licenceNotes.readByPerson,
  attribution,
  redistribute: 'rows',
});

/** Facts of a law, a catalogue or a notice, cited by its number. */
export const officialPublication = (attribution: string): Rights => ({
  licence: licenceNotes.officialPublication,
  attribution,
  redistribute: 'bytes',
});

/** Dated facts that Licet collected, each row with its public address unless another attribution is given. */
export const citedFacts = (attribution = 'The public address cited in each row'): Rights => ({
  licence: licenceNotes.citedFacts,
  attribution,
  redistribute: 'bytes',
});
