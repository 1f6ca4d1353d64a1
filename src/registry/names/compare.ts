import { shortPlace } from '../../kit/name-places.ts';
import { latin } from './latin.ts';
import type { NameParts } from './parts.ts';

/** Where an institution stands, as the registry has it. */
export type RowPlace = Readonly<{ province: string | null; city: string | null; district: string | null }>;

/** One observation of a comparison: its code, its weight in the score, and whether it forbids `strong`. */
export type Feature = Readonly<{
  code: string;
  weight: number;
  against: boolean;
  asked: string;
  found: string;
}>;

export type Comparison = Readonly<{ score: number; features: readonly Feature[]; against: number }>;

const DECISIVE = new Set(['tcm', 'integrated', 'ethnic', 'tibetan', 'mongolian', 'uyghur', 'hui', 'zhuang']);

const note = (code: string, weight: number, against: boolean, asked = '', found = ''): Feature => ({
  code,
  weight,
  against,
  asked,
  found,
});

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one));

const share = (a: readonly string[], b: readonly string[]): number => {
  const both = a.filter((one) => b.includes(one)).length;
  return both / Math.max(1, a.length + b.length - both);
};

/** Edit distance, given up beyond 3. */
const distance = (a: string, b: string): number => {
  if (Math.abs(a.length - b.length) > 3 || a.length > 40 || b.length > 40) return 4;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 4;
};

const soundOf = (district: string): string => district.split(':')[0] ?? '';
const districtSounds = (parts: NameParts): string[] => parts.districts.map(soundOf);

/** Chinese names differ by characters, so there the characters decide; across scripts the sound does. */
const compareCore = (q: NameParts, c: NameParts): Feature => {
  const han = q.script === 'han' && c.script === 'han';
  const places = c.places.map((one) => latin(shortPlace(one)));
  const own = q.core.length > 1 ? q.core.filter((one) => !places.includes(one)) : q.core;
  const mine = own.join('');
  const theirs = c.core.join('');
  if (mine === '' && theirs === '') return note('core.none', 0, false);
  if (mine === '') return note('core.missing', -2.5, true, '', theirs);
  if (theirs === '' && districtSounds(c).includes(mine))
    return note('core.district', 3.5, false, mine, c.districts.join(' '));
  if (theirs === '' && places.includes(mine)) return note('core.place', 3.5, false, mine, c.places.join(' '));
  if (theirs === '') return note('core.extra', -3, true, mine, '');
  if (han && q.coreText === c.coreText) return note('core.equal', 5, false, q.coreText, c.coreText);
  const homophone =
    mine === theirs || sameSet(own, c.core) || (c.coreText !== '' && latin(c.coreText) === mine);
  if (homophone)
    return han
      ? note('core.homophone', 1.5, true, q.coreText, c.coreText)
      : note('core.equal', 5, mine.length < 5, mine, theirs);
  const part = share(own, c.core);
  const inside =
    (mine.includes(theirs) || theirs.includes(mine)) && Math.min(mine.length, theirs.length) >= 4;
  const far = distance(mine, theirs);
  if (far <= 1 || (far === 2 && mine.length >= 9)) return note('core.similar', 2, true, mine, theirs);
  if (part > 0 || inside) return note('core.part', 1, true, mine, theirs);
  return note('core.differs', -4, true, mine, theirs);
};

const compareOrdinal = (q: NameParts, c: NameParts): Feature => {
  const words = [String(q.ordinal ?? ''), String(c.ordinal ?? '')] as const;
  if (q.ordinal === c.ordinal) return note('ordinal.equal', q.ordinal === null ? 0.5 : 2.5, false, ...words);
  if (q.ordinal !== null && c.ordinal !== null) return note('ordinal.differs', -7, true, ...words);
  return note('ordinal.missing', -2.5, true, ...words);
};

