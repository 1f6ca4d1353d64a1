import type { SourceRecord } from '../../../schema/record.ts';

/** Headings of serial numbers. They change whenever a row is added above, so they are not compared. */
const SERIAL = /^(序号|编号|no\.?|第1列)$/i;

/** A cell without line breaks, doubled spaces and spaces at its ends, which mean nothing. */
export const tidy = (text: string | undefined): string => (text ?? '').replace(/\s+/gu, ' ').trim();

/** The headings of a row with their filled cells, serial numbers left out. */
export const filledCells = ({ raw }: SourceRecord): readonly (readonly [heading: string, text: string])[] =>
  Object.entries(raw).flatMap(([heading, text]) => {
    const cell = tidy(text);
    return cell === '' || SERIAL.test(heading.trim()) ? [] : [[heading, cell] as const];
  });
