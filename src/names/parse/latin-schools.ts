import { englishTokens } from './latin-words.ts';

/** "Peking University School of Oncology", "Second Clinical Medical College": what a university calls the hospital that it teaches in. */
const SCHOOLS = [' school of ', ' college of ', ' faculty of '];
const CLINICAL = [' clinical medicalcollege', ' clinical school', ' clinical college'];

/** What stands before and behind the first of these marks that a text has; null where it has none. */
const cutAt = (text: string, marks: readonly string[]): readonly [string, string] | null => {
  const mark = marks.find((one) => text.includes(one));
  if (mark === undefined) return null;
  const at = text.indexOf(mark);
  return [text.slice(0, at), text.slice(at + mark.length)];
};

/** The body before or behind a school that is called by a specialty or a number, and that specialty or number; null for any other piece. */
export const schoolIn = (piece: string): readonly [string, string] | null => {
  const text = ` ${piece}`;
  const clinical = cutAt(text, CLINICAL);
  const [before, behind] = clinical ?? cutAt(text, SCHOOLS) ?? ['', ''];
  const number = before.lastIndexOf(' ');
  const [body, own] =
    clinical === null
      ? [before, behind]
      : [`${before.slice(0, number)} ${behind.replace(/^ of /u, '')}`, before.slice(number + 1)];
  const isHouse = englishTokens(own).some(
    ({ key, role }) => role === 'ordinal' || (role === 'specialty' && key !== 'publichealth'),
  );
  return isHouse ? [body.trim(), own] : null;
};
