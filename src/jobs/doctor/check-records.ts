import type { ChainLink, ChainState, Integrity } from '../../store/integrity/integrity.ts';
import { danger, type Finding, note } from './finding.ts';

/** Ids named in a finding, at most. */
const SHOWN = 5;
const BACK = 'licet restore BACKUP --data NEW with the last backup that is sound';
/** Where a signed head and the registry do not fit, and the operator knows why. */
const BACK_OR_SEAL = `${BACK}; after a restore on purpose: licet doctor --seal-anew`;

const alteredDossiers = async (integrity: Integrity, generation: number): Promise<readonly Finding[]> => {
  const altered: string[] = [];
  for await (const { institution, whole } of integrity.dossiers(generation))
    if (!whole) altered.push(institution);
  if (altered.length === 0) return [];
  const named = `${altered.slice(0, SHOWN).join(', ')}${altered.length > SHOWN ? ', …' : ''}`;
  return [
    danger('records-altered', `${altered.length} stored records do not match their hash (${named})`, BACK),
  ];
};

const headFindings = ({ head, headNumber, newest }: ChainState): readonly Finding[] => {
  if (head === 'forged')
    return [danger('head-forged', 'the signed head does not hold, or its key is gone', BACK_OR_SEAL)];
  if (head === 'foreign')
    return [
      danger(
        'head-foreign',
        `the signed head is generation ${headNumber}, which this registry (generation ${newest?.number ?? 0}) does not hold: it was rolled back or edited`,
        BACK_OR_SEAL,
      ),
    ];
  if (head === 'behind')
    return [
      note(
        'head-behind',
        `the signed head is generation ${headNumber}`,
        'the next published one is signed again: licet harvest',
      ),
    ];
  return head === 'none' && newest !== null
    ? [note('head-none', 'no generation is signed yet', 'the next published one is: licet harvest')]
    : [];
};

const known = async (integrity: Integrity, head: ChainLink | null): Promise<readonly Finding[]> => {
  if (head === null || (await integrity.link(head.number))?.chain === head.chain) return [];
  return [
    danger('head-unknown', `generation ${head.number} of the head you kept is not in this registry`, BACK),
  ];
};

const chainDangers = (chain: ChainState): readonly Finding[] => [
  ...chain.faults.map((fault) => danger('chain-broken', fault, BACK)),
  ...headFindings(chain),
];

/** What is wrong with the chain of generations or its signed head; quick, so that every start looks. */
export const checkChain = async (integrity: Pick<Integrity, 'chain'>): Promise<readonly Finding[]> =>
  chainDangers(await integrity.chain()).filter(({ level }) => level === 'danger');

/** Are records and generations what was published? `kept`: a head that was kept outside the data folder. */
export const checkRecords = async (
  integrity: Integrity,
  kept: ChainLink | null,
): Promise<readonly Finding[]> => {
  const engine = await integrity.engineFaults();
  if (engine.length > 0) return [danger('database-damaged', `the database is damaged (${engine[0]})`, BACK)];
  const chain = await integrity.chain();
  const { newest } = chain;
  if (newest === null)
    return [
      danger('nothing-published', 'no generation is published, so nothing is answered', 'licet harvest'),
    ];
  const now = await integrity.registryHash();
  return [
    ...(await alteredDossiers(integrity, newest.number)),
    ...(now === null
      ? [
          note(
            'not-compared',
            'accepted pages wait for the next generation, so the hash of the registry is not compared',
            'licet harvest publishes them',
          ),
        ]
      : []),
    ...(now !== null && now !== newest.registryHash
      ? [
          danger(
            'registry-altered',
            `the registry does not have the hash generation ${newest.number} was published with`,
            BACK,
          ),
        ]
      : []),
    ...chainDangers(chain),
    ...(await known(integrity, kept)),
  ];
};
