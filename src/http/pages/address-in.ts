import type { Language } from '../../../schema/base.ts';
import type { Page } from './page.ts';

/** The path of a page with all that was asked, in one of the languages. */
export const pathIn = ({ path, query }: Pick<Page, 'path' | 'query'>, lang: Language): string => {
  const set = new URLSearchParams();
  for (const [key, value] of Object.entries(query))
    for (const one of [value].flat()) if (one !== undefined && key !== 'lang') set.append(key, String(one));
  set.set('lang', lang);
  return `${path}?${set.toString()}`;
};
