import { clausesOf, piecesOf } from './latin-pieces.ts';
import { schoolIn } from './latin-schools.ts';

/** Bodies a hospital belongs to. */
export const ORG =
  /\b(?:\w*university|medicalcollege|college|academy|school|pla|chinamedical|tcmacademy|medicalacademy|militaryregion)\b/u;
/** Where a hospital is named, centres and clinics beside it are its departments. */
const HOSPITAL = /\bhospital\b/u;
const LESSER_HOUSE =
  /\b(?:medicalcentre|healthcentre|clinic|sanatorium|infirmary|medicalgroup|outpatient)\b/u;
const CENTRE = /\bcentral\b/u;
/** Departments and other parts of a hospital. */
export const SIDE =
  /\b(?:departments?|dept|division|laborator\w*|lab|institute|unit|ward|program|school of|research|society)\b/u;
/**
 * One way to read a line: whose name, the body it belongs to, and what stood around it. Texts have their phrases joined
 * (`joinPhrases`).
 */
export type LatinReading = Readonly<{
  /** Pieces of the clause that names the hospital. */
  own: readonly string[];
  /** A medical centre that is a part of the hospital; '' for none. */
  part: string;
  parent: readonly string[];
  /** Clauses that may say where it stands. */
  around: readonly string[];
  aside: readonly string[];
  /** Clauses behind the one that names the hospital, but for its body and departments. */
  behind: readonly string[];
}>;

/** "Peking University First Hospital" → the university, and what is the hospital's own. */
const cutParent = (piece: string, house: RegExp): readonly [string, string] => {
  const trailing = /^(.*?\bhospital)\s+(.*(?:university|medicalcollege|academy).*)$/u.exec(piece);
  if (
    trailing?.[1] !== undefined &&
    trailing[2] !== undefined &&
    !ORG.test(trailing[1]) &&
    !house.test(trailing[2])
  )
    return [trailing[2], trailing[1]];
  let end = -1;
  for (const hit of piece.matchAll(new RegExp(ORG.source, 'gu'))) end = hit.index + hit[0].length;
  const after = end < 0 ? piece : piece.slice(end);
  return end > 0 && house.test(after) ? [piece.slice(0, end), after] : ['', piece];
};

const PART = /^(?:the )?[a-z0-9]+ medicalcentre$/u;
/** Whether a piece names a part of a hospital and no hospital. */
export const isSide = (piece: string): boolean => SIDE.test(piece) && !HOSPITAL.test(piece);

type Clause = Readonly<{
  own: string[];
  part: string[];
  parent: string[];
  second: string[];
  around: string[];
  aside: string[];
}>;

/** Sorts the pieces of one clause; `own` stays empty where no hospital is named. */
const readClause = (pieces: readonly string[], house: RegExp): Clause => {
  const out: Clause = { own: [], part: [], parent: [], second: [], around: [], aside: [] };
  const at = pieces.findIndex((piece) => house.test(piece) && !isSide(piece));
  for (const [number, piece] of pieces.entries()) {
    if (number === at) {
      const [parent, own] = cutParent(piece, house);
      out.own.push(own);
      if (parent !== '') out.parent.push(parent);
    } else if (at >= 0 && house.test(piece)) out.second.push(piece);
    else if (ORG.test(piece)) out.parent.push(piece);
    else if (isSide(piece)) out.aside.push(piece);
    else if (at > 0 && number < at && PART.test(piece)) out.part.push(piece);
    else if (at >= 0) out.own.push(piece);
    else out.around.push(piece);
  }
  return out;
};

const VAGUE =
  /\b(?:university|school|medicalcollege|college|faculty|the|of|clinical|medicine|affiliated)\b/gu;
const says = (parent: readonly string[]): boolean =>
  parent.some((one) => one.replace(VAGUE, '').trim() !== '');

