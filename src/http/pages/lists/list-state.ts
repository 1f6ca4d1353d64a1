import type { PageText } from '../../../../schema/lexicon/page-texts.ts';
import type { SourceState } from '../../../../schema/reference.ts';
import { authoritativeKinds } from '../../../../schema/source.ts';
import { editionAt } from '../../../verdict/evidence/edition-at.ts';
import type { Page } from '../page.ts';

/** Directories, press and holders' own pages help to tell who is meant; nothing rests on them (verdict rule 5). */
export const decides = ({ descriptor }: SourceState): boolean =>
  authoritativeKinds.includes(descriptor.evidenceKind);

/** What a list is worth today: `none` where no edition is held, `never` where nothing may rest on it, `law` for a text that names no hospital. */
export type ListState = 'fresh' | 'old' | 'never' | 'none' | 'law';

/** What a list is worth on the day of the page. */
export const listState = (page: Page, source: SourceState): ListState => {
  const at = editionAt(page.reader.reference, source.descriptor.id, page.today);
  if (source.editions.length === 0 || at === undefined || at.state === 'unavailable') return 'none';
  if (source.descriptor.evidenceKind === 'law') return 'law';
  if (!decides(source)) return 'never';
  return at.state === 'fresh' ? 'fresh' : 'old';
};

const words: Readonly<Record<ListState, PageText>> = {
  fresh: 'common.may-decide',
  old: 'common.too-old-decide',
  never: 'common.never-decides',
  none: 'common.not-available',
  law: 'common.text-of-law',
};

/** Whether a list may decide today, in words. */
export const stateWord = (page: Page, source: SourceState): string =>
  page.say(words[listState(page, source)]);
