import { signCheckpoint } from '../../log/checkpoint.ts';
import { entryText, type LogEntry, missingEntries, readEntry } from '../../log/entry.ts';
import { leafHash } from '../../log/merkle-tree.ts';
import { type NoteSigner, verifierKey } from '../../log/signed-note.ts';
import { listShelf, shelfFolder } from '../../packs/pack-shelf.ts';
import type { Integrity } from '../../store/integrity/integrity.ts';
import type { ServiceState } from '../../store/service/service-state.ts';
import { POLICY_VERSION } from '../../verdict/policy.ts';
import { openKeys, type SigningKeys } from '../badge/keys.ts';

type LogNeeds = Readonly<{
  state: () => Pick<ServiceState, 'logEntries' | 'signingKeys'>;
  integrity: Pick<Integrity, 'published'>;
  /** The data folder, where packs lie. */
  data: string;
  clock: () => Date;
}>;

/** The log as it stands: its entries, their leaf hashes, and what was signed of it. */
type KeptLog = Readonly<{
  entries: readonly string[];
  leaves: readonly Buffer[];
  checkpoint: string;
  /** Keys that sign it, or signed it and were not revoked, as verifiers of notes read them. */
  keys: readonly string[];
}>;

/** The log of a service, brought up to date whenever it is looked at. `base`: the public address, which names the log. */
export type PublicLog = Readonly<{
  /** Writes down what the log does not say yet: generations, packs, rules. */
  bringUp(): Promise<void>;
  /** The log as it stands after that, signed. */
  look(base: string): Promise<KeptLog>;
  /** What is in the log already, for tiles: whoever asks for one knows a checkpoint that was given out before. */
  written(): Promise<Pick<KeptLog, 'entries' | 'leaves'>>;
}>;

type Written = Pick<KeptLog, 'entries' | 'leaves'> & Readonly<{ read: readonly (LogEntry | null)[] }>;

/** Reads and hashes entries; the same array, which they are until one is added, only once. */
const reading = (): ((entries: readonly string[]) => Written) => {
  let last: Written | null = null;
  return (entries) => {
    if (last?.entries !== entries) {
      const leaves = entries.map((entry) => leafHash(Buffer.from(entry)));
      last = { entries, leaves, read: entries.map(readEntry) };
    }
    return last;
  };
};

/** The name of the log of this address: without its scheme, as C2SP tlog-tiles advises. */
const originOf = (base: string): string => `${new URL(base).host}/log`;

const publicPart = (jwk: Readonly<{ x?: string }> | undefined): Uint8Array =>
  Buffer.from(jwk?.x ?? '', 'base64url');

/** The keys that may sign the log of this address, as verifiers of signed notes write them. */
export const logKeys = async (keys: Pick<SigningKeys, 'jwks'>, base: string): Promise<readonly string[]> =>
  (await keys.jwks()).keys.map((jwk) => verifierKey({ name: originOf(base), publicKey: publicPart(jwk) }));

/**
 * Keeps the public log (C2SP tlog-tiles): an entry for each generation, pack and change of the rules, in the order in which the service
 * learns of them. What is in it stays: the store refuses anything else.
 */
export const keepLog = ({ state, integrity, data, clock }: LogNeeds): PublicLog => {
  const keys = openKeys(() => state().signingKeys, 'log', clock);
  const readOnce = reading();
  let signed: Readonly<{ name: string; kid: string; log: KeptLog }> | null = null;
  const bringUp = async (): Promise<void> => {
    const packs = (await listShelf(shelfFolder(data))).map(({ name, sha256, manifest }) => ({
      generation: manifest.generation,
      name,
      sha256,
    }));
    const generations = await integrity.published();
    const now = clock().toISOString();
    await state().logEntries.extend((entries) =>
      missingEntries(readOnce(entries).read, { generations, packs, policy: POLICY_VERSION, now }).map(
        entryText,
      ),
    );
  };
  const signerOf = async (name: string): Promise<Readonly<{ signer: NoteSigner; kid: string }>> => {
    const { kid, privateKey } = await keys.signing();
    const own = (await keys.jwks()).keys.find((jwk) => jwk.kid === kid);
    return { signer: { name, publicKey: publicPart(own), privateKey }, kid };
  };
  const written = async (): Promise<Written> => readOnce(await state().logEntries.all());
  return {
    bringUp,
    written,
    look: async (base) => {
      await bringUp();
      const { entries, leaves } = await written();
      const name = originOf(base);
      const { signer, kid } = await signerOf(name);
      if (signed?.log.entries !== entries || signed.name !== name || signed.kid !== kid) {
        const checkpoint = await signCheckpoint(leaves, signer);
        const texts = await logKeys(keys, base);
        signed = { name, kid, log: { entries, leaves, checkpoint, keys: texts } };
      }
      return signed.log;
    },
  };
};
