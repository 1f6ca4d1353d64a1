import type { Dossier } from '../../../schema/institution.ts';
import { reason } from '../../../schema/reason.ts';
import type { Identification, Reason } from '../../../schema/verdict.ts';
import { hasOwnWord } from '../../names/compare/compare-parent.ts';
import { latinReadings } from '../../names/parse/latin-clauses.ts';
import { parseName } from '../../names/parse/parse-name.ts';
import { latinPlace } from '../../names/parse/sound.ts';
import { unreadInAddress } from '../../names/parse/unread-clauses.ts';
import { saidAbroad } from '../../places/abroad.ts';
import type { Reader } from '../../store/registry-reader.ts';
import { hasHan } from '../../text/han.ts';
import { areRead, recordSpeaksOf } from '../beside/read-words.ts';
import type { Likely } from '../model/likelihood.ts';
import { noMatch, unmatched } from '../results.ts';
import { asCandidates, type Search, type Step } from '../search.ts';
import { brandsOf } from './brands.ts';
import { type ProtectedWord, protectedWords } from './protected.ts';

/** How sure the hospital must be whose name is borrowed. */
const SURE = 0.6;
const OTHER_BODY = ['parent.unsettled:other', 'parent.differs'];
/** A body said in full: one in short (浙医) may be the hospital’s own. */
const IN_FULL = /大学|学院|科学院|研究院/u;

/** Whether a word of the body asked, beyond general ones, stands in a name on record: "Peking Union Medical College". */
const sharesWord = (asked: string, { names }: Dossier): boolean => {
  const words = parseName(asked).parent.filter((word) => hasOwnWord([word]));
  return names.some(({ value }) => {
    const { parent, core, places } = parseName(value);
    return words.some((word) => [...parent, ...core, ...places.map(latinPlace)].includes(word));
  });
};

/** The famous word that an institution bears in its own right; null for one that bears none. */
export const famousWordOf = async ({ names }: Dossier, reader: Reader): Promise<ProtectedWord | null> => {
  const words = [...protectedWords(reader.reference), ...(await brandsOf(reader))];
  return words.find(({ genuine }) => names.some(({ value }) => genuine.includes(value))) ?? null;
};

/**
 * What a name is that would be one institution's but for something that speaks against it: a `lookalike` where the name is a famous one, else nobody's.
 * The institution stands beside it, as the one that is not meant.
 */
export const isNotThis = async (
  name: string,
  { id, candidates }: Readonly<{ id: string; candidates: Identification['candidates'] }>,
  against: Reason,
  reader: Reader,
): Promise<Identification> => {
  const dossier = await reader.dossier(id);
  const word = dossier === undefined ? null : await famousWordOf(dossier, reader);
  if (word === null) return noMatch([reason('name.not-found', { name }), against], candidates);
  const genuine = word.genuine.join('、');
  return unmatched(
    'lookalike',
    [reason('name.lookalike', { name, word: word.zh, genuine }), against],
    candidates,
  );
};

/** What a name says is the hospital's own, without the university or body before or behind it; '' for a name that states none. */
const withoutBody = (name: string): Readonly<{ own: string; body: string }> => {
  const { parentText, text, core } = parseName(name);
  if (hasHan(name))
    return !IN_FULL.test(parentText) || core.length === 0
      ? { own: '', body: '' }
      : {
          own: text.slice(text.indexOf(parentText) + parentText.length).replace(/^附属/u, ''),
          body: parentText,
        };
  const [reading] = latinReadings(name);
  const body = reading?.parent.join(', ') ?? '';
  return body === '' || core.length === 0
    ? { own: '', body: '' }
    : { own: reading?.own.join(' ') ?? '', body };
};

/** The hospital that a part of a name is surely that of; null for none. */
export const surest = ({ likelyFor }: Search, own: string): Likely | null => {
  const [best] = own.trim() === '' ? [] : likelyFor(own);
  return best !== undefined && best.probability >= SURE ? best : null;
};

/** A hospital as what stands beside an answer. */
export const besides = (search: Search, best: Likely) => ({
  id: best.id,
  candidates: asCandidates(search, [best]),
});

/** 复旦大学附属瑞金医院, "Xiangya Hospital of Oxford University": a hospital's name under a body that no name of it has. */
export const underOtherBody: Step = async (search) => {
  const { own, body } = withoutBody(search.name);
  const best = surest(search, own);
  const same = search.likely.find(({ institution }) => institution === best?.institution);
  if (best === null || same?.features.has('parent.elsewhere') === true) return null;
  const differs = same?.comparison.parts.find(({ code, detail }) =>
    OTHER_BODY.includes(detail === undefined ? code : `${code}:${detail}`),
  );
  if (differs === undefined) return null;
  const dossier = await search.reader.dossier(best.id);
  if (dossier === undefined || (await famousWordOf(dossier, search.reader)) === null) return null;
  if (!hasHan(search.name) && sharesWord(search.name, dossier)) return null;
  const against = reason('part.parent.differs', { asked: body, found: dossier.title.zh ?? '–' });
  return isNotThis(search.name, besides(search, best), against, search.reader);
};

/**
 * The rest of a name around some words: what stands before them, or behind where nothing does. Within a name only a word of the rest tells whose it
 * is: "Beijing Jordan Hospital" is not Beijing Hospital in Jordan; '' then.
 */
const around = (name: string, words: string): string => {
  const at = name.indexOf(words);
  const before = name.slice(0, at).replace(/[\s,(（·-]{1,5}$/u, '');
  if (/hospital|医院/iu.test(before)) return before;
  const rest = `${before} ${name.slice(at + words.length)}`.trim();
  return before === '' || parseName(rest).core.length > 0 ? rest : '';
};

/** "Ruijin Hospital Dubai", 泰国华山医院: a hospital's name in another country. */
export const inAnotherCountry: Step = async (search) => {
  const { name, reader } = search;
  const asked = saidAbroad(name);
  const best = asked === null ? null : surest(search, around(name, asked));
  const dossier = best === null ? undefined : await reader.dossier(best.id);
  if (asked === null || best === null || dossier === undefined || areRead(asked, dossier)) return null;
  return isNotThis(name, besides(search, best), reason('place.not-understood', { asked }), reader);
};

const BEHIND = /^(.{1,80}?\bhospital)\s{1,3}(\S.{0,80})$/iu;

/** "Ruijin Hospital Boston": words behind a hospital's whole name that nothing on record of it explains. */
export const unknownBehind: Step = async (search) => {
  const [, own = '', words = ''] = BEHIND.exec(search.name.trim()) ?? [];
  const best = words === '' || unreadInAddress(words).words === '' ? null : surest(search, own);
  const dossier = best === null ? undefined : await search.reader.dossier(best.id);
  return best === null || dossier === undefined || recordSpeaksOf(dossier, words)
    ? null
    : noMatch([reason('name.clause-unread', { words })], asCandidates(search, [best]));
};
