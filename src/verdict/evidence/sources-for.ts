import type { Gate } from '../../../schema/credential.ts';
import type { Place } from '../../../schema/record.ts';
import type { Reference } from '../../../schema/reference.ts';
import { authoritativeKinds, type Descriptor } from '../../../schema/source.ts';
import { onceEach } from '../../text/remembered.ts';
import type { GateContext } from '../gate-context.ts';
import { type EditionAt, editionAt } from './edition-at.ts';

const sourcesByGate = onceEach((reference: Reference): ReadonlyMap<string, readonly string[]> => {
  const index = new Map<string, string[]>();
  for (const id of [...reference.sources.keys()].sort()) {
    for (const gate of reference.sources.get(id)?.descriptor.gates ?? [])
      index.set(gate, [...(index.get(gate) ?? []), id]);
  }
  return index;
});

/** Ids of the sources about a gate, in a stable order. */
export const sourcesFor = (reference: Reference, gate: Gate): readonly string[] =>
  sourcesByGate(reference).get(gate) ?? [];

/** Sources of made-up institutions carry the word in their id. */
const isTestSource = (id: string): boolean => /-test(-|$)/.test(id);

/** True when both are made up for tests or both are real: a test source says nothing about a real institution. */
export const sameTestStatus = (context: GateContext, id: string): boolean =>
  isTestSource(id) === (context.dossier?.test === true);

type Where = Partial<Pick<Place, 'province' | 'city'>>;

const isAboutPlace = ({ coversOnly: only }: Descriptor, place: Where | undefined): boolean =>
  only === undefined ||
  (place?.province === only.province && (only.city === undefined || place.city === only.city));

/** True when the list is about the place where the institution stands. */
export const coversPlace = (context: GateContext, at: EditionAt): boolean =>
  isAboutPlace(at.source.descriptor, context.dossier?.place);

/** By province and city: the lists of one place only that are about it, as one text. */
type LocalLists = Map<string | undefined, Map<string | undefined, string>>;
const listsByPlace = onceEach((_: Reference): LocalLists => new Map());

const localIds = (reference: Reference, place: Where): string =>
  [...reference.sources.values()]
    .filter(({ descriptor }) => descriptor.coversOnly !== undefined && isAboutPlace(descriptor, place))
    .map(({ descriptor }) => descriptor.id)
    .sort()
    .join(' ');

/** The lists of one place only that are about a place, as one text: the same for all places about which the same lists are. */
export const localListsAt = (reference: Reference, place: Where): string => {
  const provinces = listsByPlace(reference);
  let cities = provinces.get(place.province);
  if (cities === undefined) {
    cities = new Map();
    provinces.set(place.province, cities);
  }
  let ids = cities.get(place.city);
  if (ids === undefined) {
    ids = localIds(reference, place);
    cities.set(place.city, ids);
  }
  return ids;
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
