import { type PractitionerQuestion, purposes } from '../../schema/question.ts';
import type { FieldError, ProblemCode } from '../errors.ts';
import { fieldAddress, type QuestionContext, type RawQuestion } from './question-fields.ts';

type Person = Readonly<Partial<Record<'practitioner' | 'certificateNumber', string>>>;

type ReadPractitioner =
  | Readonly<{ practitioner: PractitionerQuestion | null }>
  | Readonly<{ code: ProblemCode; errors: readonly FieldError[] }>;

const refusal = (field: string, problem: string, expected: string): ReadPractitioner => ({
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
    if (raw.purpose === undefined) return { practitioner: null };
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
  const purpose = purposes.find((one) => one === raw.purpose);
  if (purpose === undefined) {
    const problem =
      raw.purpose === undefined ? 'is missing: say why you ask about a person' : 'is not a purpose';
    return refusal(at('purpose'), problem, `one of ${purposes.join(', ')}`);
  }
  return {
    practitioner: {
      ...(name === undefined ? {} : { name }),
      ...(certificateNumber === undefined ? {} : { certificateNumber }),
      purpose,
    },
  };
};
