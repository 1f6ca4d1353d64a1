/**
 * Writes the made-up pages of the fetched sources, good ones and bad ones: `npm run fixtures [-- source id]`.
 * Then run `npm run expect` and read what came of them.
 */
import { clear, writeList, writePages } from './fixture-maker.ts';
import { cihaNotices, ghaCards, iafCertificates, temosList, ukFacilities } from './made-up-lists/abroad.ts';
import { artDocuments } from './made-up-lists/art-documents.ts';
import { captures } from './made-up-lists/captured.ts';
import { capturedMarks } from './made-up-lists/captured-marks.ts';
import { decisions } from './made-up-lists/decisions.ts';
import { eastern } from './made-up-lists/eastern.ts';
import { guangdong } from './made-up-lists/guangdong.ts';
import { lecheng } from './made-up-lists/lecheng.ts';
import { national } from './made-up-lists/national.ts';
import { restrictedFilings } from './made-up-lists/restricted-filings.ts';
import { trialRegister } from './made-up-lists/trial-register.ts';

const [, , only] = process.argv;
const asked = <T extends Readonly<{ source: string }>>(all: readonly T[]): readonly T[] =>
  all.filter(({ source }) => only === undefined || source === only);
const lists = asked([
  ...guangdong,
  ...eastern,
  ...national,
  ...decisions,
  ...captures,
  ...capturedMarks,
  ...lecheng,
]);
const pages = asked([
  artDocuments,
  trialRegister,
  restrictedFilings,
  cihaNotices,
  temosList,
  ghaCards,
  ukFacilities,
  iafCertificates,
]);
for (const source of new Set([...lists, ...pages].map((made) => made.source))) clear(source);
for (const list of lists) writeList(list);
for (const made of pages) writePages(made);
