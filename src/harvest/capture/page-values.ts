import type { CaptureField } from '../../../schema/capture-field.ts';
import { explainIdentifier } from '../../identifiers/explain-identifier.ts';
import { normaliseIdentifier } from '../../identifiers/identifier.ts';
import { personalNumberIn } from '../../identifiers/personal-number.ts';
import { cellText } from '../../readers/lists/cell-text.ts';
import { plainDate } from './captured-fields.ts';

/** The longest value that is read off a page, in characters. */
const LONGEST_VALUE = 5_000;

const DATE = /(?<!\d)\d{4}\s?[-/.年]\s?\d{1,2}(?:\s?[-/.月]\s?\d{1,2}\s?日?|月)(?!\d)/gu;
const COMPACT = /(?<!\d)(?:19|20)\d{6}(?!\d)/gu;

/** The dates in a text, in their order, as YYYY-MM-DD or YYYY-MM; what has the form of a date and is none is left out. */
export const datesIn = (text: string): readonly string[] => {
  const plain = text.normalize('NFKC');
  const written = (plain.match(DATE) ?? []).map((one) => plainDate(one));
  const compact = (plain.match(COMPACT) ?? []).map((one) =>
    plainDate(`${one.slice(0, 4)}-${one.slice(4, 6)}-${one.slice(6)}`),
  );
  return [...written, ...compact].filter((one) => one !== null);
};

const NUMBER = /[0-9A-Z](?:[0-9A-Z]|[ \-–—](?=[0-9A-Z])){10,40}/g;

/** True for a number whose form alone tells that it is of this kind; a few digits could be anything. */
const speaksForItself = (kind: CaptureField['kind'], value: string): boolean => {
  const found = explainIdentifier(value);
  if (found.state !== 'explained' || found.kind !== kind) return false;
  if (kind === 'licence-number') return value.length === 22;
  return kind === 'uscc' ? found.checkDigit === 'ok' : /^[HP]\d+$/.test(value);
};

/** Official numbers of a kind that a text shows and that say by themselves what they are. */
export const numbersIn = (words: string, kind: CaptureField['kind']): readonly string[] => {
  const runs = words.normalize('NFKC').toUpperCase().match(NUMBER) ?? [];
  const tokens = runs.flatMap((run) => [run, ...run.split(' ')]).map(normaliseIdentifier);
  return [...new Set(tokens)].filter((token) => speaksForItself(kind, token));
};

/** The kinds of fields that hold an official number. */
export const IDENTIFIERS: readonly CaptureField['kind'][] = ['licence-number', 'uscc', 'insurance-code'];

const HAN_GAP = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu;

/** What a field of this kind takes of the words behind its label: each value that could be meant, none where there is none. A number that identifies a person is not taken. */
export const valuesOf = ({ kind }: CaptureField, words: string): readonly string[] => {
  const text = cellText(words.slice(0, LONGEST_VALUE));
  if (text === '' || personalNumberIn(text) !== null) return [];
  if (kind === 'date') {
    const dates = [...new Set(datesIn(text))];
    return dates.length === 0 ? [text] : dates;
  }
  if (kind === 'text') return [text.replace(HAN_GAP, '')];
  if (kind === 'list') return [text.replace(HAN_GAP, '、')];
  const numbers = numbersIn(text, kind);
  return numbers.length > 0 ? numbers : [normaliseIdentifier(text)];
};
