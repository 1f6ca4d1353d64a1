import { reason } from '../../../schema/reason.ts';
import type { Identification, Reason } from '../../../schema/verdict.ts';
import type { Reader } from '../../store/registry-reader.ts';
import { isWrittenWrong, type NumberFound, numberReasons, provinceOf } from '../by-number.ts';
import { conflictingHolders } from '../results.ts';

/** What an institution is called where a reason names it; its id where nobody holds one of that id. */
export const titleOf = async (id: string, reader: Reader): Promise<string> => {
  const dossier = await reader.dossier(id);
  return dossier?.title.zh ?? dossier?.title.en ?? id;
};

/** What speaks against a number that nobody has on record being this institution’s; null for nothing. */
const against = async (
  id: string,
  number: NumberFound,
  reader: Reader,
): Promise<readonly Reason[] | null> => {
  const dossier = await reader.dossier(id);
  const scheme = number.field === 'uscc' ? 'uscc' : 'licence-number';
  const registered = dossier?.identifiers.find((one) => one.scheme === scheme);
  if (registered !== undefined)
    return [reason('number.differs', { asked: number.value, registered: registered.value })];
  if (isWrittenWrong(number)) return [];
  const { region, province } = dossier?.place ?? {};
  const given = provinceOf(number);
  return region === 'mainland' && province !== undefined && given !== null && given !== province
    ? [reason('number.other-province', { asked: number.value, given, province })]
    : null;
};

/**
 * Numbers nobody has on record beside who is found: the name, the id or the other number decides, unless one of them is written as no such number
 * is, the record holds another of its kind, or it was given out in another province than that of the record. Whoever borrows a famous
 * name brings a number along that is made up, or a company’s own.
 */
export const doubtIfOtherNumber = async (
  found: Identification,
  numbers: readonly NumberFound[],
  reader: Reader,
): Promise<Identification> => {
  const why = [...found.why, ...numbers.flatMap(numberReasons)];
  if (found.id === null) return { ...found, why };
  const named = found.match === 'exact' ? (found.why[0] ?? reason('number.named')) : reason('number.named');
  for (const number of numbers) {
    const doubts = number.field === 'name' ? null : await against(found.id, number, reader);
    if (doubts !== null) return conflictingHolders([...why, ...doubts], [{ id: found.id, why: named }]);
  }
  return { ...found, why };
};

/** Official numbers beside a registry id: one that is on record for somebody else settles nobody, and nobody’s is doubted as beside a name. */
export const numbersBesideId = async (
  found: Identification,
  numbers: readonly NumberFound[],
  reader: Reader,
): Promise<Identification> => {
  const { id } = found;
  const stated = numbers.filter(({ field }) => field !== 'name');
  if (id === null || stated.length === 0) return found;
  const [elsewhere] = stated.filter(
    ({ institutions }) => institutions.length > 0 && !institutions.includes(id),
  );
  if (elsewhere !== undefined) {
    const { value, institutions } = elsewhere;
    const [holder = id] = institutions;
    const [registered, asked] = [await titleOf(holder, reader), await titleOf(id, reader)];
    return conflictingHolders(
      [...found.why, reason('number.name-contradicts', { registered, asked })],
      [
        { id, why: reason('id.equal', { id }) },
        ...institutions.slice(0, 9).map((one) => ({ id: one, why: reason('number.holder', { value }) })),
      ],
    );
  }
  const known = stated.filter(({ institutions }) => institutions.length > 0);
  const agreeing = { ...found, why: [...found.why, ...known.flatMap(numberReasons)] };
  return doubtIfOtherNumber(
    agreeing,
    stated.filter(({ institutions }) => institutions.length === 0),
    reader,
  );
};
