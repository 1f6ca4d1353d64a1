import { plainLatin } from '../../kit/name-key-english.ts';
import { englishPlace, shortPlace } from '../../kit/name-places.ts';
import { ordinalOf } from '../../kit/name-words.ts';
import { type Concept, englishConcept } from './concepts.ts';
import { englishPhrases } from './english-phrases.ts';
import { latin } from './latin.ts';
import { innerPlace, type NameParts, sortZone, type Zone } from './parts.ts';
import { spokenName } from './sound.ts';

const STOP = new Set(
  'the of and at in a an to with for no by on from also known as formerly former first-class chinese china branch care disease diseases prevention control treatment'.split(
    ' ',
  ),
);
const DISTRICT_WORDS = new Set(['district', 'county', 'town', 'township', 'banner']);
const KEPT = new Set(['zhongshan', 'chaoyang', 'dongfang', 'heping', 'xinhua', 'tongji']);
const ORG =
  /\b(?:\w*university|medicalcollege|college|academy|school|pla|chinamedical|tcmacademy|medicalacademy)\b/u;
/** Where a hospital is named, centres and clinics beside it are its departments. */
const HOSPITAL = /\bhospital\b/u;
const OTHER_HOUSE = /\b(?:clinic|sanatorium|infirmary|medicalcentre|healthcentre|central)\b/u;
const SIDE = /\b(?:department|dept|division|laborator\w*|lab|institute|unit|ward|program|school of)\b/u;

const joined = (text: string): string => {
  let out = ` ${text} `
    .replace(/\b(?:no|number|nr)\s*\.?\s*(\d{1,3})\b/gu, ' $1th ')
    .replace(/\b(\d{1,2}) (?=(?:people|hospital|affiliated|central))/gu, '$1th ')
    .replace(/[^\p{L}\p{N}.&-]+/gu, ' ')
    .replace(/[-.]+/gu, ' ');
  for (const [pattern, put] of englishPhrases) out = out.replace(pattern, put);
  return out.replace(/\s+/gu, ' ').trim();
};

const conceptOfWord = (word: string, next: string | undefined): Concept | null => {
  if (STOP.has(word) || DISTRICT_WORDS.has(word)) return null;
  const ordinal = ordinalOf(word) ?? (/^\d{3}(?:th)?$/u.test(word) ? Number.parseInt(word, 10) : null);
  if (ordinal !== null) return { key: String(ordinal), role: 'ordinal' };
  if (next !== undefined && DISTRICT_WORDS.has(next)) return { key: word, role: 'district' };
  const known = englishConcept(word);
  if (known) return known;
  const places = KEPT.has(word) ? [] : englishPlace(word);
  return places.length > 0 ? { key: places.join('|'), role: 'place' } : { key: word, role: 'core' };
};

/** "Beijing Tongren Hospital": a second place right before the house is its name (同仁 sounds like 铜仁). */
const secondPlace = (zone: Zone): Zone => {
  const house = zone.findIndex((one) => one.role === 'body');
  const last = zone[house - 1];
  const before = zone.slice(0, Math.max(0, house - 1)).some((one) => one.role === 'place');
  if (house < 2 || last?.role !== 'place' || !before) return zone;
  const sound = latin(shortPlace(last.key.split('|')[0] ?? ''));
  return zone.map((one, at) => (at === house - 1 ? { key: sound, role: 'core' } : one));
};

/** "Xiao gan" is Xiaogan: two unknown words that make a place together. */
const respaced = (words: readonly string[]): string[] => {
  const out: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const [word = '', next = ''] = [words[at], words[at + 1]];
    const plain = (one: string) =>
      one.length > 1 && one.length < 7 && !STOP.has(one) && !englishConcept(one) && ordinalOf(one) === null;
    const pair =
      plain(word) && plain(next) && englishPlace(word).length === 0 && englishPlace(word + next).length > 0;
    out.push(pair ? word + next : word);
    if (pair) at += 1;
  }
  return out;
};

