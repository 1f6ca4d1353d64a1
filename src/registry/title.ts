import type { Dossier, Fact } from '../../schema/institution.ts';
import type { Name, NameKind } from '../../schema/record.ts';
import { translateName } from '../names/translate/translate-name.ts';

const KIND_ORDER: readonly NameKind[] = ['legal', 'second', 'english', 'former', 'alias'];

type Names = readonly Fact<Name>[];

const firstOfKinds = (names: Names, kinds: readonly NameKind[]): string | null => {
  for (const kind of kinds) {
    const found = names.find((name) => name.kind === kind);
    if (found) return found.value;
  }
  return null;
};

/**
 * The names to show: in each language the first of the surest kind that is in force. A name without a citation serves only as the
 * last resort, and only if it is the one the row is about. Where a Chinese name stands alone, a translation of ours stands beside it.
 */
export const titleOf = (names: Names): Dossier['title'] => {
  const inForce = names.filter(({ validUntil }) => validUntil === undefined);
  const cited = inForce.filter(({ uncited }) => uncited === undefined);
  const inLanguage = (of: Names, language: Name['language']): Names =>
    of.filter((name) => name.language === language);
  const zh =
    firstOfKinds(inLanguage(cited, 'zh'), KIND_ORDER) ?? firstOfKinds(inLanguage(inForce, 'zh'), ['legal']);
  // A short form (HKAH) is no title where a translation can be.
  const kinds = zh === null ? KIND_ORDER : KIND_ORDER.filter((kind) => kind !== 'alias');
  const en =
    firstOfKinds(inLanguage(cited, 'en'), kinds) ?? firstOfKinds(inLanguage(inForce, 'en'), ['legal']);
  const translation = en === null && zh !== null ? translateName(zh) : null;
  return { zh, en, ...(translation !== null && { translation }) };
};
