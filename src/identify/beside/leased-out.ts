import { reason } from '../../../schema/reason.ts';
import type { Identification } from '../../../schema/verdict.ts';
import { canonicalZh } from '../../name-keys/keys.ts';
import { leasedWordIn } from '../../names/parse/han-departments.ts';
import { besides, surest } from '../famous/against.ts';
import { unmatched } from '../results.ts';
import type { Search } from '../search.ts';

const BEFORE_NAME = /[的给被由\s，,、（(]/u;

/** A hospital's name in words around it: 外包给民营的华山医院皮肤科. None where no hospital stands in them. */
const houseIn = (words: string): readonly string[] => {
  const end = words.indexOf('医院');
  return end < 0 ? [] : [`${words.slice(0, end).split(BEFORE_NAME).at(-1)}医院`];
};

/**
 * 瑞金医院莆田系承包科室: a part of a hospital that is said to be leased out to somebody, which the law forbids. Nothing is known of who works there; the hospital
 * stands beside it. Null for any other name, and where no hospital on record is named.
 */
export const leasedOut = (search: Search): Identification | null => {
  const name = canonicalZh(search.name);
  const words = leasedWordIn(name);
  if (words === null) return null;
  const own = name.split(words).flatMap(houseIn);
  const best = own.map((one) => surest(search, one)).find((one) => one !== null);
  return best === undefined
    ? null
    : unmatched(
        'branch-not-on-record',
        [reason('name.leased-out', { words })],
        besides(search, best).candidates,
      );
};
