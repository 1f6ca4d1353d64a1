import type { SourceState } from '../../../../schema/reference.ts';
import { authoritativeKinds } from '../../../../schema/source.ts';
import { editionAt } from '../../../verdict/evidence/edition-at.ts';
import type { Page } from '../page.ts';

/** Directories, press and holders' own pages help to tell who is meant; nothing rests on them (verdict rule 5). */
export const decides = ({ descriptor }: SourceState): boolean =>
  authoritativeKinds.includes(descriptor.evidenceKind);

/** Whether a list may decide today, in words. */
export const stateWord = (page: Page, source: SourceState): string => {
  const at = editionAt(page.reader.reference, source.descriptor.id, page.today);
  const { say } = page;
  if (at === undefined || at.state === 'unavailable') return say('common.not-available');
  if (!decides(source)) return say('common.never-decides');
  return at.state === 'fresh' ? say('common.may-decide') : say('common.too-old-decide');
};
