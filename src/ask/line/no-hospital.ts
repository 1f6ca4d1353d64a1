import type { Language } from '../../../schema/base.ts';
import { askedBesides } from '../../../schema/lexicon/asked-besides.ts';
import { reason } from '../../../schema/reason.ts';
import type { Reason } from '../../../schema/verdict.ts';
import { noMatch } from '../../identify/results.ts';
import { provincesOrCitiesSpelled } from '../../places/english-names.ts';
import { leadingPlace, placeNamed } from '../../places/place-names.ts';
import { hasHan, simplify } from '../../text/han.ts';
import { treatmentCode } from '../../verdict/offer/code-of-words.ts';
import { isProhibited } from '../../verdict/offer/forbidden.ts';
import { isIllness } from '../../verdict/vocabulary/illness.ts';
import type { Facts } from '../facts.ts';
import { aroundName } from './rest-of-sentence.ts';
import { LONGEST_LINE, listed, piecesIn, piecesInEnglish } from './words-of-sentence.ts';

/** What is said of a line by which nobody is found at all, or whoever comes nearest. */
export const NOBODY: ReadonlySet<string> = new Set(['name.not-found', 'name.generic-only', 'name.nearest']);

const HOUSE = /(?:^|\s)(?:hospitals?|clinics?|cent(?:er|re)s?)$|(?:医院|诊所)$/iu;

/** Whether words are a place of China and nothing else. */
export const isPlace = (words: string): boolean =>
  hasHan(words) ? placeNamed(words) !== null : provincesOrCitiesSpelled(words).length > 0;

/** Most words of a sentence that are taken off either end. */
const MOST_OFF = 4;

/** The one treatment that a line says between the words of a sentence (哪里做试管婴儿好); null for none. */
const treatmentAlone = (text: string): Readonly<{ words: string; code: string }> | null => {
  const pieces = piecesIn(text);
  // A word that is not read may be a hospital's, and is never taken off.
  const before = pieces.slice(0, MOST_OFF).findIndex(({ made }) => made !== 'word');
  const starts = pieces.slice(0, (before < 0 ? MOST_OFF : before) + 1);
  const ends = pieces.slice(-MOST_OFF).toReversed();
  for (const { start } of starts)
    for (const { end } of ends) {
      const words = text.slice(start, end).trim();
      const code = words.length > 1 ? treatmentCode(words) : undefined;
      if (code !== undefined) return { words, code };
      if (pieces.find((one) => one.end === end)?.made !== 'word') break;
    }
  return null;
};

/** 肿瘤医院, 精神病专科: what a hospital is called. */
const isOfHouse = (text: string, ill: string): boolean =>
  ['医院', '专科', '防治', '研究', '中心', '门诊'].some((house) => text.includes(`${ill}${house}`));

/** The illness in words that end in one for a treatment in general: “leukemia treatment”. */
const illnessIn = (words: string): readonly string[] => {
  const own = piecesInEnglish(words).filter(({ made }) => made !== 'told');
  const ill = own.length === 0 ? '' : words.slice(own[0]?.start, own.at(-1)?.end);
  return isIllness(ill) ? [ill] : [];
};

/** “proton therapy in China”: Licet speaks of no other country. */
const IN_CHINA = /[\s,](?:in )?(?:mainland )?china[\s?.!]?$/iu;

/** Most words of a place behind a treatment: Inner Mongolia. */
const LONGEST_PLACE = 2;

/** Words without the place behind them: “liver transplant Shanghai”, 质子治疗广州. */
const withoutPlaceBehind = (words: string): string => {
  const at = hasHan(words)
    ? Array.from(words, (_, end) => end).find((end) => end > 1 && isPlace(words.slice(end)))
    : undefined;
  if (at !== undefined) return words.slice(0, at);
  const all = words.split(' ');
  for (let count = Math.min(LONGEST_PLACE, all.length - 1); count > 0; count -= 1)
    if (isPlace(all.slice(-count).join(' '))) return all.slice(0, -count).join(' ');
  return words;
};

/** 南山医院: called after a district or a county, while 上海医院 may be any of that city. */
const namesDistricts = (words: string): boolean =>
  HAN_HOUSE.test(words) && placeNamed(words.replace(HAN_HOUSE, ''))?.level === 3;
const HAN_HOUSE = /医院$/u;

/** Which hospital is asked, and none is named: 质子治疗广州哪家医院能做. */
const WHICH = /哪[家个所些](?:大?医院)?|什么医院|哪里|哪儿/u;

/** What a line asks for that names an illness or a treatment and nobody; null for any other. */
const askedAlone = (line: string, lang: Language): Reason | null => {
  const whole = simplify(line).replace(IN_CHINA, '');
  const text = whole.slice(leadingPlace(whole)?.length ?? 0).trim();
  const alone = treatmentAlone(text);
  if (alone !== null) return isProhibited(alone.code) ? null : reason('name.treatment-alone', alone);
  const { unread, told, ills: bare } = aroundName(text, { start: 0, end: 0 });
  const ills = [...bare, ...told.flatMap(illnessIn)];
  if (ills.some((ill) => isOfHouse(text, ill))) return null;
  if (unread.some(namesDistricts)) return null;
  const own = unread.map((words) => words.replace(HOUSE, '').trim()).filter((words) => words !== '');
  const left = own.filter((words) => !isPlace(words)).map(withoutPlaceBehind);
  if (left.length === 0)
    // “Cancer Hospital” is what a hospital is called.
    return ills.length === 0 ? null : reason('name.illness-alone', { words: listed(ills, lang) });
  const codes = left.flatMap((words) => treatmentCode(words) ?? []);
  const [code] = codes;
  return code === undefined || codes.length < left.length || codes.some(isProhibited)
    ? null
    : reason('name.treatment-alone', { words: listed(left, lang), code });
};

/** That a line asks which hospital to choose (“the best hospital in China for brain tumors”, 深圳眼科最好的医院); null for any other. */
const whichAsked = (line: string): Reason | null => {
  const text = simplify(line).toLowerCase();
  const words = askedBesides().which[hasHan(text) ? 'zh' : 'en'];
  return words.some((one) => text.includes(one)) ? reason('name.which-asked', { name: line.trim() }) : null;
};

/** The facts about a line that names an illness or a lawful treatment and no hospital (“leukemia treatment”, 试管婴儿 哪家医院好), or asks which hospital to choose, with that said; as they are for any other. */
export const withNoHospital = (line: string | undefined, lang: Language, facts: Facts): Facts => {
  const { match, why } = facts.identification;
  if (line === undefined || line.length > LONGEST_LINE) return facts;
  const isOpen = match === 'none' && why.every(({ code }) => NOBODY.has(code));
  if (!isOpen && !(match === 'branch-not-on-record' && WHICH.test(line))) return facts;
  const isOffered = why.some(({ code }) => code === 'name.nearest');
  const said = askedAlone(line, lang) ?? (isOpen && !isOffered ? whichAsked(line) : null);
  return said === null
    ? facts
    : { ...facts, identification: noMatch([said]), dossier: null, candidates: new Map() };
};
