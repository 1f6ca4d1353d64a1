import { englishAbbreviations } from '../../../schema/lexicon/generic-words.ts';
import { provincesOrCitiesSpelled } from '../../places/english-names.ts';
import { hasHan } from '../../text/han.ts';
import { saysField } from '../compare/compare-kind.ts';
import { parseName } from '../parse/parse-name.ts';

/** A name in our English words, and characters that the name on record must have which is like it. */
type InOurEnglish = Readonly<{ name: string; has: string }>;

/** "Chifeng Municipal Hospital": our words leave 市 out. */
const OF_CITY = /^(\S{3,20}) (?:municipal|city)(?= (?:\S{1,20} ){0,4}hospital$)/iu;
/** "Yan'an Hospital of Kunming City": the town behind. */
const OF_TOWN = /^(?:the )?(\S.{2,60}\bhospital) of (\S{3,20})(?: city)?$/iu;
/** "Xuzhou Medical University Hospital": the only one of a school of medicine. That of another university is its infirmary. */
const OF_SCHOOL = /^(\S{3,20}(?: \S{3,20})? medical (?:university|college)) hospital$/iu;
/** "Sixth Affiliated Hospital Sun Yat-sen". */
const OF_BODY = /(?<=\baffiliated hospital),? ((?!of\b)\S{3,20}(?: \S{3,20})?)$/iu;
/** "Second Hospital of Hebei Medical": no hospital is of what is medical, so the word for its school is left out. */
const OF_MEDICAL = /\bhospital,? (?:of )?(?:the )?\S{3,20}(?: \S{2,20}){0,2} medical$/iu;
/** "Zhengzhou University First Affiliated": the word for the house is left out. */
const AFFILIATED = / affiliated$/iu;
/** "301 Military Hospital", "No. 301 PLA Military Hospital", "Military Hospital 301": in our words 解放军301医院. */
const OF_ARMY = [
  /^(?:(?:chinese )?pla )?(?:no\.? ?)?(\d{2,3})(?:st|nd|rd|th)? (?:(?:chinese )?pla )?(?:military|army) hospital\b/iu,
  /^(?:(?:chinese )?pla )?(?:military|army) hospital (?:no\.? ?)?(\d{2,3})\b/iu,
];
/** "Jinan Military General Hospital": of its military region. */
const OF_REGION = /^(\S{3,20}) (?:military|army) general hospital$/iu;
/** "General Hospital of the Armed Police Forces", "Armed Police General Hospital". */
const OF_POLICE = [
  /^(?:the )?general hospital of (?:the )?(?:chinese )?(?:people[’']?s )?armed police(?: forces?)?$/iu,
  /^(?:chinese )?(?:people[’']?s )?armed police(?: forces?)? general hospital$/iu,
];
const POLICE = "Chinese People's Armed Police Force General Hospital";
/** "Gansu Provincial Cancer Hospital", "Henan Children's Hospital": our words say of some fields that the hospital is the province's, and leave it out of others. */
const OF_PROVINCE = /^(\S{5,12}) (?:provincial |province )/iu;
const BODY = /\b(?:university|college|school|academy|china)\b/iu;
const LONGEST = 120;

const SHORT = new RegExp(
  `(?<!\\p{L})(${Object.keys(englishAbbreviations).join('|')})\\b(?:\\. ?|(?!['’-]))`,
  'giu',
);
/** "Sch. of Med.", "Univ. Sch. Med.": medicine. */
const MEDICINE = /\b(school(?: of)?|of) Medical(?! scien)/giu;

/** A name with the English words in full that are written short in it: "Peking Union Med. Coll. Hosp.", "First Affil Hosp Sun Yat-sen Univ". */
export const inFull = (name: string): string => {
  const text = name.replace(
    SHORT,
    (_, word: string) => `${englishAbbreviations[word.toLowerCase()] ?? word} `,
  );
  if (text === name) return name;
  return text
    .replace(/ {2,9}/gu, ' ')
    .replace(/ (?=[,;)]|$)/gu, '')
    .replace(MEDICINE, (_, before: string) => `${/of$/iu.test(before) ? before : `${before} of`} Medicine`);
};

const withUniversity = (text: string): string => {
  const body = OF_BODY.exec(text)?.[1] ?? '';
  const isNone = body === '' || BODY.test(body) || provincesOrCitiesSpelled(body).length > 0;
  return isNone ? text : text.replace(OF_BODY, ' of $1 University');
};

/** The hospital of a province's own for some field, with the word for its rank or without it; the name as it is for any other. */
const ofProvince = (text: string): string => {
  const [word = ''] = text.split(' ');
  const [place, ...more] = provincesOrCitiesSpelled(word);
  if (place?.endsWith('省') !== true || more.length > 0 || !saysField(parseName(text))) return text;
  return OF_PROVINCE.test(text) ? text.replace(OF_PROVINCE, '$1 ') : text.replace(word, `${word} Provincial`);
};

/** A name in Latin letters in our words for what it says; none for any other name. */
export const inOurEnglish = (name: string): readonly InOurEnglish[] => {
  const text = name.trim();
  if (hasHan(text) || text.length > LONGEST) return [];
  return [
    { name: text.replace(OF_CITY, '$1'), has: '市' },
    { name: text.replace(OF_TOWN, '$2 $1'), has: '' },
    { name: text.replace(OF_SCHOOL, 'Affiliated Hospital of $1'), has: '附属医院' },
    { name: withUniversity(text), has: '' },
    { name: text.replace(OF_REGION, '$1 Military Command General Hospital'), has: '军区' },
    { name: ofProvince(text), has: '省' },
    { name: text.replace(OF_MEDICAL, '$& University'), has: '' },
    { name: text.replace(AFFILIATED, '$& Hospital'), has: '' },
    ...OF_POLICE.map((pattern) => ({ name: text.replace(pattern, POLICE), has: '武' })),
    ...OF_ARMY.map((pattern) => ({ name: text.replace(pattern, 'PLA $1 Hospital'), has: '' })),
  ].filter((one) => one.name !== text);
};