const compareKinds = (q: NameParts, c: NameParts): Feature[] => {
  const split = (kinds: readonly string[]) => [
    kinds.filter((one) => DECISIVE.has(one)),
    kinds.filter((one) => !DECISIVE.has(one) && one !== 'affiliated'),
  ];
  const [hardQ = [], softQ = []] = split(q.kinds);
  const [hardC = [], softC = []] = split(c.kinds);
  const words = [q.kinds.join(' '), c.kinds.join(' ')] as const;
  const hard = sameSet(hardQ, hardC)
    ? note('kind.equal', hardQ.length > 0 ? 1.5 : 0.2, false, ...words)
    : note('kind.differs', -4, true, ...words);
  const tied = q.core.length === 0 && q.kinds.includes('affiliated') !== c.kinds.includes('affiliated');
  if (tied && sameSet(softQ, softC)) return [hard, note('sort.affiliated', -0.6, true, ...words)];
  if (sameSet(softQ, softC)) return [hard, note('sort.equal', softQ.length > 0 ? 1.2 : 0.3, false, ...words)];
  const apart = softQ.length + softC.length - 2 * softQ.filter((one) => softC.includes(one)).length;
  return [hard, note('sort.differs', -1.2 * apart, true, ...words)];
};

const compareSpecialties = (q: NameParts, c: NameParts): Feature => {
  const words = [q.specialties.join(' '), c.specialties.join(' ')] as const;
  if (sameSet(q.specialties, c.specialties))
    return note('specialty.equal', q.specialties.length > 0 ? 2 : 0.3, false, ...words);
  const near = share(q.specialties, c.specialties) > 0;
  return note('specialty.differs', near ? -1 : -4, true, ...words);
};

const fits = (asked: string, row: RowPlace, own: readonly string[]): 'city' | 'province' | 'none' => {
  const names = asked.split('|');
  if (names.some((one) => one === row.city || (one !== row.province && own.includes(one)))) return 'city';
  return names.some((one) => one === row.province || own.includes(one)) ? 'province' : 'none';
};

/** A name with nothing distinctive in it: place, parent and number must then all be said. */
const bareOf = (parts: NameParts): boolean =>
  parts.core.length === 0 && parts.parent.length === 0 && parts.districts.length === 0;

const comparePlaces = (q: NameParts, c: NameParts, row: RowPlace): Feature => {
  const words = [q.places.join(' '), [row.province, row.city].join(' ')] as const;
  if (q.places.length === 0)
    return note('place.not-said', c.places.length > 0 ? -0.3 : 0, bareOf(q), ...words);
  const results = q.places.map((asked) => fits(asked, row, c.places));
  if (results.includes('none')) {
    const sound = q.places.every((asked) => c.core.includes(latin(shortPlace(asked.split('|')[0] ?? ''))));
    return sound ? note('place.in-core', 1, true, ...words) : note('place.differs', -5, true, ...words);
  }
  const city = results.includes('city');
  const own =
    c.places.length === 0 || q.places.some((one) => one.split('|').some((name) => c.places.includes(name)));
  // 福建医科大学附属福州市第一医院 is not 福建医科大学附属第一医院.
  const inside = q.script === 'han' && q.parent.length > 0 && c.places.length === 0;
  const narrower = (!own || inside) && q.core.length === 0;
  return note(
    city ? 'place.equal' : 'place.province',
    (city ? 2.5 : 1.5) + (own ? 0.4 : -0.4),
    narrower,
    ...words,
  );
};

/** `full`: sound, characters and level agree; `level`: only the level differs (阜新县, 阜新市); `no`: another place. */
const districtFit = (asked: string, known: string): 'full' | 'level' | 'no' => {
  const [sound, level, han] = asked.split(':');
  const [sound2, level2, han2] = known.split(':');
  if (sound !== sound2 || (han && han2 && han !== han2)) return 'no';
  return level && level2 && level !== level2 ? 'level' : 'full';
};

