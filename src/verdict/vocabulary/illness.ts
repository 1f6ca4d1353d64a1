import { sentenceWords } from '../../../schema/lexicon/sentence-words.ts';
import { treatmentWords } from '../../../schema/lexicon/treatment-words.ts';
import { late } from '../../text/remembered.ts';
import { namesNoTreatment } from '../../text/word-similarity.ts';

const { en, zh } = treatmentWords.illnesses;
const words = late(() => new Set([...en, ...sentenceWords().en.ills]));

/** A treatment stands before what it is for: “stem cells for autism”. */
const FOR = /\bfor\b|治/u;

/** Whether words end in one for an illness (lung cancer, 白血病): what somebody is treated for, and no treatment. */
export const isIllness = (text: string): boolean => {
  if (FOR.test(text) || namesNoTreatment(text)) return false;
  const plain = text.trim().toLowerCase().replaceAll('’', "'");
  return (
    words().has(plain.split(/\s+/u).at(-1) ?? '') || zh.some((one) => plain.length > 1 && plain.endsWith(one))
  );
};
