import type { Config } from './config.ts';
import type { Registry } from './jobs/data-folder.ts';
import { checkPhysicians } from './jobs/doctor/check-physicians.ts';
import { checkChain } from './jobs/doctor/check-records.ts';
import { inOneLine } from './jobs/doctor/finding.ts';
import type { Role } from './role.ts';

type Say = (text: string) => void;

/** What an operator should know at the start. */
export const tellState = async (
  { store }: Registry,
  config: Config,
  follows: boolean,
  say: Say,
): Promise<void> => {
  const found = [...(await checkChain(store.integrity)), ...(await checkPhysicians(config.data))];
  for (const one of found) say(`Look at this: ${inOneLine(one)}.`);
  if (config.baseUrl === null)
    say('Nothing is signed (badges, credentials, receipts): LICET_BASE_URL is not set.');
  if (config.nightly && config.whyNoFetch !== null) say(`Only bundled lists are read: ${config.whyNoFetch}.`);
  if (follows) say('This folder follows a publisher by packs: no list is read here.');
};

/** Where the process answers, or lives. */
export const tellAddresses = async (
  { store }: Registry,
  role: Role,
  address: string,
  say: Say,
): Promise<void> => {
  const institutions = await store.reader().institutionCount();
  const what = `generation ${store.reader().generation}, ${institutions} institutions`;
  if (role === 'work') return say(`Licet works on ${what}; its health: ${address}/readyz`);
  say(`Licet answers from ${what}:`);
  say(`  ${address}/v1/verify?name=Ruijin%20Hospital&claim=jci`);
  say(`  ${address}/docs`);
  say(`  ${address}/`);
};
