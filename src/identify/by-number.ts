import type { InstitutionQuestion } from '../../schema/question.ts';
import { reason } from '../../schema/reason.ts';
import { type IdentifierScheme, officialSchemes } from '../../schema/record.ts';
import type { Reason } from '../../schema/verdict.ts';
import { type DirectoryScheme, readDirectoryId } from '../identifiers/directory-id.ts';
import { divisionOf } from '../identifiers/division-codes.ts';
import { explainIdentifier } from '../identifiers/explain-identifier.ts';
import { normaliseIdentifier } from '../identifiers/identifier.ts';
import type { Reader } from '../store/registry-reader.ts';

/** A number as asked, and the institutions that hold it. */
export type NumberFound = Readonly<{
  field: 'licenceNumber' | 'uscc' | 'name';
  value: string;
  scheme: IdentifierScheme | null;
  institutions: readonly string[];
}>;

const FILING = /^药临床机构备字\d{10}$/u;

/** Whether a text typed as a name is a number instead: of an open registry, or an official one, long, no words, mostly digits. */
export const looksLikeNumber = (text: string): boolean => {
  if (readDirectoryId(text) !== null) return true;
  const value = normaliseIdentifier(text);
  if (FILING.test(value)) return true;
  return /^[0-9A-Z]{8,30}$/u.test(value) && (value.match(/\d/gu)?.length ?? 0) >= 6;
};

/** Who bears a number, and of which kind it is there. */
type Bearer = Readonly<{ institution: string; scheme: IdentifierScheme | DirectoryScheme }>;

/**
 * Who bears a number, be it official or one of an open registry, looked up by its ROR number. A text can be both: nine signs that begin
 * with 0 are ROR's or an organisation code, and whoever bears either is given.
 */
export const bearersOf = async (text: string, reader: Reader): Promise<readonly Bearer[]> => {
  const elsewhere = readDirectoryId(text);
  const listed = elsewhere?.ror == null ? [] : await reader.findIdentifier(elsewhere.ror.toUpperCase());
  const others = await reader.findIdentifier(normaliseIdentifier(text));
  return [
    ...listed
      .filter(({ scheme }) => scheme === 'ror')
      .map(({ institution, scheme }) => ({ institution, scheme: elsewhere?.scheme ?? scheme })),
    ...others.filter(({ scheme }) => scheme !== 'ror'),
  ];
};

/** What a number is called, before it, as lists and letterheads print it: "USCC: 1231…", 统一社会信用代码1231…, "Licence No. PDY…". */
const LABEL = /^(?:[^\d:：]{1,40}[:：\s]|\p{Script=Han}{2,16})\s{0,3}/u;

/** A number in one spelling, without what it is called where it is one only so. */
const numberIn = (text: string): string => {
  const [whole, own] = [text, text.replace(LABEL, '')].map(normaliseIdentifier);
  return [whole, own].find((one = '') => explainIdentifier(one).state === 'explained') ?? whole ?? '';
};

const lookUp = async (field: NumberFound['field'], text: string, reader: Reader): Promise<NumberFound> => {
  const value = numberIn(text);
  const hits = (await reader.findIdentifier(value)).filter((hit) => officialSchemes.includes(hit.scheme));
  return {
    field,
    value,
    scheme: hits[0]?.scheme ?? null,
    institutions: [...new Set(hits.map((hit) => hit.institution))].sort(),
  };
};

/** A number of ROR, ISNI, Wikidata or an LEI in the place of a name: whom ROR's own number stands for on record. */
const byDirectory = async (
  { scheme, value, ror }: NonNullable<ReturnType<typeof readDirectoryId>>,
  reader: Reader,
): Promise<NumberFound> => {
  const hits = ror === null ? [] : await reader.findIdentifier(ror.toUpperCase());
  const institutions = hits.filter((hit) => hit.scheme === 'ror').map((hit) => hit.institution);
  return {
    field: 'name',
    value: `${scheme} ${value}`,
    scheme: 'ror',
    institutions: [...new Set(institutions)].sort(),
  };
};

/** Every official number of the question, looked up. A number typed into `name` counts too. */
export const findNumbers = async (question: InstitutionQuestion, reader: Reader): Promise<NumberFound[]> => {
  const asked: [NumberFound['field'], string][] = [];
  if (question.licenceNumber !== undefined) asked.push(['licenceNumber', question.licenceNumber]);
  if (question.uscc !== undefined) asked.push(['uscc', question.uscc]);
  if (question.name !== undefined && looksLikeNumber(question.name)) asked.push(['name', question.name]);
  const found: NumberFound[] = [];
  for (const [field, text] of asked) {
    const directory = field === 'name' ? readDirectoryId(text) : null;
    const official = await lookUp(field, text, reader);
    if (directory === null) found.push(official);
    else {
      const listed = await byDirectory(directory, reader);
      const institutions = [...new Set([...listed.institutions, ...official.institutions])].sort();
      // Read as both, it may stand for two hospitals: then nobody is settled on.
      found.push({ ...(official.institutions.length > 0 ? official : listed), institutions });
    }
  }
  return found;
};

const spelling = (found: NumberFound): Reason[] => {
  const said = explainIdentifier(found.value);
  if (said.state === 'malformed') return [reason('number.malformed', { value: found.value })];
  if (said.state === 'explained' && said.checkDigit === 'differs')
    return [reason('number.check-digit', { value: found.value })];
  return [];
};

/** How the code of a body without an organisation code begins in a licence number; whether GB 11714's check character holds for it is not known. */
const NO_ORG_CODE = 'PDY';

/** Whether a number is not written as an official one is, or its check character does not fit. */
export const isWrittenWrong = (found: NumberFound): boolean =>
  spelling(found).some(({ code }) => code === 'number.malformed' || !found.value.startsWith(NO_ORG_CODE));

/** What the look-up of one number says; of an unknown one, also whether it is written as such numbers are. */
export const numberReasons = (found: NumberFound): Reason[] => {
  const { value, scheme, institutions } = found;
  const directory = scheme === 'ror';
  if (institutions.length === 0)
    return [reason('number.not-on-record', { value }), ...(directory ? [] : spelling(found))];
  if (directory) return [reason('number.directory', { value })];
  return [reason('number.equal', { value, scheme: scheme ?? 'number' })];
};

/**
 * The province in which a number that nobody has on record was given out (GB 32100-2015, WS 218: six digits of it are the division of
 * whoever gave it); null for one of the whole country, one that names no province, and one that is written wrong.
 */
export const provinceOf = (found: NumberFound): string | null => {
  const said = explainIdentifier(found.value);
  if (said.state !== 'explained' || said.checkDigit === 'differs') return null;
  const division = said.parts.find(({ name }) => name === 'division');
  return division === undefined ? null : divisionOf(division.value).province;
};
