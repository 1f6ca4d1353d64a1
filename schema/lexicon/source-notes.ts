import { z } from 'zod';
import { readLexicon, word, wordsFor } from './read-lexicon.ts';
import file from './source-notes.json' with { type: 'json' };

const notes = readLexicon(
  file,
  z
    .strictObject({
      absence: wordsFor(['silent', 'noListIsComplete', 'onlyLookedUp', 'lawNamesNoHospital', 'fewRunTrials']),
      look: wordsFor(['newestList', 'list', 'newestListByProvince', 'entryDate', 'trialRegister']),
      licence: z
        .record(
          z.enum([
            'government',
            'governmentUnreviewed',
            'issuerUnreviewed',
            'readByPerson',
            'officialPublication',
            'citedFacts',
          ]),
          word,
        )
        .readonly(),
    })
    .readonly(),
);

/** What it means that an institution is not on a list, in words several sources share. */
export const absenceNotes = notes.absence;

/** What a reader does on the page of a list to look personally. */
export const lookNotes = notes.look;

/** Under what terms facts are kept. */
export const licenceNotes = notes.licence;
