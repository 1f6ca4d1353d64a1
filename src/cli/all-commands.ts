import type { AddCommand } from './context.ts';

type Loaded = () => Promise<AddCommand>;

/**
 * Every command by its first word, in the order of the help page. One is loaded when it is asked for: together they take longer to load
 * than most answers take.
 */
const allCommands: readonly (readonly [name: string, load: Loaded])[] = [
  ['verify', async () => (await import('./commands/verify/verify.ts')).addVerify],
  ['claims', async () => (await import('./commands/claims.ts')).addClaims],
  ['check-receipt', async () => (await import('./commands/check-receipt.ts')).addCheckReceipt],
  ['institution', async () => (await import('./commands/institution.ts')).addInstitution],
  ['list', async () => (await import('./commands/list.ts')).addList],
  ['technologies', async () => (await import('./commands/technologies.ts')).addTechnologies],
  ['identify', async () => (await import('./commands/identify.ts')).addIdentify],
  ['sources', async () => (await import('./commands/sources.ts')).addSources],
  ['contradictions', async () => (await import('./commands/contradictions.ts')).addContradictions],
  ['evidence', async () => (await import('./commands/evidence.ts')).addEvidence],
  ['mcp', async () => (await import('./commands/mcp.ts')).addMcp],
  ['harvest', async () => (await import('./commands/harvest.ts')).addHarvest],
  ['import', async () => (await import('./commands/import.ts')).addImport],
  ['capture', async () => (await import('./commands/capture/capture.ts')).addCapture],
  ['operator', async () => (await import('./commands/operator/operator.ts')).addOperator],
  ['judge', async () => (await import('./commands/judge.ts')).addJudge],
  ['replay', async () => (await import('./commands/replay.ts')).addReplay],
  ['pack', async () => (await import('./commands/pack/pack.ts')).addPack],
  ['archive', async () => (await import('./commands/archive/archive.ts')).addArchive],
  ['practitioner', async () => (await import('./commands/practitioner/practitioner.ts')).addPractitioner],
  ['policy', async () => (await import('./commands/policy.ts')).addPolicy],
  ['check-badge', async () => (await import('./commands/badge.ts')).addCheckBadge],
  ['keys', async () => (await import('./commands/keys.ts')).addKeys],
  ['partner', async () => (await import('./commands/partner/partner.ts')).addPartner],
  ['audit', async () => (await import('./commands/audit.ts')).addAudit],
  ['log', async () => (await import('./commands/log/log.ts')).addLog],
  ['reports', async () => (await import('./commands/reports.ts')).addReports],
  ['serve', async () => (await import('./commands/roles/run-role.ts')).addServe],
  ['work', async () => (await import('./commands/roles/run-role.ts')).addWork],
  ['backup', async () => (await import('./commands/backup.ts')).addBackup],
  ['restore', async () => (await import('./commands/backup.ts')).addRestore],
  ['move', async () => (await import('./commands/move.ts')).addMove],
  ['doctor', async () => (await import('./commands/doctor.ts')).addDoctor],
];

/** The command that this first word names; all of them for a help page or a word that names none. */
export const commandsFor = async (first: string | undefined): Promise<readonly AddCommand[]> => {
  const named = allCommands.filter(([name]) => name === first);
  return Promise.all((named.length > 0 ? named : allCommands).map(([, load]) => load()));
};
