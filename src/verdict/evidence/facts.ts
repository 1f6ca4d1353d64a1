import type { FactRecord } from '../../../schema/record.ts';
import type { Reference, ReferenceFact } from '../../../schema/reference.ts';
import { authoritativeKinds } from '../../../schema/source.ts';
import { latest } from '../../text/dates.ts';
import { onceEach } from '../../text/remembered.ts';
import type { GateContext } from '../gate-context.ts';
import type { Service } from '../vocabulary/services.ts';
import { assessEvidence, type EvidenceWeight } from './assess-evidence.ts';

type FactKind = FactRecord['kind'];
type Index = ReadonlyMap<string, readonly ReferenceFact[]>;

const indexed = onceEach((reference: Reference): Index => {
  const index = new Map<string, ReferenceFact[]>();
  const put = (key: string, fact: ReferenceFact) => {
    const list = index.get(key);
    if (list === undefined) index.set(key, [fact]);
    else if (!list.includes(fact)) list.push(fact);
  };
  for (const fact of reference.facts) {
    put(fact.kind, fact);
    put(`${fact.kind} ${fact.code}`, fact);
    if (fact.title.zh !== undefined) put(`${fact.kind} ${fact.title.zh}`, fact);
  }
  return index;
});

/** Facts of a kind, and of a code or a Chinese title if one is given; indexed once per generation. */
export const referenceFacts = (
  reference: Reference,
  kind: FactKind,
  code?: string,
): readonly ReferenceFact[] => indexed(reference).get(code === undefined ? kind : `${kind} ${code}`) ?? [];

/** Facts about a service: by its code, or by the Chinese words of the law; those of its predecessor follow. */
export const factsOfService = (
  context: GateContext,
  kind: FactKind,
  service: Service,
): readonly ReferenceFact[] => {
  const named = referenceFacts(context.reference, kind, service.code);
  const before =
    service.predecessor === undefined ? [] : referenceFacts(context.reference, kind, service.predecessor);
  return [
    ...(named.length > 0 ? named : referenceFacts(context.reference, kind, service.name.zh)),
    ...before,
  ];
};

/** A text of law that was in force on the day, from an authority; undefined when none is held. */
export const lawInForce = (
  context: GateContext,
  facts: readonly ReferenceFact[],
): Readonly<{ fact: ReferenceFact; weight: EvidenceWeight }> | undefined => {
  for (const fact of facts) {
    if (!authoritativeKinds.includes(fact.evidence.kind)) continue;
    const from = fact.validFrom ?? fact.evidence.asOf;
    const begun = from === null || latest(from) <= context.day;
    const over = fact.validUntil !== undefined && latest(fact.validUntil) < context.day;
    if (!begun || over) continue;
    const weight = assessEvidence(context, fact.evidence);
    return { fact, weight: { ...weight, covers: true, fresh: true } };
  }
  return undefined;
};
