import type { PartialDate } from '../../../schema/base.ts';
import type { CaptureField } from '../../../schema/capture-field.ts';
import { CUT_OFF, LOOKED_ON } from '../../readers/lists/captured-rows.ts';
import { earliest, isDay } from '../../text/dates.ts';
import { plainDate } from './captured-fields.ts';
import type { StatedDays } from './read-proof-fields.ts';

/** The day a row is judged by, and where it comes from. */
export type Dated = Readonly<{
  /** The date of the whole page; null where the row brings its own, or where none is known. */
  asOf: PartialDate | null;
  /** `given`: somebody typed it · `page`: the saved page states it · `look`: the day somebody looked stands for it · `none`. */
  from: 'given' | 'page' | 'look' | 'none';
  /** Columns of the row that hold a date by this. */
  fill: Readonly<Record<string, string>>;
  /** Kept with the row where nobody typed the date. */
  details: Readonly<Record<string, string>>;
  problems: readonly string[];
  warnings: readonly string[];
}>;

type Asked = Readonly<{
  fields: readonly CaptureField[];
  row: Readonly<Record<string, string>>;
  /** The page's own date as it was typed; '' for none. */
  asOf: string;
  /** The day somebody looked; null where it is not known. */
  lookedOn: string | null;
  stated: StatedDays | null;
  today: string;
}>;

const nothing = { asOf: null, from: 'none', fill: {}, details: {}, problems: [], warnings: [] } as const;

/** The date as it was typed. */
const given = (text: string): Dated => {
  const asOf = plainDate(text);
  const fault = `the cut-off date "${text}" is no date; give the one the page prints, 2026-11-20`;
  return asOf === null ? { ...nothing, problems: [fault] } : { ...nothing, asOf, from: 'given' };
};

const lookFault = (lookedOn: string, today: string): string | null => {
  if (!isDay(lookedOn)) return `the day you looked, "${lookedOn}", is no day; give it as 2026-11-20`;
  return lookedOn > today ? `the day you looked, ${lookedOn}, lies in the future` : null;
};

/** The day the page states: the earliest of several, and none that is later than the look. */
const statedOn = ({
  stated,
  lookedOn,
}: Asked): Readonly<{ day: string | null; warnings: readonly string[] }> => {
  const days = (stated?.days ?? []).filter((day) => lookedOn !== null && earliest(day) <= lookedOn);
  const late = (stated?.days ?? []).filter((day) => !days.includes(day));
  const [day = null, ...others] = days;
  return {
    day,
    warnings: [
      ...late.map((one) => `the page states the day ${one}, which is later than the look: it is not taken`),
      ...(others.length > 0
        ? [`the page states several days (${days.join(', ')}): the earliest is taken`]
        : []),
    ],
  };
};

/** Puts the two days into the columns that are for them, where the register has such columns; else the page is dated as a whole. */
const placed = ({ fields }: Asked, day: string | null, lookedOn: string): Pick<Dated, 'asOf' | 'fill'> => {
  const has = (column: string): boolean => fields.some((field) => field.column === column);
  if (!has(LOOKED_ON)) return { asOf: day ?? lookedOn, fill: {} };
  const own = day !== null && isDay(day) && has(CUT_OFF);
  return {
    asOf: own || day === null ? null : day,
    fill: { [LOOKED_ON]: lookedOn, ...(own && { [CUT_OFF]: day }) },
  };
};

/**
 * Which day a captured row is judged by. A typed date counts as it is; else the day that the saved page itself states; else the day
 * somebody looked, with a note. A default is never later than the look, so it never makes a row look newer than it is. Pure.
 */
export const dateOfCapture = (asked: Asked): Dated => {
  const { asOf, row, lookedOn, today } = asked;
  if (asOf.trim() !== '') return given(asOf);
  if ((row[LOOKED_ON] ?? '') !== '' || (row[CUT_OFF] ?? '') !== '') return nothing;
  if (lookedOn === null) return nothing;
  const fault = lookFault(lookedOn, today);
  if (fault !== null) return { ...nothing, problems: [fault] };
  const { day, warnings } = statedOn(asked);
  const note = `the page states no day of its own: the day of the look, ${lookedOn}, stands for it`;
  return {
    ...placed(asked, day, lookedOn),
    from: day === null ? 'look' : 'page',
    details: { lookedOn, asOfFrom: day === null ? 'look' : 'page' },
    problems: [],
    warnings: [...warnings, ...(day === null ? [note] : [`the page states the day ${day}`])],
  };
};
