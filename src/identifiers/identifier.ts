import type { Bilingual } from '../../schema/base.ts';

/** Numbers that can be explained. `insurance-code` is the code of the National Healthcare Security Administration. */
const identifierKinds = [
  'uscc',
  'org-code',
  'licence-number',
  'practising-certificate',
  'insurance-code',
  'trial-filing',
] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

/** `differs` warns and never rejects: numbers in real use are known whose check character is wrong. */
export type CheckDigit = 'ok' | 'differs' | 'none';

/** One part of a number, and what it stands for; null when no code list tells. */
export type IdentifierPart = Readonly<{ name: string; value: string; meaning: Bilingual | null }>;

export type IdentifierWarning = Readonly<{ code: string } & Bilingual>;

/** A number whose length and alphabet are right. That says nothing of whether a register holds it. */
export type WellFormed = Readonly<{
  kind: IdentifierKind;
  normalised: string;
  wellFormed: true;
  checkDigit: CheckDigit;
  parts: readonly IdentifierPart[];
  warnings: readonly IdentifierWarning[];
}>;

/** A number of the wrong length or alphabet, and in words which. */
export type Malformed = Readonly<{ kind: IdentifierKind; wellFormed: false; problem: IdentifierWarning }>;

export type Parsed = WellFormed | Malformed;

/** Full-width to half-width, upper case, without spaces, hyphens, brackets and control characters. Idempotent. */
export const normaliseIdentifier = (value: string): string =>
  value
    .normalize('NFKC')
    .toUpperCase()
    .normalize('NFKC')
    .replace(/[\s\p{Cc}\p{Cf}\p{Pd}−()[\]〔〕【】]+/gu, '');

export const part = (name: string, value: string, meaning: Bilingual | null = null): IdentifierPart => ({
  name,
  value,
  meaning,
});

export const warning = (code: string, en: string, zh: string): IdentifierWarning => ({ code, en, zh });

export const malformed = (kind: IdentifierKind, code: string, en: string, zh: string): Malformed => ({
  kind,
  wellFormed: false,
  problem: warning(code, en, zh),
});

/** Wrong length, in words. */
export const wrongLength = (kind: IdentifierKind, value: string, expected: string): Malformed =>
  malformed(
    kind,
    'malformed.length',
    `It has ${value.length} characters; ${expected} are expected.`,
    `共${value.length}位，应为${expected.replaceAll(', ', '、').replace(' or ', '或')}位。`,
  );

/** The first character outside the alphabet, with its position, counted from 1; null when all fit. */
export const firstInvalidCharacter = (
  value: string,
  allowed: RegExp,
): Readonly<{ at: number; char: string }> | null => {
  const at = [...value].findIndex((char) => !allowed.test(char));
  return at === -1 ? null : { at: at + 1, char: [...value][at] ?? '' };
};

/** A character that cannot stand where it stands, in words. */
export const wrongCharacter = (
  kind: IdentifierKind,
  found: Readonly<{ at: number; char: string }>,
  rule: Bilingual,
): Malformed =>
  malformed(
    kind,
    'malformed.alphabet',
    `Character ${found.at} is “${found.char}”. ${rule.en}`,
    `第${found.at}位是“${found.char}”。${rule.zh}`,
  );
