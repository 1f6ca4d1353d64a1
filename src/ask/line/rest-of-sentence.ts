import { sentenceWords } from '../../../schema/lexicon/sentence-words.ts';
import { saidAbroad } from '../../places/abroad.ts';
import { hasHan } from '../../text/han.ts';
import { late } from '../../text/remembered.ts';
import { treatmentCode } from '../../verdict/offer/code-of-words.ts';
import type { Span } from './name-in-sentence.ts';
import { type Piece, piecesBefore, piecesInChinese, piecesInEnglish } from './words-of-sentence.ts';

/** Most characters before what no word explains that may be of it: 选男孩, where 选 alone is a word. */
const BEFORE_UNREAD = 2;

/** Where somebody comes from is no place of a hospital: “my father from Kazakhstan”, 从哈萨克斯坦来; behind a name, only where somebody is said (“Ruijin Hospital from Dubai”). */
const isOrigin = (text: string, { start, end }: Piece, behind: boolean): boolean => {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  if (!FROM.test(before) || saidAbroad(text.slice(start, end)) !== text.slice(start, end)) return false;
  return !behind || somebody().from.test(before) || somebody().after.test(after);
};
const FROM = /\bfrom\s$|从$|来自$/iu;

const somebody = late(() => {
  const { zh, en } = sentenceWords();
  const [inChinese, inEnglish] = [zh.people, en.people].map((words) => `(?:${words.join('|')})`);
  return {
    from: new RegExp(`(?:\\b${inEnglish}s? from\\s|${inChinese}(?:从|来自))$`, 'iu'),
    after: new RegExp(`^来?的病?${inChinese}`, 'u'),
  };
});

/** What stands around a name in a sentence: what was not read, what was not read and is no more than a word for an operation or a price, illnesses. */
export type Rest = Readonly<{ unread: readonly string[]; told: readonly string[]; ills: readonly string[] }>;

const words = late(() => new Intl.Segmenter('zh', { granularity: 'word' }));

/** What was not read, in whole words: 前列腺, where 前 alone is passed over. */
const inWholeWords = (text: string, { start, end }: Piece): string => {
  const all = words().segment(text);
  const [first, last] = [all.containing(start), all.containing(end - 1)];
  return text.slice(first?.index, last === undefined ? end : last.index + last.segment.length);
};

/** Whether two pieces of a Chinese text are one thing: 质子 and 治疗, 试管 and 婴儿, or what one character parts that is a word elsewhere (胃转流). */
const areOne = (text: string, before: Piece, between: Piece | undefined, piece: Piece): boolean => {
  if (before.made !== 'unread' || before.end !== (between ?? piece).start) return false;
  const isTreatment = (start: number, end: number): boolean =>
    treatmentCode(text.slice(start, end)) !== undefined;
  if (between === undefined)
    return ['told', 'word'].includes(piece.made) && isTreatment(before.start, piece.end);
  const isCharacter = between.end - between.start === 1 && /\p{Script=Han}/u.test(text.charAt(between.start));
  const isPlain = ({ start, end }: Piece): boolean => !isTreatment(start, end);
  return (
    isCharacter && between.end === piece.start && piece.made === 'unread' && [before, piece].every(isPlain)
  );
};

/** The pieces of a Chinese text, those that are one thing as one that is not read. */
const asThings = (text: string, pieces: readonly Piece[]): readonly Piece[] => {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const [before, last] = [all.at(-2), all.at(-1)];
    if (last !== undefined && areOne(text, last, undefined, piece))
      all.splice(-1, 1, { ...last, end: piece.end });
    else if (before !== undefined && last?.made === 'word' && areOne(text, before, last, piece))
      all.splice(-2, 2, { ...before, end: piece.end });
    else all.push(piece);
  }
  return all;
};

const ofChinese = (text: string, cut: readonly Piece[], behind: boolean): Rest => {
  const pieces = asThings(text, cut);
  const made = (kind: Piece['made']): readonly Piece[] => pieces.filter((one) => one.made === kind);
  const said = ({ start, end }: Piece): string => text.slice(start, end);
  const unread = made('unread')
    .filter((one) => !isOrigin(text, one, behind))
    .map((piece) => {
      const longer = Array.from({ length: BEFORE_UNREAD }, (_, more) => piece.start - BEFORE_UNREAD + more)
        .filter((start) => start >= 0)
        .map((start) => said({ ...piece, start }));
      return (
        [...longer, said(piece)].find((one) => treatmentCode(one) !== undefined) ?? inWholeWords(text, piece)
      );
    });
  return { unread, told: made('told').map(said), ills: made('ill').map(said) };
};

/** Words of English that stand together, between words that are passed over. */
const runs = (text: string, pieces: readonly Piece[]): readonly (readonly Piece[])[] => {
  const all: Piece[][] = [];
  for (const [at, piece] of pieces.entries()) {
    if (piece.made === 'word') continue;
    const before = pieces[at - 1];
    const joins =
      before !== undefined && before.made !== 'word' && text.slice(before.end, piece.start) === ' ';
    const last = all.at(-1);
    if (joins && last !== undefined) last.push(piece);
    else all.push([piece]);
  }
  return all;
};

/** Whether words are a treatment, and with what stands behind them none: “proton price”. */
const isPriceOf = (treatment: string, all: string): boolean =>
  treatmentCode(treatment) !== undefined && treatmentCode(all) === undefined;

/** “lung transplant Dr Chen”: who is to do it. */
const TITLE = /^(?:dr|prof|professor)$/iu;

const ofEnglish = (text: string, pieces: readonly Piece[], isBehind: boolean): Rest => {
  const [unread, told, ills]: string[][] = [[], [], []];
  const said = (run: readonly Piece[]): string => text.slice(run[0]?.start ?? 0, run.at(-1)?.end ?? 0);
  for (const run of runs(
    text,
    pieces.filter((one) => !isOrigin(text, one, isBehind)),
  )) {
    const person = run.findIndex((one, at) => at > 0 && TITLE.test(said([one])));
    if (person > 0 && treatmentCode(said(run.slice(0, person))) !== undefined) {
      unread?.push(said(run.slice(0, person)));
      told?.push(said(run.slice(person)));
      continue;
    }
    const last = run.findLastIndex(({ made }) => made === 'unread');
    const [own, behind] = [run.slice(0, last + 1), run.slice(last + 1)];
    // What an unread word ends may be a treatment (kidney transplant); an illness behind is what it is for (CAR-T lupus).
    if (own.length > 0 && behind.some(({ made }) => made !== 'ill') && !isPriceOf(said(own), said(run)))
      unread?.push(said(run));
    else {
      if (own.length > 0) unread?.push(said(own));
      if (behind.length > 0)
        (behind.some(({ made }) => made === 'told') || !behind.some(({ made }) => made === 'ill')
          ? told
          : ills
        )?.push(said(behind));
    }
  }
  return { unread: unread ?? [], told: told ?? [], ills: ills ?? [] };
};

/** What stands around the name at this place of a sentence, by what is made of it. */
export const aroundName = (text: string, { start, end }: Span): Rest => {
  const [read, pieces] = hasHan(text) ? [ofChinese, piecesInChinese] : [ofEnglish, piecesInEnglish];
  const [head, tail] = [text.slice(0, start), text.slice(end)];
  const before = read(head, piecesBefore(head, pieces), false);
  const behind = read(tail, pieces(tail), true);
  return {
    unread: [...behind.unread, ...before.unread],
    told: [...before.told, ...behind.told],
    ills: [...before.ills, ...behind.ills],
  };
};
