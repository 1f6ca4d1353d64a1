import type { Gate } from '../../../schema/credential.ts';
import type { Reference } from '../../../schema/reference.ts';
import { authoritativeKinds } from '../../../schema/source.ts';
import type { GateContext } from '../gate-context.ts';
import { type EditionAt, editionAt } from './edition-at.ts';

const indexes = new WeakMap<Reference, ReadonlyMap<string, readonly string[]>>();

const build = (reference: Reference): ReadonlyMap<string, readonly string[]> => {
  const index = new Map<string, string[]>();
  for (const id of [...reference.sources.keys()].sort()) {
    for (const gate of reference.sources.get(id)?.descriptor.gates ?? [])
      index.set(gate, [...(index.get(gate) ?? []), id]);
  }
  return index;
};

/** Ids of the sources about a gate, in a stable order. */
export const sourcesFor = (reference: Reference, gate: Gate): readonly string[] => {
  let index = indexes.get(reference);
  if (index === undefined) {
    index = build(reference);
    indexes.set(reference, index);
  }
  return index.get(gate) ?? [];
};

/** Sources of made-up institutions carry the word in their id. */
const isTestSource = (id: string): boolean => /-test(-|$)/.test(id);

/** True when both are made up for tests or both are real: a test source says nothing about a real institution. */
export const sameTestStatus = (context: GateContext, id: string): boolean =>
  isTestSource(id) === (context.dossier?.test === true);

/** True when the list is about the place where the institution stands. */
export const coversPlace = (context: GateContext, at: EditionAt): boolean => {
  const only = at.source.descriptor.coversOnly;
  if (only === undefined) return true;
  const place = context.dossier?.place;
  return place?.province === only.province && (only.city === undefined || place.city === only.city);
};

/** Authorities’ lists that hold every approval of the gate: only absence from one of these can mean no. */
export const completeLists = (context: GateContext, gate: Gate): readonly EditionAt[] =>
  sourcesFor(context.reference, gate).flatMap((id) => {
    const at = editionAt(context.reference, id, context.day);
    if (at === undefined || at.superseded || !sameTestStatus(context, id)) return [];
    const { completeness, absence, evidenceKind } = at.source.descriptor;
    const speaks = completeness === 'complete' && absence === 'not-met';
    return speaks && authoritativeKinds.includes(evidenceKind) && coversPlace(context, at) ? [at] : [];
  });
