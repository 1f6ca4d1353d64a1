import type { Language } from '../../schema/base.ts';
import { nameFinderFor } from '../identify/kept-index/name-finders.ts';
import type { Suggestion } from '../names/index/suggest.ts';
import { placeTitle } from '../places/english-title.ts';
import type { Reader } from '../store/registry-reader.ts';
import { hasHan } from '../text/han.ts';

/** A line of a type-ahead list as it is shown. `translation`: English words of ours, never a name of the institution. */
type Suggested = Readonly<{ id: string; name: string; translation?: string; city: string | null }>;

/** The name that begins so; the title where that is an alias, which may be of our own knowledge and then is shown nowhere. */
const inChinese = async (
  { institution: id, name, alias, city }: Suggestion,
  reader: Reader,
): Promise<Suggested> => {
  const title = alias ? (await reader.dossier(id))?.title : undefined;
  return { id, name: title?.zh ?? title?.en ?? name, city };
};

/** The English name that begins so or is on record, else ours beside the Chinese one. */
const inEnglish = async (
  { institution: id, name, alias, city }: Suggestion,
  reader: Reader,
): Promise<Suggested> => {
  const where = { city: city === null ? null : placeTitle(city) };
  if (!alias && !hasHan(name)) return { id, name, ...where };
  const title = (await reader.dossier(id))?.title;
  const translation = title?.en === null ? title.translation : undefined;
  const shown = title?.en ?? title?.zh ?? name;
  return { id, name: shown, ...(translation === undefined ? {} : { translation }), ...where };
};

/** At most ten institutions one of whose names begins with what was typed, the better known first. */
export const suggested = async (
  typed: string,
  reader: Reader,
  lang: Language | undefined,
): Promise<readonly Suggested[]> => {
  const found = (await nameFinderFor(reader)).suggest(typed);
  return Promise.all(found.map((one) => (lang === 'en' ? inEnglish(one, reader) : inChinese(one, reader))));
};
