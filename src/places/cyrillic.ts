/** How pinyin's consonants and vowels are written in Russian (the system of Palladius), the longest first. */
const INITIALS: readonly (readonly [pinyin: string, cyrillic: string])[] = [
  ['zh', 'чж'],
  ['ch', 'ч'],
  ['sh', 'ш'],
  ...[...'bpmfdtnlgkhjqxrzcs'].map(
    (letter, at) => [letter, 'б п м ф д т н л г к х цз ц с ж цз ц с'.split(' ')[at] ?? ''] as const,
  ),
];

/** The vowels behind j, q, x and y, whose u is ü. */
const SOFT = 'u:юй ue:юэ uan:юань un:юнь';
const FINALS =
  'a:а o:о e:э ai:ай ei:эй ao:ао ou:оу an:ань en:энь ang:ан eng:эн ong:ун i:и ia:я ie:е iao:яо iu:ю ian:янь in:инь iang:ян ing:ин iong:юн u:у ua:уа uo:о uai:уай ui:уй uan:уань un:унь uang:уан ue:юэ';
/** Syllables that no consonant begins, and those that are written in a way of their own. */
const WHOLE =
  'er:эр yi:и ya:я yo:йо ye:е yao:яо you:ю yan:янь yin:инь yang:ян ying:ин yong:юн yu:юй yue:юэ yuan:юань yun:юнь wu:у wa:ва wo:во wai:вай wei:вэй wan:вань wen:вэнь wang:ван weng:вэн zhi:чжи chi:чи shi:ши ri:жи zi:цзы ci:цы si:сы hui:хуэй';

const tableOf = (pairs: string): ReadonlyMap<string, string> =>
  new Map(
    pairs.split(' ').map((pair) => {
      const [pinyin = '', cyrillic = ''] = pair.split(':');
      return [pinyin, cyrillic];
    }),
  );
const [soft, finals, whole] = [SOFT, FINALS, WHOLE].map(tableOf);

const ofSyllable = (syllable: string): string | null => {
  const known = whole?.get(syllable);
  if (known !== undefined) return known;
  const [initial, written] = INITIALS.find(([one]) => syllable.startsWith(one)) ?? ['', ''];
  const rest = syllable.slice(initial.length);
  const final = (/^[jqx]$/u.test(initial) ? soft?.get(rest) : undefined) ?? finals?.get(rest);
  return final === undefined ? null : written + final;
};

/** Pinyin syllables as Russian writes them, in one word of small letters (shang hai: шанхай); null for what is no pinyin. */
export const inCyrillic = (syllables: readonly string[]): string | null => {
  const written = syllables.map(ofSyllable);
  return written.includes(null) ? null : written.join('');
};

/** The Cyrillic letters of a text, without the sign that only parts syllables (Чанъань) and without marks. */
export const cyrillicLetters = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^а-я]/gu, '')
    .replaceAll('ъ', '');
