import about from '../../package.json' with { type: 'json' };
import { holdsRegistry } from '../store/open-store.ts';
import { POLICY_VERSION } from '../verdict/policy.ts';
import type { Context } from './context.ts';

/**
 * Which Licet this is, by which policy it decides, and which generation the data folder holds (`folder`, else the configured one).
 * Nothing is created or read into it.
 */
export const versionLine = async (
  { config, open }: Pick<Context, 'config' | 'open'>,
  folder: string | undefined,
): Promise<string> => {
  const data = folder ?? config.data;
  const held = holdsRegistry(data)
    ? (await open({ lang: 'en', data }, 'as-it-is')).store.reader().generation
    : 0;
  const generation = held === 0 ? 'no generation yet' : `generation ${held}`;
  return `licet ${about.version}, policy ${POLICY_VERSION}, ${generation} in ${data}\n`;
};
