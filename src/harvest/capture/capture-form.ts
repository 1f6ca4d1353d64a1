import type { Bilingual } from '../../../schema/base.ts';
import type { CaptureField } from '../../../schema/capture-field.ts';
import type { Descriptor } from '../../../schema/source.ts';
import { CaptureError, captureFields, recordableFields } from './recordable-fields.ts';

/** A captured source as a person meets it: where to look, what to type there, which fields to read off. */
export type CaptureForm = Readonly<{
  source: string;
  title: Bilingual;
  authority: Bilingual;
  address: string;
  type: Bilingual | null;
  freshnessDays: number | null;
  /** Set where rows are not taken here, and says where instead. */
  closed: string | null;
  fields: readonly CaptureField[];
}>;

const closedBecause = (descriptor: Descriptor): string | null => {
  try {
    recordableFields(descriptor);
    return null;
  } catch (cause) {
    if (cause instanceof CaptureError) return cause.message;
    throw cause;
  }
};

/** The forms of all captured sources among these, in their order. */
export const captureFormsOf = (descriptors: readonly Descriptor[]): readonly CaptureForm[] =>
  descriptors
    .filter(({ how }) => how === 'captured')
    .map((descriptor) => {
      const { id, title, authority, pages, checkYourself, freshnessDays } = descriptor;
      return {
        source: id,
        title,
        authority,
        address: checkYourself?.url ?? pages[0]?.url ?? '',
        type: checkYourself?.type ?? null,
        freshnessDays,
        closed: closedBecause(descriptor),
        fields: captureFields(descriptor),
      };
    });
