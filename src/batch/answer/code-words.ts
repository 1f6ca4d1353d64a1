import type { BatchField } from '../../../schema/lexicon/batch-headings.ts';
import { fold } from '../../verdict/offer/fold.ts';
import { offerTerms } from '../../verdict/offer/vocabulary.ts';
import { isClaim } from '../../verdict/vocabulary/claims.ts';
import { findService } from '../../verdict/vocabulary/services.ts';

const TREATMENTS: readonly string[] = ['technology', 'product'];
const byWord = new Map(offerTerms.map((term) => [term.text, term.codes]));

/** The one code that these words mean; undefined for none, or for words that mean several. */
const meant = (text: string, treatment: boolean): string | undefined => {
  const codes = (byWord.get(fold(text).text.trim()) ?? []).filter(
    ({ kind }) => TREATMENTS.includes(kind) === treatment,
  );
  return codes.length === 1 ? codes[0]?.code : undefined;
};

/** The code of a treatment written as a code or in everyday words (IVF, 试管婴儿); the text as it is where it is neither. */
export const treatmentCode = (text: string): string => findService(text)?.code ?? meant(text, true) ?? text;

/** A mark that stands where a treatment should (JCI in the column of treatments), or a treatment among the claims. */
export const otherColumn = (field: BatchField, cell: string): BatchField => {
  if (field === 'service' && findService(treatmentCode(cell)) === undefined)
    return claimCodesIn(cell).every(isClaim) ? 'claim' : field;
  if (field === 'claim' && !claimCodesIn(cell).some(isClaim))
    return findService(treatmentCode(cell)) === undefined ? field : 'service';
  return field;
};

/** The codes of marks and titles, written as codes or in words (JCI, 三甲), several with a comma, semicolon or bar between them. */
export const claimCodesIn = (text: string): readonly string[] =>
  text
    .split(/[,，;；、|\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => (isClaim(one) ? one : (meant(one, false) ?? one)));
