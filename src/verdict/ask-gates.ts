import { reason } from '../../schema/reason.ts';
import { type Desk, type Finding, finding } from './gate-context.ts';
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
const technologyAndDevice = (desk: Desk, service: Service): readonly Finding[] => {
  if (service.gate === 'restricted-technology')
    return [
      restrictedGate(desk, service),
      ...(service.equipment === undefined ? [] : [equipmentGate(desk, service)]),
    ];
  const technology = service.technology === undefined ? undefined : findService(service.technology);
  const filing = technology === undefined ? [] : [restrictedGate(desk, technology, service)];
  return [equipmentGate(desk, service), ...filing];
};

const ownGate = (desk: Desk, service: Service): readonly Finding[] => {
  switch (service.gate) {
    case 'restricted-technology':
    case 'large-equipment':
      return technologyAndDevice(desk, service);
    case 'assisted-reproduction':
    case 'organ-transplant':
    case 'prenatal-diagnosis':
      return [approvalGate(desk, service)];
    case 'cell-product':
      return [productGate(desk, service)];
    case 'biomedical-research':
      return [researchGate(desk, service)];
    case 'lecheng':
      return [lechengGate(desk, service)];
    case 'prohibited-technology':
      return [prohibitedGate(desk, service)];
    default:
      return [];
  }
};

const serviceFindings = (desk: Desk, code: string): readonly Finding[] => {
  const service = findService(code);
  if (service === undefined) return [];
  if (service.gate !== 'prohibited-technology' && outsideMainland(desk))
    return [finding(service.gate, code, { reasons: [reason('technology.outside-mainland')] })];
  const conflict = foreignGate(desk, service);
  return [...ownGate(desk, service), ...(conflict === null ? [] : [conflict])];
};

const claimFindings = (desk: Desk, code: string): readonly Finding[] => {
  const grade = findGrade(code);
  if (grade !== undefined) return [gradeGate(desk, grade)];
  const scheme = findScheme(code);
  if (scheme !== undefined) return [accreditationGate(desk, scheme)];
  const programme = findProgramme(code);
  return programme === undefined ? [] : [programmeGate(desk, programme)];
};

/** One finding per gate asked for, the practice licence always first. Unknown codes are refused at the border, not here. */
export const askGates = (desk: Desk): readonly Finding[] => {
  const { service, claims, practitioner } = desk.question;
  const claimsLicence = claims.includes('licence') ? 'licence' : null;
  return [
    licenceGate(desk, claimsLicence),
    ...(service === undefined ? [] : serviceFindings(desk, service)),
    ...[...new Set(claims)].flatMap((code) => claimFindings(desk, code)),
    ...(practitioner === undefined ? [] : [practitionerGate(desk)]),
  ];
};
