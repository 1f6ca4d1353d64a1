import type { Credential, Gate } from '../../schema/credential.ts';
import type { EvidenceRef, PossiblyListed } from '../../schema/institution.ts';
import { findGrade } from '../../src/verdict/vocabulary/claims.ts';
import { findProgramme, findScheme } from '../../src/verdict/vocabulary/schemes.ts';
import { findService } from '../../src/verdict/vocabulary/services.ts';
import { evidenceRef, isListWord, type ListWord, lists } from './lists.ts';

/** The gate a code of the vocabulary belongs to. */
export const gateOf = (code: string): Gate => {
  if (code === 'licence' || code === 'trial-filing') return 'practice-licence';
  if (code === 'owner') return 'foreign-capital';
  if (findGrade(code)) return 'grade';
  if (findScheme(code)) return 'accreditation';
  if (findProgramme(code)) return 'programme';
  const service = findService(code);
  if (service === undefined) throw new Error(`no gate for “${code}”`);
  return service.gate;
};

/** One row of a list, as a case tells it. */
export type Known = Readonly<{
  word: ListWord;
  edition: string | null;
  credential: Credential | null;
  ref: EvidenceRef;
}>;

/** The word after `name`, or the text in quotation marks after it. */
export const option = (text: string, name: string): string | undefined =>
  new RegExp(`\\b${name} (?:"([^"]*)"|(\\S+))`)
    .exec(text)
    ?.slice(1)
    .find((part) => part !== undefined);

/** `art@2025-06: art.ivf formal at "…"`: a row of that edition; without words after the colon, the bare name. */
export const readKnown = (text: string, row: number): Known => {
  const [head = '', ...tail] = text.split(': ');
  const [word = '', edition] = head.trim().split('@');
  if (!isListWord(word)) throw new Error(`“${word}” is no list of test/verdict/lists.ts`);
  const list = lists[word];
  const rest = tail.join(': ').trim();
  const printed = list.editions?.[0] ?? null;
  const date = edition ?? printed;
  const own = option(rest, 'dated');
  const ref = evidenceRef(list, date, { row, ...(own === undefined ? {} : { asOf: own }) });
  const seen = option(rest, 'gone-after');
  const kind = option(rest, 'voice');
  const whole: EvidenceRef = {
    ...ref,
    ...(seen === undefined ? {} : { seenLast: seen, current: false }),
    ...(kind === undefined ? {} : { kind: kind as EvidenceRef['kind'] }),
    ...(/\brecords (a|no) licence\b/.test(rest) && {
      presupposesLicence: rest.includes('records a licence'),
    }),
  };
  const [code = '', status = 'listed'] = rest.split(/\s+/);
  if (rest === '' || code === 'named') return { word, edition: date, credential: null, ref: whole };
  const address = option(rest, 'at');
  const part = /\b(campus|department|laboratory|project) "([^"]*)"/.exec(rest);
  const [from, until, on] = [option(rest, 'from'), option(rest, 'until'), option(rest, 'on')];
  const credential: Credential = {
    gate: gateOf(code),
    code,
    status: status as Credential['status'],
    scope: {
      kind: (part?.[1] ?? 'institution') as Credential['scope']['kind'],
      ...(part?.[2] === undefined ? {} : { text: part[2] }),
      ...(address === undefined ? {} : { address }),
    },
    ...(from === undefined ? {} : { validFrom: from }),
    ...(until === undefined ? {} : { validUntil: until }),
    ...(on === undefined ? {} : { eventDate: on }),
    ...(rest.includes('term-derived') ? { termDerived: true } : {}),
  };
  return { word, edition: date, credential, ref: whole };
};

/** `art 编造第二医院`: a row of that list that may be the hospital, by the name it bears there. */
export const readPossible = (text: string): PossiblyListed => {
  const [word = '', name = ''] = text.split(' ');
  if (!isListWord(word)) throw new Error(`“${word}” is no list of test/verdict/lists.ts`);
  return { source: lists[word].id, institution: 'cnpossible', name };
};
