import type { SourceRecord } from '../../../schema/record.ts';

/** A row's place on its page says nothing of what the row is about. */
const SERIAL = /^(序号|编号|no\.?|第1列)$/i;

/** Spaces and line breaks mean nothing. */
export const tidy = (text: string | undefined): string => (text ?? '').replace(/\s+/gu, ' ').trim();

/** The headings of a row with their filled cells, serial numbers left out. */
export const filledCells = ({ raw }: SourceRecord): readonly (readonly [heading: string, text: string])[] =>
  Object.entries(raw).flatMap(([heading, text]) => {
    const said = tidy(text);
    return said === '' || SERIAL.test(heading.trim()) ? [] : [[heading, said] as const];
  });
