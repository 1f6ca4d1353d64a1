import { databaseUrl } from '../../config/database-url.ts';
import { keepStateInFiles } from '../../store/open-store.ts';
import type { AddCommand, Context } from '../context.ts';
import { examples } from '../help.ts';
import { countBar } from '../progress.ts';
import { mustBeThere } from '../registry.ts';
import { UsageError } from '../usage-error.ts';

type MoveOptions = Readonly<{ from?: string; to?: string; json?: boolean }>;

/** The database to move into: named in the environment, as the service takes it, or on the command line, where others can read it. */
const databaseOf = ({ config }: Context, given: string | undefined): string => {
  if (given === undefined && config.database === null)
    throw new UsageError('name the database by LICET_DATABASE_URL, or by --to');
  if (given !== undefined && config.database !== null)
    throw new UsageError('LICET_DATABASE_URL is set: leave --to out, and the folder is moved there');
  const to = databaseUrl.safeParse(given ?? config.database);
  if (!to.success) throw new UsageError(`--to ${to.error.issues[0]?.message ?? 'is no database'}`);
  return to.data;
};

const move =
  (context: Context) =>
  async (options: MoveOptions): Promise<void> => {
    const { config, terminal } = context;
    const data = options.from ?? config.data;
    // What is moved are its files, wherever the setting says that they go.
    keepStateInFiles(data);
    mustBeThere(data);
    const database = databaseOf(context, options.to);
    const [{ moveFolder }, { NotTheSame }, { DatabaseNotEmpty }, { MovedFolderError }] = await Promise.all([
      import('../../jobs/move/move-folder.ts'),
      import('../../jobs/move/prove-same.ts'),
      import('../../store/sql/database-not-empty.ts'),
      import('../../store/folder/moved.ts'),
    ]);
    const bar = countBar(terminal.watch, 'pages');
    const moved = await moveFolder({ data, database, now: context.clock(), progress: bar.show })
      .catch((cause: unknown) => {
        if (cause instanceof NotTheSame)
          throw new UsageError(`${cause.message}; nothing is used from it, and the folder is as it was`);
        if (cause instanceof DatabaseNotEmpty)
          throw new UsageError(`${cause.message}; the folder is as it was`);
        if (cause instanceof MovedFolderError)
          throw new UsageError(
            `${data} was moved into a database before: start the service on that one; to move what lies here once more, remove ${cause.file}`,
          );
        throw cause;
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
    .option(
      '--to <url>',
      'the database, where LICET_DATABASE_URL does not name it; others on this machine can read a password here',
    )
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      examples([
        'LICET_DATABASE_URL=postgres://db.example/licet licet move --from ./data',
        'licet move --from ./data --to postgres://licet@db.example/licet',
      ]),
    )
    .action(move(context));
};
