import { type PractitionerQuestion, questionFields } from '../../schema/question.ts';
import { fieldAddress, type QuestionContext, type RawQuestion, type Refused } from './question-context.ts';
import { readField } from './read-fields.ts';

type Person = Readonly<Record<'practitioner' | 'certificateNumber', string | undefined>>;

type ReadPractitioner = Readonly<{ practitioner: PractitionerQuestion | undefined }> | Refused;

const refusal = (field: string, problem: string, expected: string): Refused => ({
  code: 'LICET_BAD_QUESTION',
  errors: [{ field, problem, expected }],
});

/**
 * Who is asked about as a physician. Never in an address, never by a name alone, never without a purpose: a question about
 * a person is asked for a reason, and the reason is written down (docs/data-protection.md).
 * @param named whether the institution is named as well
 */
export const readPractitioner = (
  raw: RawQuestion,
  { practitioner: name, certificateNumber }: Person,
  named: boolean,
  context: QuestionContext,
): ReadPractitioner => {
  const at = (field: string): string => fieldAddress(context, field);
  const field = at(name === undefined ? 'certificateNumber' : 'practitioner');
  if (name === undefined && certificateNumber === undefined) {
    if (raw.purpose === undefined) return { practitioner: undefined };
    return refusal(at('purpose'), 'belongs to a question about a physician', 'practitioner as well');
  }
  if (context.via === 'query')
    return refusal(
      field,
      'must not stand in an address, which histories and logs keep',
      'the same question as POST /v1/verify',
    );
  if (certificateNumber === undefined && !named) {
    const expected = 'the institution (name, uscc, licenceNumber or id) or certificateNumber as well';
    return { code: 'LICET_PRACTITIONER_NAME_ALONE', errors: [{ field, problem: 'stands alone', expected }] };
  }
  if (raw.generation !== undefined) {
    const expected = 'asOf, or no generation: nothing said of a person is kept';
    return refusal(at('generation'), 'does not go with a question about a physician', expected);
  }
  const purpose = readField(questionFields.purpose, raw.purpose, at('purpose'));
  if ('errors' in purpose) return { code: 'LICET_BAD_QUESTION', errors: purpose.errors };
  return { practitioner: { name, certificateNumber, purpose: purpose.value } };
};
