import type { Language } from '../../schema/base.ts';
import { pageWords } from '../../schema/lexicon/page-words.ts';
import type { Kept } from '../archive/archive.ts';
import type { Tombstone } from '../archive/tombstone.ts';
import { LicetError } from '../errors.ts';
import { shanghaiDay } from '../text/dates.ts';
import type { KeptBytes } from './deps.ts';

const day = (instant: string): string => shanghaiDay(new Date(instant));

/** What became of a removed page, in one sentence. Who removed it and why stays with the operator. */
export const removedText = ({ removedAt, rule, retrievedAt, url }: Tombstone, language: Language): string => {
  const [when, came] = [day(removedAt), retrievedAt === null ? null : day(retrievedAt)];
  if (language === 'zh')
    return `该页面${came === null ? '' : `于${came}`}${url === null ? '' : `自 ${url} `}留存，于${when}移除，${pageWords.removed[rule].zh}`;
  return `The page${url === null ? '' : ` of ${url}`} was kept${came === null ? '' : ` on ${came}`} and removed on ${when}, ${pageWords.removed[rule].en}`;
};

/** The problem to answer with when the bytes of a kept page cannot be given. */
export const pageUnavailable = (kept: Exclude<Kept, { state: 'kept' }>): LicetError => {
  if (kept.state === 'removed')
    return new LicetError('LICET_PAGE_REMOVED', `${removedText(kept.tombstone, 'en')}.`);
  return new LicetError(kept.state === 'missing' ? 'LICET_PAGE_MISSING' : 'LICET_PAGE_DAMAGED');
};

/** Where the bytes of a known page are, without reading them; `why` in words where they are not. */
export const pageAvailability = async (archive: KeptBytes, sha256: string, language: Language) => {
  if (await archive.has(sha256)) return { kept: 'kept', why: null } as const;
  const tombstone = await archive.tombstone(sha256);
  return tombstone === undefined
    ? ({ kept: 'missing', why: pageWords.missing[language] } as const)
    : ({ kept: 'removed', why: removedText(tombstone, language) } as const);
};