/** The word by which a line names its house: a hospital where it has one, else a lesser house, else a centre. */
export const houseOf = (text: string): RegExp => {
  if (HOSPITAL.test(text)) return HOSPITAL;
  return LESSER_HOUSE.test(text) ? LESSER_HOUSE : CENTRE;
};

/** A hospital's body: what its own clause says, else the clauses up to the next hospital, else any. */
const parentOf = (clauses: readonly Clause[], at: number): string[] => {
  const own = clauses[at]?.parent ?? [];
  if (says(own)) return own;
  const next = clauses.findIndex((one, number) => number > at && one.own.length > 0);
  const after = clauses.slice(at + 1, next < 0 ? undefined : next).flatMap((one) => one.parent);
  if (says(after)) return [...own, ...after];
  return [...own, ...clauses.filter((one) => one !== clauses[at]).flatMap((one) => one.parent)];
};

/** "Sixth Medical Center, PLA General Hospital": the part that the clause before a hospital's names; '' for none. */
const partBefore = (read: readonly Clause[], at: number): string =>
  read[at - 1]?.around.find((piece) => PART.test(piece)) ?? '';

/** Most hospitals of one line that are looked for. */
const MOST_HOUSES = 3;

/** "Beijing Institute for Cancer Research": a line of nothing else is an institute's name, not a hospital's part. */
const instituteIn = (read: readonly Clause[]): readonly string[] => {
  const [{ aside, parent, around } = { aside: [], parent: [], around: [] }, ...more] = read;
  const alone = more.length + parent.length + around.length === 0;
  return alone && aside[0]?.includes('institute')
    ? aside.map((piece) => piece.replace(/\bresearch\b/u, '').trim())
    : [];
};

/** "West China Second", "Shanghai Ruijin": no house is named, so a school is, or the first clause is the name, or an institute set aside. */
const withoutHouse = (
  read: readonly Clause[],
  around: readonly string[],
  aside: readonly string[],
): LatinReading => {
  const parent = read.flatMap((one) => one.parent);
  const schools = parent.map(schoolIn);
  const at = schools.findIndex((one) => one !== null);
  const school = schools[at];
  if (school !== undefined && school !== null) {
    const [before, own] = school;
    const named = ORG.test(before) ? [own] : [`${before} ${own}`.trim()];
    const bodies = parent.flatMap((one, number) =>
      number !== at ? [one] : ORG.test(before) ? [before] : [],
    );
    return { own: named, part: '', parent: bodies, around, aside, behind: [] };
  }
  const institute = instituteIn(read);
  if (institute.length > 0) return { own: institute, part: '', parent, around, aside: [], behind: [] };
  const [own, ...more] = around;
  return { own: own === undefined ? [] : [own], part: '', parent, around: more, aside, behind: [] };
};

/**
 * The ways to read a name or a line in Latin letters: one for each clause that names a hospital, in the order of the line; one
 * more where a hospital is "of" another. Never empty.
 */
export const latinReadings = (name: string): readonly LatinReading[] => {
  const clauses = clausesOf(name).map(piecesOf);
  const house = houseOf(clauses.flat().join(' , '));
  const read = clauses.map((pieces) => readClause(pieces, house));
  const around = read.flatMap((one) => one.around);
  const aside = read.flatMap((one) => [...one.aside, ...one.second]);
  const out: LatinReading[] = [];
  for (const [
    at,
    {
      own,
      second,
      part: [part = ''],
    },
  ] of read.entries()) {
    if (own.length === 0 || out.length >= MOST_HOUSES) continue;
    const others = read.flatMap((one, number) => (number === at ? [] : one.own));
    const behind = read.slice(at + 1).flatMap((one) => [...one.own, ...one.around]);
    const parent = parentOf(read, at);
    const known = { part: part || partBefore(read, at), parent, around, behind };
    out.push({ ...known, own, aside: [...aside, ...others] });
    if (second.length > 0) out.push({ ...known, own: [...own, ...second], aside });
  }
  if (out.length > 0) return out;
  return [withoutHouse(read, around, aside)];
};
