import type { Bilingual } from '../../schema/base.ts';
import type { IdentifierScheme } from '../../schema/record.ts';
import { type DirectoryScheme, readDirectoryId } from './directory-id.ts';
import { divisionOf } from './division-codes.ts';
import {
  type CheckDigit,
  type IdentifierKind,
  type IdentifierPart,
  type IdentifierWarning,
  type Malformed,
  normaliseIdentifier,
  type Parsed,
  type WellFormed,
} from './identifier.ts';
import { parseInsuranceCode } from './insurance-code.ts';
import { licenceFields, parseLicenceNumber } from './licence-number.ts';
import { parseOrgCode } from './org-code.ts';
import { type PersonalNumber, personalNumberIn } from './personal-number.ts';
import { parsePractisingCertificate } from './practising-certificate.ts';
import { parseTrialFiling } from './trial-filing.ts';
import { parseUscc } from './uscc.ts';
import { usccAgrees } from './uscc-check.ts';

/** Another number that follows from this one, and how. */
type CrossReference = Readonly<{ scheme: IdentifierScheme; value: string } & Bilingual>;

type Correction = Readonly<{ kind: IdentifierKind; value: string } & Bilingual>;

/** What can be said of a number without asking any register. */
export type IdentifierExplanation =
  | Readonly<{
      state: 'explained';
      kind: IdentifierKind | DirectoryScheme;
      normalised: string;
      wellFormed: true;
      checkDigit: CheckDigit;
      parts: readonly IdentifierPart[];
      warnings: readonly IdentifierWarning[];
      crossReferences: readonly CrossReference[];
    }>
  | Readonly<{
      state: 'malformed';
      kind: null;
      wellFormed: false;
      checkDigit: 'none';
      /** The forms it could have been, nearest first, each with what is wrong. */
      couldBe: readonly Readonly<{ kind: IdentifierKind; problem: IdentifierWarning }>[];
      /** The number with letters put right that are never used in it, where its check character then agrees; else null. */
      correction: Correction | null;
    }>
  /** A number that tells who somebody is: neither explained nor repeated. */
  | Readonly<{ state: 'refused'; kind: PersonalNumber; wellFormed: false; checkDigit: 'none' } & Bilingual>;

const REFUSALS: Readonly<Record<PersonalNumber, Bilingual>> = {
  'id-card': {
    en: 'This looks like the number of an identity card. Licet does not read or keep such numbers. For a physician, give the 15 digits of the practising certificate.',
    zh: '该号码疑似身份证号码，本系统不读取、不保存。查询医师请提供15位的医师执业证书编码。',
  },
  'qualification-certificate': {
    en: 'This looks like the number of a qualification certificate, which contains an identity-card number. Licet does not read or keep such numbers. Give the 15 digits of the practising certificate instead.',
    zh: '该号码疑似医师资格证书编码，其中含有身份证号码，本系统不读取、不保存。请改用15位的医师执业证书编码。',
  },
};

const NO_AUTHORITY: IdentifierWarning = {
  code: 'directory.no-authority',
  en: 'A number of an open registry of organisations, given by no health authority. It helps to find a hospital and proves nothing of it.',
  zh: '此为开放机构注册库的编号，并非卫生主管部门颁发，只用于查找医院，不能证明任何资质。',
};

type Parser = (value: string) => Parsed;
const PARSERS: Readonly<Record<IdentifierKind, Readonly<{ parse: Parser; lengths: readonly number[] }>>> = {
  uscc: { parse: parseUscc, lengths: [18] },
  'org-code': { parse: parseOrgCode, lengths: [9] },
  'licence-number': { parse: parseLicenceNumber, lengths: [22, 18, 12] },
  'practising-certificate': { parse: parsePractisingCertificate, lengths: [15] },
  'insurance-code': { parse: parseInsuranceCode, lengths: [12] },
  'trial-filing': { parse: parseTrialFiling, lengths: [17, 18] },
};
const KINDS = Object.keys(PARSERS) as IdentifierKind[];

/** Distance of a number that cannot be of that kind at all. */
const FAR = 99;

const CERTAINTY = { known: 2, province: 1, unknown: 0 } as const;

/**
 * 18 digits can be a credit code or an older licence number. A check that agrees settles it. Where it differs, the division
 * does: a credit code has it in the third to eighth place, a licence number in the seventh to twelfth.
 */