const rowDistrict = (row: RowPlace): string[] => {
  if (row.district === null) return [];
  const name = shortPlace(row.district);
  const level = { 县: 'x', 旗: 'x', 区: 'q', 市: 's' }[row.district.charAt(row.district.length - 1)] ?? '';
  return [`${latin(name)}:${name === row.district ? '' : level}:${name}`];
};

/** 塔城人民医院 leaves open whether the prefecture or the town of that name is meant. */
const rankOpen = (q: NameParts, c: NameParts): boolean => {
  const places = q.places.flatMap((one) => one.split('|')).map(shortPlace);
  return c.districts.some((one) => places.includes(one.split(':')[2] ?? ''));
};

const compareDistricts = (q: NameParts, c: NameParts, row: RowPlace): Feature => {
  const known = [...c.districts, ...rowDistrict(row)];
  const words = [q.districts.join(' '), known.join(' ')] as const;
  if (q.districts.length === 0) {
    if (c.districts.length === 0 || districtSounds(c).includes(q.core.join('')) || rankOpen(q, c))
      return note('district.none', 0, false);
    return note('district.not-said', -1.2, true, ...words);
  }
  const fit = q.districts.map((one) => known.map((other) => districtFit(one, other)));
  if (fit.every((one) => one.includes('full'))) {
    // The city's own hospital may stand in the district asked for without being the district's.
    const cityWide = c.districts.length === 0 && q.core.length === 0;
    const others =
      cityWide || c.districts.some((one) => !q.districts.some((asked) => districtFit(asked, one) !== 'no'));
    return note('district.equal', 1.8, others, ...words);
  }
  if (fit.every((one) => one.includes('full') || one.includes('level')))
    return note('district.level', 0.3, true, ...words);
  if (q.districts.every((one) => c.core.includes(soundOf(one))))
    return note('district.in-core', 1, true, ...words);
  return note('district.differs', -3, true, ...words);
};

