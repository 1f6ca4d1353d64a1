import { createWriteStream, existsSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import about from '../../../../package.json' with { type: 'json' };
import { warcOf } from '../../../archive/warc.ts';
import type { AddCommand, CommonOptions, Context } from '../../context.ts';
import { exitCodes } from '../../exit-codes.ts';
import { common, examples } from '../../help.ts';
import { UsageError } from '../../usage-error.ts';
import { printable } from '../../width.ts';
import { addArchiveCheck } from './archive-check.ts';
import { addArchivePrune } from './archive-prune.ts';
import { addArchiveRemove } from './archive-remove.ts';

type ExportOptions = CommonOptions & Readonly<{ warc?: string; source?: string; registry?: string }>;

/** A copy of the database that may be published: without signing keys, partners, operators and reports. */
const writeRegistry = async (context: Context, options: ExportOptions, folder: string): Promise<void> => {
  if (existsSync(folder))
    throw new UsageError(`--registry ${printable(folder)} is there already; name a new folder`);
  const { store } = await context.open(options, 'as-it-is');
  await store.copyTo(folder);
  context.terminal.out(`${folder}: the registry, without keys, partners, operators and reports\n`);
};

const write =
  (context: Context) =>
  async (_: unknown, command: Command): Promise<void> => {
    const options = command.optsWithGlobals<ExportOptions>();
    const { warc: file, source, registry } = options;
    if (file === undefined && registry === undefined)
      throw new UsageError('--warc is missing; name the file to write, e.g. licet.warc.gz');
    if (registry !== undefined) await writeRegistry(context, options, registry);
    if (file === undefined) return;
    const { store, archive } = await context.open(options, 'as-it-is');
    const all = await store.snapshots();
    const snapshots = source === undefined ? all : all.filter((page) => page.source === source);
    if (snapshots.length === 0) throw new UsageError(`--source ${source ?? ''} no page of it was ever kept`);
    const absent: string[] = [];
    const missing = ({ sha256 }: { sha256: string }): void => void absent.push(sha256);
    const stream = warcOf({ archive, snapshots, now: context.clock(), version: about.version, missing });
    await pipeline(stream, createWriteStream(file, { flags: 'wx' }));
    const tombstones = await Promise.all(absent.map((sha256) => archive.tombstone(sha256)));
    const removed = tombstones.filter((one) => one !== undefined).length;
    const lost = absent.length - removed;
    context.terminal.out(
      `${file}: ${snapshots.length - absent.length} pages${removed > 0 ? `, ${removed} were removed on purpose` : ''}${lost > 0 ? `, ${lost} are not in the archive or damaged` : ''}\n`,
    );
    if (lost > 0) context.finish(exitCodes.fault);
  };

/** `licet archive export`: every kept page in the form web archives exchange, and a registry that may be published. */
const addArchiveExport = (archive: Command, context: Context): void => {
  const command = archive
    .command('export')
    .description('write the kept pages into one WARC file (ISO 28500)')
    .option('--warc <file>', 'file to write; it must not be there yet')
    .option('--source <id>', 'pages of this source only')
    .option('--registry <folder>', 'copy the database too, without keys, partners, operators and reports');
  common(command).addHelpText('after', examples(['licet archive export --warc licet.warc.gz']));
  command.action(write(context));
};

/** `licet archive`: export, check, prune or remove kept pages. */
export const addArchive: AddCommand = (program, context) => {
  const archive = program.command('archive').description('the kept pages');
  addArchiveExport(archive, context);
  addArchiveCheck(archive, context);
  addArchivePrune(archive, context);
  addArchiveRemove(archive, context);
};
