import { z } from 'zod';
import { ageRules } from '../age-rules.ts';
import { readLexicon, word, wordsFor } from './read-lexicon.ts';
import file from './source-notes.json' with { type: 'json' };

const notes = readLexicon(
  file,
  z
    .strictObject({
      ages: z
        .record(
          z.enum(ageRules),
          z.strictObject({ days: z.number().int().positive().nullable(), en: word, zh: word }).readonly(),
        )
        .readonly(),
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

/** What the time rests on for which a list may decide, with its longest number of days. */
export const ageNotes = notes.ages;

/** What it means that an institution is not on a list, in words several sources share. */
export const absenceNotes = notes.absence;

/** What a reader does on the page of a list to look personally. */
export const lookNotes = notes.look;

/** Under what terms facts are kept. */
export const licenceNotes = notes.licence;
