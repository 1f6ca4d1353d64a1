import type { Dossier } from '../../../../schema/institution.ts';
import type { Verdict } from '../../../../schema/verdict.ts';
import { nameKeys } from '../../../name-keys/keys.ts';
import { summariseInstitution } from '../../../verdict/summary.ts';
import type { Page } from '../page.ts';

/** What stands over the institutions of an answer that settles on none; `choose`: where several could be meant. */
export const candidatesTitle = (
  { say }: Page,
  { match, why }: Verdict['identity'],
  choose: string,
): string => {
  if (match === 'lookalike') return say('Similar, but not the same', '名称相似，但并非同一家');
  if (match === 'branch-not-on-record')
    return say('The institution it says it belongs to', '其所称隶属的机构');
  if (match === 'ambiguous') return choose;
  return why.some(({ code }) => code === 'name.nearest')
    ? say('Did you mean', '您要找的是不是')
    : say('Similar names', '相近名称');
};

export type Candidate = Verdict['identity']['candidates'][number];

const MOST = 8;

const keysOf = (dossier: Dossier): readonly string[] => [
  ...new Set(
    dossier.names.flatMap(({ value }) => {
      const { full, short } = nameKeys(value);
      return short === null ? [full] : [full, short];
    }),
  ),
];

/**
 * Other institutions that share a name or a short name with this one: whoever reads the name alone could mean them.
 * At most eight, in the registry's stable order.
 */
export const sameNamed = async (page: Page, dossier: Dossier): Promise<readonly Candidate[]> => {
  const ids = new Set<string>();
  for (const key of keysOf(dossier))
    for (const hit of await page.reader.findNameKey(key, MOST + 1))
      if (hit.institution !== dossier.id && ids.size < MOST) ids.add(hit.institution);
  const found = await Promise.all([...ids].map((id) => page.reader.dossier(id)));
  return found.flatMap((other) =>
    other === undefined ? [] : [{ ...summariseInstitution(other), score: 0, why: [] }],
  );
};
