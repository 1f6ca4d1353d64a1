import type { CaptureField } from '../../schema/capture-field.ts';
import { ShapeError } from '../../schema/source.ts';
import { type BulkRow, readBulkRows } from '../harvest/capture/bulk-rows.ts';
import { type Proof, sniffProof } from '../harvest/capture/proof.ts';
import { readInput } from './read-input.ts';
import { UsageError } from './usage-error.ts';

/** The page a person saved, told by its bytes. */
export const readProof = async (file: string): Promise<Proof> => {
  const sniffed = sniffProof(await readInput({ option: '--page', file, expected: 'the saved page' }), file);
  if ('fault' in sniffed) throw new UsageError(`--page ${file} ${sniffed.fault}`);
  return sniffed.proof;
};

/** `--field 登记号=…`, any number of times, by column. */
export const readPairs = (pairs: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1) throw new UsageError(`--field ${pair} has no value; expected --field name=value`);
      return [pair.slice(0, at).trim(), pair.slice(at + 1)];
    }),
  );

/** The rows of a bulk file (CSV or XLSX, the template's header first). */
export const readBulk = async (
  file: string,
  fields: readonly CaptureField[],
): Promise<readonly BulkRow[]> => {
  const bytes = await readInput({ option: '--file', file, expected: 'a CSV or XLSX file' });
  try {
    return readBulkRows(bytes, fields);
  } catch (cause) {
    if (cause instanceof ShapeError) throw new UsageError(`--file ${file}: ${cause.message}`);
    throw cause;
  }
};
