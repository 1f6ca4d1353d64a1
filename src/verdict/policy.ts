import type { Bilingual } from '../../schema/base.ts';
import type { Gate } from '../../schema/credential.ts';
import { officialQueries } from '../../schema/lexicon/verdict-words.ts';
import first from '../../schema/policies/2026-11-21.1.json' with { type: 'json' };
import second from '../../schema/policies/2026-11-21.2.json' with { type: 'json' };
import third from '../../schema/policies/2026-11-28.1.json' with { type: 'json' };
import fourth from '../../schema/policies/2026-11-30.1.json' with { type: 'json' };
import flips from '../../schema/policies/flips.json' with { type: 'json' };
import { type FlipExplanation, flipExplanation, type Policy, policySchema } from '../../schema/policy.ts';

/**
 * The rules that are data: dated, citable, and changed only together with the version. Oldest first; the last one answers.
 * A verdict names the version it was made under, so that an old answer can be understood later.
 */
export const policies: readonly Policy[] = [first, second, third, fourth].map((one) =>
  policySchema.parse(one),
);

/** The version that answers now. */
export const currentPolicy: Policy = policySchema.parse(fourth);
export const POLICY_VERSION = currentPolicy.version;

/** What is said of flips between versions. */
export const flipExplanations: readonly FlipExplanation[] = flipExplanation.array().parse(flips);

type Look = Readonly<{ authority: Bilingual; url: string; type: Bilingual }>;

const { authority, queries } = officialQueries;

/** Where a reader can look personally when no source of ours says where. */
export const officialLookups: Readonly<Partial<Record<Gate, Look>>> = Object.fromEntries(
  Object.entries(queries).map(([gate, query]) => [gate, { authority, ...query }]),
);
