import { hash } from 'node:crypto';
import type { Receipt } from '../../schema/receipt.ts';
import type { Verdict } from '../../schema/verdict.ts';
import type { Reader } from '../store/registry-reader.ts';
import { canonicalJson } from '../text/canonical-json.ts';

/** The fingerprint of a row's words as its source printed them. */
export const wordsHash = (words: Readonly<Record<string, string>>): string =>
  hash('sha256', canonicalJson(words), 'hex');

/** Every row a verdict rests on, each once, in the order of the answer. */
export const receiptRows = async (verdict: Verdict, reader: Reader): Promise<Receipt['rows']> => {
  const evidence = new Map(
    verdict.checks
      .flatMap((check) => check.evidence)
      .map((one) => [`${one.sha256}/${one.row}`, one] as const),
  );
  return Promise.all(
    [...evidence.values()].map(async ({ source, sha256, row }) => {
      const kept = row === 0 ? undefined : await reader.keptRow(sha256, row);
      return { source, page: sha256, row, words: kept === undefined ? null : wordsHash(kept.raw) };
    }),
  );
};
