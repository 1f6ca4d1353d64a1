import { houseSorts } from '../../../schema/lexicon/house-sorts.ts';
import { nameKinds } from '../../../schema/record.ts';
import type { NameIndex } from '../../names/index/name-index.ts';
import type { NameParts } from '../../names/parse/parts.ts';
import { byNumber, onceEach } from '../../text/remembered.ts';

const LEGAL = nameKinds.indexOf('legal');
const ALIAS = nameKinds.indexOf('alias');

/** Every name of the institution that bears `name`, by number: the names of an institution stand together. */
export const namesOfBearer = ({ owner }: NameIndex, name: number): readonly number[] => {
  const institution = owner[name];
  let from = name;
  while (from > 0 && owner[from - 1] === institution) from -= 1;
  let to = name;
  while (to < owner.length && owner[to] === institution) to += 1;
  return Array.from({ length: to - from }, (_, at) => from + at);
};

/** The registered names of the institution that bears `name`, by number. */
export const registeredNames = (index: NameIndex, name: number): readonly number[] =>
  namesOfBearer(index, name).filter((one) => index.nameKind[one] === LEGAL);

/** The parts of all names, and of the registered ones, of the institution that bears `name`. */
export const partsOfBearer = (index: NameIndex, name: number): readonly NameParts[] =>
  namesOfBearer(index, name).map((one) => index.partsAt(one));
export const registeredParts = (index: NameIndex, name: number): readonly NameParts[] =>
  registeredNames(index, name).map((one) => index.partsAt(one));

/** All names of the institution that bears `name`, as they are written. */
export const textsOfBearer = (index: NameIndex, name: number): readonly string[] =>
  namesOfBearer(index, name).map((one) => index.names.at(one));

/** Whether a name, by number, is no more than an alias. */
export const isAlias = ({ nameKind }: NameIndex, name: number): boolean => nameKind[name] === ALIAS;

const REGISTERED = ['whole.legal', 'whole.second', 'whole.english'];

/** Whether a list registers the very name that was asked, by what was observed of an institution. */
export const isRegisteredSo = (features: Readonly<{ has(feature: string): boolean }>): boolean =>
  REGISTERED.some((kind) => features.has(kind));

/** Whether a body is a town's or a neighbourhood's: a candidate only when the name asked says so. */
export const isTownship = (body: string | null): boolean => houseSorts.township.has(body);

/** What an institution is by its registered names, whatever its other names say: a township's, a chain's group, or neither. */
type House = 'township' | 'group' | 'other';

const read = (index: NameIndex, name: number): House => {
  const names = registeredNames(index, name);
  if (names.length === 0) return 'other';
  if (names.every((one) => index.names.at(one).endsWith('集团'))) return 'group';
  return names.every((one) => isTownship(index.partsAt(one).body)) ? 'township' : 'other';
};

/** Houses as read once, by institution. */
const housesOf = onceEach((_: NameIndex) => byNumber<House>(MOST_READ));
const MOST_READ = 50_000;

export const houseOf = (index: NameIndex, name: number): House =>
  housesOf(index)(index.owner[name] ?? 0, () => read(index, name));
