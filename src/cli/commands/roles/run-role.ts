import type { Role } from '../../../role.ts';
import type { AddCommand } from '../../context.ts';
import { exitCodes } from '../../exit-codes.ts';
import { examples } from '../../help.ts';

/** Runs until a signal ends the process, which closes what it opened. */
const addRole = (role: Exclude<Role, 'both'>, what: string): AddCommand => {
  return (program, { config, terminal }) => {
    program
      .command(role)
      .description(what)
      .addHelpText(
        'after',
        examples([`licet ${role}`, `LICET_DATABASE_URL=postgres://db.example/licet licet ${role}`]),
      )
      .action(async () => {
        const [{ runService }, { StartError }] = await Promise.all([
          import('../../../run-service.ts'),
          import('../../../serve.ts'),
        ]);
        await runService(config, { role }, terminal).catch((cause: unknown) => {
          if (!(cause instanceof StartError)) throw cause;
          terminal.err(`licet: ${cause.message}\n`);
          process.exit(exitCodes.fault);
        });
      });
  };
};

/** `licet serve`: answers, and does no job; any number of processes. */
export const addServe = addRole(
  'serve',
  'answer, and do no job: no nights, lists, watches, proofs or packs (another process runs licet work)',
);

/** `licet work`: does the jobs, and answers nothing but its supervisor; any number of processes. */
export const addWork = addRole(
  'work',
  'do the jobs, and answer nobody but a supervisor (/healthz, /readyz, /metrics); npm start does both',
);
