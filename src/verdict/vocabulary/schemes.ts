import type { Bilingual } from '../../../schema/base.ts';
import programmeList from '../../../schema/codes/programmes.json' with { type: 'json' };
import schemeList from '../../../schema/codes/schemes.json' with { type: 'json' };

/** What sort of mark a scheme gives. Only the first three are about how a hospital or laboratory works. */
type SchemeKind =
  | 'accreditation'
  | 'certification'
  | 'laboratory'
  | 'it-maturity'
  | 'for-schemes'
  | 'membership'
  | 'equipment';

/** A private mark: what it attests and what it does not, in one sentence each, for a patient. */
export type Scheme = Readonly<{
  code: string;
  kind: SchemeKind;
  name: Bilingual;
  issuer: Bilingual;
  attests: Bilingual;
  doesNot: Bilingual;
  /** Years a mark runs; null where the scheme’s term is not established. */
  termYears: number | null;
  scope: 'institution' | 'laboratory';
  /** The issuer’s own directory, for people; null when none is known. */
  directory: string | null;
  sources: readonly string[];
  words: Readonly<{ en: readonly string[]; zh: readonly string[] }>;
  /** Presupposes another, current accreditation. */
  presupposes?: true;
}>;

/** A pilot or demonstration title, with its dates. */
export type Programme = Readonly<{
  code: string;
  name: Bilingual;
  holder: 'institution' | 'area';
  announced: string;
  ends: string | null;
  sources: readonly string[];
  words: Readonly<{ en: readonly string[]; zh: readonly string[] }>;
}>;

export const schemes: readonly Scheme[] = schemeList as readonly Scheme[];
export const programmes: readonly Programme[] = programmeList as readonly Programme[];

const schemeByCode = new Map(schemes.map((scheme) => [scheme.code, scheme]));
const programmeByCode = new Map(programmes.map((programme) => [programme.code, programme]));

export const findScheme = (code: string): Scheme | undefined => schemeByCode.get(code);
export const findProgramme = (code: string): Programme | undefined => programmeByCode.get(code);

const attesting: readonly SchemeKind[] = ['accreditation', 'certification', 'laboratory'];
/** True when the scheme attests something about a hospital or its laboratory at all. */
export const isAccreditation = (scheme: Scheme): boolean => attesting.includes(scheme.kind);
