import { databaseUrl } from '../../config/database-url.ts';
import type { AddCommand, Context } from '../context.ts';
import { examples } from '../help.ts';
import { countBar } from '../progress.ts';
import { mustBeThere } from '../registry.ts';
import { UsageError } from '../usage-error.ts';

type MoveOptions = Readonly<{ from?: string; to: string; json?: boolean }>;

const move =
  ({ config, terminal }: Context) =>
  async (options: MoveOptions): Promise<void> => {
    const data = options.from ?? config.data;
    mustBeThere(data);
    if (config.database !== null)
      throw new UsageError('LICET_DATABASE_URL is set: take it away while a folder is moved');
    const to = databaseUrl.safeParse(options.to);
    if (!to.success) throw new UsageError(`--to ${to.error.issues[0]?.message ?? 'is no database'}`);
    const [{ moveFolder }, { NotTheSame }, { DatabaseNotEmpty }] = await Promise.all([
      import('../../jobs/move/move-folder.ts'),
      import('../../jobs/move/prove-same.ts'),
      import('../../store/sql/database-not-empty.ts'),
    ]);
    const bar = countBar(terminal.watch, 'pages');
    const moved = await moveFolder({ data, database: to.data, progress: bar.show })
      .catch((cause: unknown) => {
        throw cause instanceof NotTheSame || cause instanceof DatabaseNotEmpty
          ? new UsageError(`${cause.message}; nothing is used from it, and the folder is as it was`)
          : cause;
      })
      .finally(bar.stop);
    const { generation, registryHash, institutions, pages } = moved;
    terminal.out(
      options.json === true
        ? `${JSON.stringify(moved)}\n`
        : `generation ${generation}, registry hash ${registryHash}: ${institutions} institutions and ${pages} pages are in the database and say what the folder says\n` +
            'start the service with LICET_DATABASE_URL on it, and LICET_DATA on the folder as before\n',
    );
  };

/** `licet move`: a data folder over into a PostgreSQL database, and the proof that both say the same. */
export const addMove: AddCommand = (program, context) => {
  program
    .command('move')
    .description(
      'take a data folder over into an empty PostgreSQL database, and prove that both say the same',
    )
    .option('--from <folder>', 'data folder (default: LICET_DATA, else ./data)')
    .requiredOption('--to <url>', 'the database, such as postgres://name:password@host/licet')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      examples(['licet move --from ./data --to postgres://licet:secret@db.example/licet']),
    )
    .action(move(context));
};
