import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { BackupFault } from '../../jobs/backup/restore-backup.ts';
import type { AddCommand, CommonOptions, Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { common, examples } from '../help.ts';
import { countBar } from '../progress.ts';
import { mustBeThere } from '../registry.ts';
import { UsageError } from '../usage-error.ts';

type BackupOptions = CommonOptions & Readonly<{ recipient?: readonly string[] }>;
type RestoreOptions = CommonOptions & Readonly<{ identity?: string }>;

const sized = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

const recipientsIn = async (given: readonly string[]): Promise<readonly string[]> => {
  if (given.length === 0) return given;
  const { Encrypter } = await import('age-encryption');
  for (const one of given)
    try {
      new Encrypter().addRecipient(one);
    } catch {
      throw new UsageError(`--recipient ${one} is no age recipient; expected age1…, as age-keygen prints it`);
    }
  return given;
};

const checkPlace = (file: string): void => {
  if (existsSync(file)) throw new UsageError(`${file} is there already; name a file that is not`);
  const folder = dirname(resolve(file));
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new UsageError(`${folder} is no folder`);
};

const backup =
  (context: Context) =>
  async (file: string, options: BackupOptions): Promise<void> => {
    const { terminal, config, clock } = context;
    const data = options.data ?? config.data;
    mustBeThere(data);
    checkPlace(file);
    const recipients = await recipientsIn(options.recipient ?? []);
    const { makeBackup } = await import('../../jobs/backup/make-backup.ts');
    const bar = countBar(terminal.watch, 'files');
    const order = { data, file, recipients, now: clock(), progress: bar.show };
    const { manifest, bytes, missing } = await makeBackup(order).finally(bar.stop);
    const { generation, registryHash, files } = manifest;
    if (missing.length > 0) {
      terminal.err(
        `licet: ${missing.length} pages that answers rest on are not in the archive: licet archive check names them\n`,
      );
      context.finish(exitCodes.fault);
    }
    if (options.json === true) {
      const count = Object.keys(files).length;
      terminal.out(`${JSON.stringify({ file, bytes, files: count, generation, registryHash, missing })}\n`);
      return;
    }
    const open =
      recipients.length === 0 ? '; it holds signing keys: keep it as secret as the data folder' : '';
    terminal.out(
      `${file}: ${Object.keys(files).length} files, ${sized(bytes)}, generation ${generation ?? 'none'}${open}\n` +
        (manifest.physicians
          ? 'the key of physicians’ rows is not in it: keep a copy of that key elsewhere\n'
          : ''),
    );
  };

/** `licet backup`: a data folder in one file, while the service runs. */
export const addBackup: AddCommand = (program, context) => {
  const command = program
    .command('backup')
    .description(
      'write a data folder into one file while the service runs: databases, kept pages, signing keys',
    )
    .argument('<file>', 'where it goes, a tar.gz that is not there yet')
    .option(
      '--recipient <keys...>',
      'encrypt it, so that only these age recipients (age1…) can open it; age-keygen makes one',
    );
  common(command).addHelpText(
    'after',
    examples([
      'licet backup /backups/licet-2026-11-28.tar.gz',
      'licet backup licet.tar.gz.age --recipient age1…',
    ]),
  );
  command.action(backup(context));
};

const identityIn = (file: string | undefined): string | null => {
  if (file === undefined) return null;
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`--identity ${file} cannot be read`);
  }
};

const restore =
  (context: Context) =>
  async (file: string, options: RestoreOptions): Promise<void> => {
    const { terminal, config } = context;
    const data = options.data ?? config.data;
    const identity = identityIn(options.identity);
    const { restoreBackup } = await import('../../jobs/backup/restore-backup.ts');
    const bar = countBar(terminal.watch, 'bytes');
    const manifest = await restoreBackup({ file, data, identity, progress: bar.show })
      .catch((cause: unknown) => {
        throw cause instanceof BackupFault ? new UsageError(cause.message) : cause;
      })
      .finally(bar.stop);
    const { generation, at, files } = manifest;
    terminal.out(
      options.json === true
        ? `${JSON.stringify({ data, at, generation, registryHash: manifest.registryHash })}\n`
        : `${data}: as it was at ${at}, generation ${generation ?? 'none'}, ${Object.keys(files).length} files, each as it was backed up\n` +
            (manifest.physicians
              ? 'put the key of physicians’ rows back from its own copy; until then questions about physicians are closed\n'
              : ''),
    );
  };

/** `licet restore`: a data folder out of a backup, whole or not at all. */
export const addRestore: AddCommand = (program, context) => {
  const command = program
    .command('restore')
    .description('restore a backup into a new data folder: whole, or not at all')
    .argument('<file>', 'what licet backup wrote')
    .option('--identity <file>', 'the age identity that opens an encrypted backup');
  common(command).addHelpText('after', examples(['licet restore licet-2026-11-28.tar.gz --data ./data-new']));
  command.action(restore(context));
};
