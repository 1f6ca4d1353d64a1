import type { CaptureField } from '../../../schema/capture-field.ts';
import type { Descriptor } from '../../../schema/source.ts';

/** Thrown for a source whose rows are not captured, or not here; the message says what to do instead. */
export class CaptureError extends Error {
  override readonly name = 'CaptureError';
}

/** The fields a person is asked for. Throws CaptureError for sources nobody captures. */
export const captureFields = ({ id, how, capture }: Descriptor): readonly CaptureField[] => {
  if (how !== 'captured' || capture === undefined)
    throw new CaptureError(`${id} is ${how}, not captured; licet harvest ${id} reads it`);
  return capture.fields;
};

/** The same for sources whose rows may be recorded here. Throws CaptureError for registers of persons too, which have a store of their own. */
export const recordableFields = (descriptor: Descriptor): readonly CaptureField[] => {
  const fields = captureFields(descriptor);
  if (descriptor.gates.includes('practitioner'))
    throw new CaptureError(
      `${descriptor.id} is about persons, whose rows are kept apart: licet practitioner add`,
    );
  return fields;
};
