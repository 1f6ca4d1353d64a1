import { reason } from '../../schema/reason.ts';
import { lookedIn } from './evidence/looked-in.ts';
import { type Finding, finding, type GateContext } from './gate-context.ts';
import { accreditationGate } from './gates/accreditation.ts';
import { approvalGate } from './gates/approval.ts';
import { equipmentGate } from './gates/equipment.ts';
import { foreignGate } from './gates/foreign.ts';
import { gradeGate } from './gates/grade.ts';
import { outsideMainland } from './gates/implied-licence.ts';
import { lechengGate } from './gates/lecheng.ts';
import { licenceGate } from './gates/licence.ts';
import { practitionerGate } from './gates/practitioner.ts';
import { productGate } from './gates/product.ts';
import { programmeGate } from './gates/programme.ts';
import { prohibitedGate } from './gates/prohibited.ts';
import { researchGate } from './gates/research.ts';
import { restrictedGate } from './gates/restricted.ts';
import { findGrade } from './vocabulary/claims.ts';
import { findProgramme, findScheme } from './vocabulary/schemes.ts';
import { findService, type Service } from './vocabulary/services.ts';

/** A technology that is filed and needs a device is two checks; each has its own law. */
const technologyAndDevice = (context: GateContext, service: Service): readonly Finding[] => {
  if (service.gate === 'restricted-technology')
    return [
      restrictedGate(context, service),
      ...(service.equipment === undefined ? [] : [equipmentGate(context, service)]),
    ];
  const technology = service.technology === undefined ? undefined : findService(service.technology);
  const filing = technology === undefined ? [] : [restrictedGate(context, technology, service)];
  return [equipmentGate(context, service), ...filing];
};

const ownGate = (context: GateContext, service: Service): readonly Finding[] => {
  switch (service.gate) {
    case 'restricted-technology':
    case 'large-equipment':
      return technologyAndDevice(context, service);
    case 'assisted-reproduction':
    case 'organ-transplant':
    case 'prenatal-diagnosis':
      return [approvalGate(context, service)];
    case 'cell-product':
      return [productGate(context, service)];
    case 'biomedical-research':
      return [researchGate(context, service)];
    case 'lecheng':
      return [lechengGate(context, service)];
    case 'prohibited-technology':
      return [prohibitedGate(context, service)];
    default:
      return [];
  }
};

const serviceFindings = (context: GateContext, code: string): readonly Finding[] => {
  const service = findService(code);
  if (service === undefined) return [];
  if (service.gate !== 'prohibited-technology' && outsideMainland(context))
    return [finding(service.gate, code, { reasons: [reason('technology.outside-mainland')] })];
  const conflict = foreignGate(context, service);
  return [...ownGate(context, service), ...(conflict === null ? [] : [conflict])];
};

const claimFindings = (context: GateContext, code: string): readonly Finding[] => {
  const grade = findGrade(code);
  if (grade !== undefined) return [gradeGate(context, grade)];
  const scheme = findScheme(code);
  if (scheme !== undefined) return [accreditationGate(context, scheme)];
  const programme = findProgramme(code);
  return programme === undefined ? [] : [programmeGate(context, programme)];
};

/** What the gates find: the practice licence, then what was asked. */
export type Findings = readonly [Finding, ...Finding[]];

/** One finding per gate asked for, the practice licence always first. Unknown codes are refused at the border, not here. */
export const runGates = (context: GateContext): Findings => {
  const { service, claims, practitioner } = context.question;
  const searched = (found: Finding): Finding => {
    const where = lookedIn(context, found);
    return where === null ? found : { ...found, reasons: [...found.reasons, where] };
  };
  const claimsLicence = claims.includes('licence') ? 'licence' : null;
  return [
    searched(licenceGate(context, claimsLicence)),
    ...(service === undefined ? [] : serviceFindings(context, service).map(searched)),
    ...[...new Set(claims)].flatMap((code) => claimFindings(context, code).map(searched)),
    ...(practitioner === undefined ? [] : [practitionerGate(context)]),
  ];
};
