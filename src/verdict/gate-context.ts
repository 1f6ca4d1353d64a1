import type { Bilingual, Day, Language } from '../../schema/base.ts';
import type { Credential, Gate } from '../../schema/credential.ts';
import type { Dossier, Fact } from '../../schema/institution.ts';
import type { Policy } from '../../schema/policy.ts';
import type { PractitionerRow } from '../../schema/practitioner.ts';
import type { Question } from '../../schema/question.ts';
import type { Reference } from '../../schema/reference.ts';
import type { Evidence, Match, Reason, Result } from '../../schema/verdict.ts';

/** What a gate finds, before it is put into words. */
export type Finding = Readonly<{
  gate: Gate;
  ask: string | null;
  result: Result;
  status: string | null;
  reasons: readonly Reason[];
  evidence: readonly Evidence[];
  /** Days on which the finding may change though no list does, besides the age of `evidence` and the terms of credentials. */
  due: readonly Day[];
  /** What a `met` comes with: on trial, of one campus, a filing and no approval. Each makes the answer `limited` at most. */
  caveats: readonly Reason[];
}>;

/** Everything a gate may look at. Made anew for each question; nothing in it outlives the answer. */
export type GateContext = Readonly<{
  question: Question;
  /** The day asked about, in Asia/Shanghai. */
  day: Day;
  lang: Language;
  /** The institution meant; null while identity is not settled. */
  dossier: Dossier | null;
  /** How settled identity is; absent where nobody was looked for. */
  match?: Match;
  /** Why nobody is settled on, or what is said beside whoever is. */
  why?: readonly Reason[];
  /** Institutions that resemble it, as identify saw them. */
  candidates: ReadonlyMap<string, Dossier>;
  /** True when `candidates` holds whoever bears another spelling of the name (`otherSpellings`). */
  spellingsSearched?: boolean;
  reference: Reference;
  /** The rules asked under. */
  policy: Policy;
  /** Register rows of the physician asked about; absent when none is asked about. */
  practitioners?: readonly PractitionerRow[];
  /** Names of the institutions that those rows name, by registry id. */
  siteNames?: ReadonlyMap<string, Bilingual>;
}>;

/** Credentials of one gate, in the dossier's order. */
export const credentialsOf = (context: GateContext, gate: Gate): readonly Fact<Credential>[] =>
  context.dossier === null
    ? []
    : context.dossier.credentials.filter((credential) => credential.gate === gate);

/** Text in the language of the question. */
export const localise = (context: GateContext, text: Bilingual): string => text[context.lang];

/** A finding with the result `unknown` and no reasons; `found` replaces the fields that a gate has something to say about. */
export const finding = (
  gate: Gate,
  ask: string | null,
  found: Partial<Omit<Finding, 'gate' | 'ask'>> = {},
): Finding => ({
  gate,
  ask,
  result: 'unknown',
  status: null,
  reasons: [],
  evidence: [],
  due: [],
  caveats: [],
  ...found,
});
