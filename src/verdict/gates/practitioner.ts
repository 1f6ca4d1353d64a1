import { reason } from '../../../schema/reason.ts';
import { type Desk, type Finding, finding } from '../desk.ts';

/**
 * Physicians (医师法): registration is shown by a captured register row or a city commission's row. The registry of this
 * policy holds none, so the check says where to look and never anything about the person.
 */
export const practitionerGate = (_desk: Desk): Finding =>
  finding('practitioner', null, {
    reasons: [reason('practitioner.no-evidence'), reason('practitioner.check-register')],
  });
