import { z } from 'zod';
import { bilingual } from '../base.ts';
import { bodyTypes } from '../record.ts';
import { readLexicon, wordsFor } from './read-lexicon.ts';
import file from './reconcile-words.json' with { type: 'json' };

/** Columns that may narrow a name, and are fetched like any other. */
export const narrowing = ['province', 'city', 'address', 'website', 'licenceNumber', 'uscc'] as const;
/** Columns that answer a question about the hospital, today. */
export const answering = ['outcome', 'sentence', 'licence', 'asOf', 'nextDue', 'page'] as const;

export const reconcileProperties = ['nameZh', 'nameEn', 'names', 'type', ...narrowing, ...answering] as const;
export type ReconcileProperty = (typeof reconcileProperties)[number];

export const reconcileTypes = ['institution', ...bodyTypes] as const;
export type ReconcileType = (typeof reconcileTypes)[number];

/** What data tools show of /reconcile, in both languages. */
export const reconcileWords = readLexicon(
  file,
  z
    .strictObject({
      name: bilingual,
      types: wordsFor(reconcileTypes),
      properties: wordsFor(reconcileProperties),
      settings: wordsFor(['service', 'claim']),
      settingsHelp: bilingual,
    })
    .readonly(),
);
