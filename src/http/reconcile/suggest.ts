import {
  type ReconcileType,
  reconcileProperties,
  reconcileTypes,
  reconcileWords,
} from '../../../schema/lexicon/reconcile-words.ts';
import { suggested } from '../suggested.ts';
import type { ReconcileDeps, Way } from './deps.ts';

/** Whether an entry of a short list begins with what was typed, or one of its words does. */
const beginsSo = (typed: string, ...names: readonly string[]): boolean =>
  names.some((name) =>
    name
      .toLowerCase()
      .split(/\s+/)
      .some((_, at, words) => words.slice(at).join(' ').startsWith(typed)),
  );

const typeEntry = (id: ReconcileType, { lang }: Way) => ({ id, name: reconcileWords.types[id][lang] });

export const suggestTypes = (typed: string, way: Way) =>
  reconcileTypes
    .map((id) => typeEntry(id, way))
    .filter(({ id, name }) => beginsSo(typed.toLowerCase(), id, name));

/** The columns that can be fetched; all of them where nothing was typed. */
export const suggestProperties = (typed: string, { lang }: Way) =>
  reconcileProperties
    .map((id) => ({ id, name: reconcileWords.properties[id][lang] }))
    .filter(({ id, name }) => beginsSo(typed.toLowerCase(), id, name));

export const suggestEntities = async (typed: string, { reader }: Pick<ReconcileDeps, 'reader'>, way: Way) =>
  typed === ''
    ? []
    : (await suggested(typed, reader(), way.lang)).map(({ id, name, translation, city }) => ({
        id,
        name,
        description: [translation, city].filter((one) => one !== null && one !== undefined).join(' · '),
        notable: [typeEntry('institution', way)],
      }));