/** Whether one parent may be the other shortened: 浙大 and 浙江大学. */
const shortens = (short: string, long: string): boolean => {
  if (short.length < 2 || /(?:大学|学院)$/u.test(short)) return false;
  let at = 0;
  for (const char of short) {
    at = long.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return true;
};

const LIGHT = new Set(['school', 'medicalcollege', 'china', 'academy', 'college', 'affiliated']);

const plainParent = (text: string): string => text.replace(/^中国/u, '').replace(/医学院$/u, '');

/** 医学院 that became 医科大学: written alike, so that the older name is still recognised as near. */
const risen = (parent: readonly string[]): string[] =>
  [
    ...new Set(parent.flatMap((one) => (one === 'medicalcollege' ? ['medical', 'university'] : [one]))),
  ].sort();

const compareParents = (q: NameParts, c: NameParts): Feature => {
  const mine = q.parent.filter((one) => !LIGHT.has(one));
  const theirs = c.parent.filter((one) => !LIGHT.has(one));
  const words = [q.parentText || mine.join(' '), c.parentText || theirs.join(' ')] as const;
  if (mine.length === 0 && theirs.length === 0) return note('parent.none', 0, false);
  if (mine.length === 0) return note('parent.not-said', -0.4, q.core.length === 0, ...words);
  if (theirs.length === 0) return note('parent.unsettled', -0.8, true, ...words);
  const part = share(mine, theirs);
  const apart =
    q.parentText !== '' && c.parentText !== '' && plainParent(q.parentText) !== plainParent(c.parentText);
  if (!apart && (part >= 0.99 || mine.join('') === theirs.join('')))
    return note('parent.equal', 3, false, ...words);
  if (q.parentText !== '' && shortens(q.parentText, c.parentText))
    return note('parent.short', 2.5, false, ...words);
  if (sameSet(risen(q.parent), risen(c.parent))) return note('parent.renamed', 2, true, ...words);
  if (part > 0.45) return note('parent.part', 0.5, true, ...words);
  return note('parent.differs', -3, true, ...words);
};

const compareBody = (q: NameParts, c: NameParts): Feature => {
  const words = [q.body ?? '', c.body ?? ''] as const;
  if (q.body === c.body) return note('body.equal', 0, false, ...words);
  return note('body.differs', q.body === null ? -0.5 : -1.5, true, ...words);
};

const compareBranch = (q: NameParts, c: NameParts): Feature => {
  if (q.branch === c.branch) return note('branch.equal', q.branch === '' ? 0 : 2, false, q.branch, c.branch);
  return note('branch.differs', c.branch === '' ? -1.2 : -2, true, q.branch, c.branch);
};

/** Share of neighbouring pairs two texts (or two lists of syllables) have in common (Dice), 0–1. */
const pairs = (a: ArrayLike<string>, b: ArrayLike<string>): number => {
  if (a.length < 2 || b.length < 2) return 0;
  const left = new Map<string, number>();
  for (let at = 1; at < a.length; at += 1) {
    const pair = `${a[at - 1]} ${a[at]}`;
    left.set(pair, (left.get(pair) ?? 0) + 1);
  }
  let both = 0;
  for (let at = 1; at < b.length; at += 1) {
    const pair = `${b[at - 1]} ${b[at]}`;
    const count = left.get(pair) ?? 0;
    if (count > 0) both += 1;
    if (count > 0) left.set(pair, count - 1);
  }
  return (2 * both) / (a.length + b.length - 2);
};

/** Whether two texts differ in a numeral: 第一 and 第二 are no slip of the pen. */
const numbered = (a: string, b: string): boolean => {
  const numerals = (text: string) => text.replace(/[^一二三四五六七八九十0-9]/gu, '');
  return numerals(a) !== numerals(b);
};

const compareText = (q: NameParts, c: NameParts): Feature[] => {
  if (q.text === '' || c.text === '') return [];
  const alike = pairs(q.text, c.text);
  const slip =
    q.text.length >= 8 && q.text !== c.text && [...q.text].sort().join('') === [...c.text].sort().join('');
  const typo = slip || (q.text.length >= 8 && distance(q.text, c.text) === 1 && !numbered(q.text, c.text));
  return [
    ...(typo && q.rest !== c.rest ? [note('text.slip', 5, true, q.text, c.text)] : []),
    note('text.alike', (alike - 0.5) * 4, false, alike.toFixed(2)),
    note(q.rest === c.rest ? 'text.rest-equal' : 'text.rest-differs', 0, q.rest !== c.rest, q.rest, c.rest),
  ];
};

/** A name typed in pinyin says nothing but its sound: equal sound, one syllable apart, or another name. */
const compareSound = (q: NameParts, c: NameParts): Comparison => {
  const words = [q.sound.join(' '), c.sound.join(' ')] as const;
  const near = pairs(q.sound, c.sound);
  const equal = q.sound.join('') === c.sound.join('');
  const feature = equal
    ? note('sound.equal', 8, false, ...words)
    : note(near > 0.6 ? 'sound.similar' : 'sound.differs', near * 8 - 1.5, true, ...words);
  return { score: feature.weight, features: [feature], against: feature.against ? 1 : 0 };
};

/** Compares a name asked for with a name on record, part by part. Pure; every observation is kept. */
export const compareNames = (q: NameParts, c: NameParts, row: RowPlace): Comparison => {
  if (q.script === 'latin' && q.sound.length > 0 && c.sound.length > 0) return compareSound(q, c);
  const features = [
    compareCore(q, c),
    compareOrdinal(q, c),
    ...compareKinds(q, c),
    compareSpecialties(q, c),
    comparePlaces(q, c, row),
    compareDistricts(q, c, row),
    compareParents(q, c),
    compareBody(q, c),
    compareBranch(q, c),
    ...compareText(q, c),
  ];
  let score = 0;
  let against = 0;
  for (const one of features) {
    score += one.weight;
    if (one.against) against += 1;
  }
  return { score, features, against };
};
