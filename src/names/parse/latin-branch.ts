import { ordinalOf } from '../../name-keys/generic-words.ts';
import { toNumeral } from '../../text/han.ts';
import type { LatinReading } from './latin-clauses.ts';
import { englishTokens } from './latin-words.ts';

/** What stands for a part of a hospital that is said to be one and has no word of its own: it is like no other. */
export const UNNAMED_PART = 'branch';

/** "Fifth Medical Center of PLA General Hospital": a numbered part, as its Chinese name writes it. */
const numberedPart = (piece: string): string => {
  if (!/\bmedicalcentre\b/u.test(piece)) return '';
  const number = piece
    .split(' ')
    .map(ordinalOf)
    .find((one) => one !== null);
  return number === undefined || number === null ? UNNAMED_PART : `第${toNumeral(number)}医学中心`;
};

const NAMING = new Set(['core', 'place', 'district']);

/** Words that tell which house is meant, so that a town's behind it is another. */
const NAMES_HOUSE = new Set(['core', 'specialty', 'kind']);

/** "Dongzhimen Hospital, …, Luoyang Hospital": behind a hospital's own name, the house that it runs in another town; '' for none. */
const townHouse = ({ own, aside }: LatinReading): string => {
  const named = own.flatMap(englishTokens).some((one) => NAMES_HOUSE.has(one.role));
  for (const tokens of named ? aside.map(englishTokens) : []) {
    const place = tokens.find((one) => one.role === 'place');
    const others = tokens.filter((one) => one.role !== 'place' && one.role !== 'generic');
    if (place !== undefined && others.length === 1 && others[0]?.key === 'hospital') return place.key;
  }
  return '';
};

/** "Puhua International Hospital International Medical Center": a centre behind the hospital is a part of it. */
const CENTRE_BEHIND = /\bhospital ((?:\w+ ){0,3}medicalcentre)$/u;

/** "Ruijin Hospital Hainan Branch", "Guang'anmen Hospital Jinan Hospital": the place between the hospital and the word for a part of it. */
const townBehind = (piece: string): string | undefined => {
  const between = /\bhospital (.{2,40}) (?:branch|campus|hospital)\b/u.exec(piece)?.[1] ?? '';
  return englishTokens(between).find((one) => one.role === 'place')?.key;
};

/** "Guangzhou Brain Hospital, Liwan Outpatient Clinic": a lesser house behind the hospital, with a word of its own; '' for none. */
const LESSER_BEHIND =
  /\b(?:outpatient|clinic|section|station|healthstation|healthcentre|community|infirmary)\b/u;
const lesserHouse = ({ own, behind }: LatinReading): string =>
  own.some((piece) => /\bhospital\b/u.test(piece))
    ? (behind.find(
        (piece) =>
          LESSER_BEHIND.test(piece) &&
          englishTokens(piece).some(({ role }) => NAMING.has(role) || role === 'ordinal'),
      ) ?? '')
    : '';

/** "Xidan Campus", "Ruijin Hospital West Campus": the words that tell a part of the house from its others; '' where it has none. */
const campusWords = (piece: string): string => {
  const [own = ''] = piece.split(/\bhospital /u).slice(-1);
  return englishTokens(own)
    .flatMap(({ key, role }) => (role === 'core' || role === 'ordinal' || role === 'place' ? [key] : []))
    .join(' ');
};

/** The part of a hospital that a line in Latin letters names, by what tells it from other parts; '' for none. */
export const branchOf = (reading: LatinReading): string => {
  const { own, around, aside, part } = reading;
  const branch = [...own, ...around, ...aside].find((piece) => /\b(?:branch|campus)\b/u.test(piece));
  if (branch !== undefined) return townBehind(branch) ?? (campusWords(branch) || UNNAMED_PART);
  if (own.some((piece) => /\bhospital (?:medical)?group\b/u.test(piece))) return '集团';
  const [behind = ''] = own.flatMap((piece) => CENTRE_BEHIND.exec(piece)?.[1] ?? []);
  const [twice] = own.map(townBehind).filter((one) => one !== undefined);
  return twice ?? (townHouse(reading) || numberedPart(part) || numberedPart(behind) || lesserHouse(reading));
};