const creditCodeOrLicence = (found: readonly WellFormed[], value: string): WellFormed | undefined => {
  const credit = found.find((one) => one.kind === 'uscc');
  const licence = found.find((one) => one.kind === 'licence-number');
  if (credit === undefined || licence === undefined) return credit ?? licence ?? found[0];
  if (usccAgrees(value)) return credit;
  const [inCredit, inLicence] = [value.slice(2, 8), value.slice(6, 12)].map(
    (code) => CERTAINTY[divisionOf(code).state],
  );
  if (inCredit !== inLicence) return (inCredit ?? 0) > (inLicence ?? 0) ? credit : licence;
  return credit.warnings.some((one) => one.code === 'uscc.holder-unknown') ? licence : credit;
};

const lengthDistance = (kind: IdentifierKind, value: string): number => {
  if (value.includes('药') !== (kind === 'trial-filing')) return FAR;
  if (kind === 'insurance-code' && /^[HP]\d+$/.test(value)) return 0;
  return Math.min(...PARSERS[kind].lengths.map((length) => Math.abs(length - value.length)));
};

const FOLLOWS = {
  en: 'The organisation code of the holder, contained in this number.',
  zh: '本号码所含的组织机构代码。',
};

const referencesOf = (of: WellFormed): CrossReference[] => {
  const licence = of.kind === 'licence-number' ? licenceFields(of.normalised) : null;
  const org = of.kind === 'uscc' ? of.normalised.slice(8, 17) : licence?.orgCode;
  return org === undefined ? [] : [{ scheme: 'org-code', value: org, ...FOLLOWS }];
};

/** Letters that official numbers never use, and the digits they are typed for (GB 32100-2015, 5.2). */
const MISTYPED: Readonly<Record<string, string>> = { O: '0', I: '1', Z: '2', S: '5' };

/** Offered, never taken: only where a check character then agrees is the slip all but certain. */
const correctionOf = (value: string): Correction | null => {
  const corrected = value.replace(/[OIZS]/g, (letter) => MISTYPED[letter] ?? letter);
  if (corrected === value) return null;
  for (const kind of ['uscc', 'licence-number', 'org-code'] as const) {
    const read = PARSERS[kind].parse(corrected);
    if (read.wellFormed && read.checkDigit === 'ok')
      return {
        kind,
        value: corrected,
        en: `Did you mean ${corrected}? Digits were typed as letters.`,
        zh: `是否为${corrected}？可能把数字录成了字母。`,
      };
  }
  return null;
};

const malformedAs = (tried: readonly Malformed[], value: string): IdentifierExplanation => {
  const near = tried
    .map(({ kind, problem }) => ({ kind, problem, far: lengthDistance(kind, value) }))
    .sort((a, b) => a.far - b.far);
  const close = near.filter((one) => one.far <= 3 || (one.kind === 'trial-filing' && one.far < FAR));
  const couldBe = (close.length > 0 ? close : near).map(({ kind, problem }) => ({ kind, problem }));
  const correction = correctionOf(value);
  return { state: 'malformed', kind: null, wellFormed: false, checkDigit: 'none', couldBe, correction };
};

/** A number of an open registry of organisations: it says nothing but whose it is there. */
const explainDirectory = (kind: DirectoryScheme, normalised: string): IdentifierExplanation => ({
  state: 'explained',
  kind,
  normalised,
  wellFormed: true,
  checkDigit: kind === 'isni' || kind === 'lei' ? 'ok' : 'none',
  parts: [],
  warnings: [NO_AUTHORITY],
  crossReferences: [],
});

/**
 * Explains any official number: which kind it is, its parts, whether its check character agrees. No register is asked.
 * Malformed input lists the forms it could have been; a personal number is refused and not repeated. Never throws.
 */
export const explainIdentifier = (value: string): IdentifierExplanation => {
  const personal = personalNumberIn(value);
  if (personal !== null) {
    return { state: 'refused', kind: personal, wellFormed: false, checkDigit: 'none', ...REFUSALS[personal] };
  }
  const directory = readDirectoryId(value);
  if (directory !== null) return explainDirectory(directory.scheme, directory.value);
  const normalised = normaliseIdentifier(value);
  const tried = KINDS.map((kind) => PARSERS[kind].parse(normalised));
  const found = tried.filter((one) => one.wellFormed);
  const settled = found.length > 1 ? creditCodeOrLicence(found, normalised) : found[0];
  if (settled === undefined)
    return malformedAs(
      tried.filter((one) => !one.wellFormed),
      normalised,
    );
  return { state: 'explained', ...settled, crossReferences: referencesOf(settled) };
};
