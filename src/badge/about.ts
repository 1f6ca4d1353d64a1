import type { Bilingual } from '../../schema/base.ts';
import { askedTitle, withoutRemark } from '../verdict/vocabulary/asked-title.ts';
import { treatmentOf } from '../verdict/vocabulary/treatments.ts';
import type { BadgeModel } from './badge-model.ts';
import { wordsIn } from './words.ts';

/** The everyday name of a treatment where the code means that very one (IVF), else the name of what the code stands for. */
const nameOf = (code: string): Bilingual | null => {
  const treatment = treatmentOf(code);
  return treatment?.code === code ? treatment.name : askedTitle(code);
};

/**
 * What a badge speaks of, in its language: a treatment or a mark, else the practice licence. Treatments have names in Chinese and
 * English only. Empty where it speaks of no hospital, or says nothing of it for this site.
 */
export const aboutOf = ({
  ask,
  lang,
  note,
  state,
}: Pick<BadgeModel, 'ask' | 'lang' | 'note' | 'state'>): string => {
  if (note !== null || state === 'not-for-site') return '';
  const name = ask === null ? null : nameOf(ask);
  if (name === null) return ask ?? wordsIn(lang).licence;
  return withoutRemark(lang === 'zh' ? name.zh : name.en);
};