const zoneOf = (text: string): Zone => {
  const words = respaced(text.split(' ').filter((word) => word !== ''));
  return secondPlace(words.flatMap((word, at) => conceptOfWord(word, words[at + 1]) ?? []));
};

/** 陕西 and 山西 sound alike without tones; English writes the first with a double a. */
const placeSound = (name: string): string => (name === '陕西省' ? 'shaanxi' : latin(shortPlace(name)));

/** Words of the body a hospital belongs to; places by their sound, so that 厦门大学 and "Xiamen University" meet. */
export const parentWords = (zone: Zone): string[] =>
  zone.map((one) => (one.role === 'place' ? placeSound(one.key.split('|')[0] ?? '') : one.key));

/** "Peking University First Hospital" → the university, and what is the hospital's own. */
const cutParent = (piece: string, house: RegExp): [string, string] => {
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

type Found = { house: RegExp; own: string[]; parent: string[]; aside: string[]; seen: boolean };

const readPiece = (piece: string, found: Found): void => {
  if (!found.seen && found.house.test(piece) && !(SIDE.test(piece) && !/hospital/u.test(piece))) {
    const [parent, own] = cutParent(piece, found.house);
    found.seen = true;
    found.own.push(own);
    if (parent !== '') found.parent.push(parent);
  } else if (ORG.test(piece)) found.parent.push(piece);
  else if (SIDE.test(piece) || (found.seen && found.house.test(piece))) found.aside.push(piece);
  else found.own.push(piece);
};

/** A piece after the name counts only when it states a place or what the hospital is for; other words are set aside. */
const readTail = (piece: string, found: Found): void => {
  const zone = zoneOf(piece);
  const placed =
    zone.length > 0 &&
    zone.every((one) => one.role === 'place' || one.role === 'district' || one.role === 'generic');
  if (placed) found.own.push(piece);
  else if (found.seen && zone.length <= 2)
    found.own.push(
      piece
        .split(' ')
        .filter((word) => englishPlace(word).length > 0)
        .join(' '),
    );
  else found.aside.push(piece);
};

const SPLIT_INNER = /\s(?:of|affiliated (?:to|with)|at|under)\s/u;

const read = (text: string): Found => {
  const house = HOSPITAL.test(joined(text)) ? HOSPITAL : OTHER_HOUSE;
  const found: Found = { house, own: [], parent: [], aside: [], seen: false };
  for (const part of text.split(/[,;()/|]|\s[-–—]\s/u).slice(0, 20)) {
    const pieces = part.replace(/\b(university|academy) of /gu, '$1 ').split(SPLIT_INNER);
    const at = pieces.findIndex((piece) => found.house.test(joined(piece)));
    for (const piece of pieces) {
      const words = joined(piece);
      if (words === '') continue;
      if (at >= 0) readPiece(words, found);
      else if (ORG.test(words) || found.house.test(words) || SIDE.test(words)) readPiece(words, found);
      else readTail(words, found);
    }
  }
  return found;
};

/** "Shandong Provincial Hospital" is 山东省立医院: without any other word, the founder is the name. */
const founded = (sorted: ReturnType<typeof sortZone>, zone: Zone): ReturnType<typeof sortZone> => {
  const alone = sorted.core.length + sorted.kinds.length + sorted.specialties.length === 0;
  const founder = zone.find((one) => one.key === 'provincial' || one.key === 'municipal');
  return alone && founder && sorted.ordinal === null
    ? { ...sorted, kinds: [`${founder.key}founded`] }
    : sorted;
};

/** Takes a name in Latin letters apart: English, pinyin, or an affiliation line of a paper. */
export const understandLatin = (name: string): NameParts => {
  const found = read(plainLatin(name));
  const zone = found.own.flatMap(zoneOf);
  const sorted = founded(sortZone(zone), zone);
  return {
    script: 'latin',
    text: '',
    ...sorted,
    coreText: '',
    rest: '',
    parent: [...new Set(found.parent.flatMap((piece) => parentWords(zoneOf(piece))))],
    parentText: '',
    sound: spokenName(name) ?? [],
    branch: innerPlace(zone),
    department: found.aside.join(', '),
  };
};
