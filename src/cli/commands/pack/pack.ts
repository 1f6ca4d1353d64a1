import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PackManifest } from '../../../../schema/pack.ts';
import { loadCatalogue } from '../../../harvest/catalogue.ts';
import { LeaseTaken } from '../../../jobs/lease-guard.ts';
import { publishPack } from '../../../jobs/packs/publish-pack.ts';
import { CannotReplay } from '../../../jobs/rebuild.ts';
import { shelfFolder } from '../../../packs/pack-shelf.ts';
import { readContainer } from '../../../packs/read-container.ts';
import { thumbprintOf } from '../../../packs/seal-manifest.ts';
import { applyPack } from '../../../packs/take-pack.ts';
import type { AddCommand, CommonOptions, Context } from '../../context.ts';
import { withCommandLease } from '../../harvesting.ts';
import { common, examples } from '../../help.ts';
import { withState } from '../../registry.ts';
import { UsageError } from '../../usage-error.ts';
import { asUsage, type PackOptions, withPacks } from './packs-at.ts';

const make =
  (context: Context) =>
  async (options: CommonOptions): Promise<void> => {
    const registry = await context.open(options, 'as-it-is');
    if (registry.store.reader().generation === 0)
      throw new UsageError('--data holds no generation yet: nothing to make a pack of');
    const data = options.data ?? context.config.data;
    const sources = () => loadCatalogue(context.overrides.catalogue);
    const { clock, config, terminal } = context;
    const made = await withState(context, options, (state) =>
      publishPack({ registry, state, sources, data, clock, publisher: config.baseUrl }),
    ).catch((cause: unknown) => {
      if (cause instanceof LeaseTaken) throw new UsageError(`${cause.message}; try again later`);
      if (!(cause instanceof CannotReplay)) throw cause;
      throw new UsageError(`a registry of the sources that may travel cannot be built: ${cause.message}`);
    });
    const packs = [made.full, made.delta].flatMap((one) => (one === null ? [] : [one]));
    if (options.json === true) terminal.out(`${JSON.stringify({ made: made.made, packs })}\n`);
    else {
      for (const { name, bytes } of packs)
        terminal.out(` ${join(shelfFolder(data), name)}  ${bytes} bytes\n`);
      if (!made.made) terminal.out(' it was there already\n');
    }
  };

/** What a manifest says, for a person: what it leads to, who signed it, and what is not in it. */
const show = async (manifest: PackManifest): Promise<string> => {
  const { kind, generation, base, publisher, registryHash, sources, missingPages, keys, own } = manifest;
  const withheld = sources.filter(({ travels, rows }) => travels === 'metadata' && rows === 0).length;
  const prints = await Promise.all(keys.map(thumbprintOf));
  return [
    ` ${kind} pack of generation ${generation}${base === null ? '' : `, onto generation ${base.generation}`}, by ${publisher ?? 'a publisher without an address'}`,
    `  registry hash ${registryHash}${own.same ? '' : `; the publisher’s own is ${own.registryHash}, with sources that may not travel`}`,
    `  policy ${manifest.policyVersion}, ${manifest.madeBy}`,
    `  ${sources.length - withheld} sources with what they may hand on, ${withheld} by name alone`,
    ...(missingPages.length === 0 ? [] : [`  ${missingPages.length} pages were not kept by the publisher`]),
    `  signed; keys ${prints.join(', ')}`,
    '',
  ].join('\n');
};

const say = async (
  context: Context,
  options: PackOptions,
  manifest: PackManifest,
  more: object,
  words: string,
) => {
  const { terminal } = context;
  if (options.json === true) terminal.out(`${JSON.stringify({ ...more, manifest })}\n`);
  else terminal.out(`${await show(manifest)} ${words}\n`);
};

const check =
  (context: Context) =>
  async (place: string, options: PackOptions): Promise<void> => {
    const folder = await mkdtemp(join(tmpdir(), 'licet-pack-'));
    try {
      await withPacks(context, place, { folder, here: null, key: options.key }, async (file) => {
        const manifest = await readContainer(file, join(folder, 'files'), { thumbprint: options.key });
        await say(context, options, manifest, { sound: true }, 'it is whole and signed');
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };

const apply =
  (context: Context) =>
  async (place: string, options: PackOptions): Promise<void> => {
    const registry = await context.open(options, 'made');
    const { store, archive } = registry;
    const shelf = shelfFolder(options.data ?? context.config.data);
    const folder = await mkdtemp(join(tmpdir(), 'licet-pack-'));
    let met = false;
    try {
      const here = await store.following();
      await withCommandLease(context, registry, () =>
        withPacks(context, place, { folder, here, key: options.key }, async (file) => {
          met = true;
          const needs = { store, archive, shelf, now: context.clock(), thumbprint: options.key };
          const { manifest, taken } = await asUsage(place, () => applyPack(file, needs));
          await say(context, options, manifest, { taken }, taken ? 'applied' : 'it is here already');
        }),
      );
      if (!met) context.terminal.out(options.json === true ? '{"taken":false}\n' : ' nothing new\n');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };

/** `licet pack make`, `check` and `apply`: the registry as a signed file that another Licet can follow. */
export const addPack: AddCommand = (program, context) => {
  const pack = program
    .command('pack')
    .description('the registry as a signed file that others read, and that another Licet can follow');
  common(pack.command('make').description('make the packs of the newest generation')).action(make(context));
  const place = ['<file|url>', 'a pack, or the address of a publisher’s list: https://…/v1/packs'] as const;
  const key = [
    '--key <thumbprint>',
    'believe this publisher’s key alone, whatever was followed before',
  ] as const;
  const checking = pack.command('check').description('look whether a pack is whole and signed');
  common(checking.argument(...place).option(...key)).action(check(context));
  const applying = pack.command('apply').description('take over what a publisher’s packs hold');
  common(applying.argument(...place).option(...key)).addHelpText(
    'after',
    examples([
      'licet pack make',
      'licet pack apply https://licet.example/v1/packs --data follower',
      'licet pack check full-12.licet-pack.tar.gz',
    ]),
  );
  applying.action(apply(context));
};
