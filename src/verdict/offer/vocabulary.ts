import list from '../../../schema/codes/advert-words.json' with { type: 'json' };
import { hasHan } from '../../text/han.ts';
import { late } from '../../text/remembered.ts';
import { grades } from '../vocabulary/claims.ts';
import { programmes, schemes } from '../vocabulary/schemes.ts';
import { services } from '../vocabulary/services.ts';
import { fold } from './fold.ts';

/** What in an offer can be checked: a private mark, a statutory grade, a title, a treatment, a product, the licence. */
export const checkableKinds = ['licence', 'grade', 'mark', 'programme', 'technology', 'product'] as const;
export type CheckableKind = (typeof checkableKinds)[number];

/** One word of an offer and what it means. `latin`: it must stand as a whole word. `capitals`: only in capitals. */
export type Term = Readonly<{
  text: string;
  latin: boolean;
  capitals: boolean;
  codes: readonly Readonly<{ code: string; kind: CheckableKind }>[];
}>;

type Entry = Readonly<{ code: string; kind: CheckableKind; words: readonly string[] }>;

const capitals: ReadonlySet<string> = new Set(list.capitals);

const entries = (): readonly Entry[] => [
  ...services.map(({ code, gate, name, words }) => ({
    code,
    kind: gate === 'cell-product' ? ('product' as const) : ('technology' as const),
    words: [name.en, name.zh, ...words.en, ...words.zh],
  })),
  ...schemes.map(({ code, name, words }) => ({
    code,
    kind: 'mark' as const,
    words: [name.en, name.zh, ...words.en, ...words.zh],
  })),
  ...programmes.map(({ code, name, words }) => ({
    code,
    kind: 'programme' as const,
    words: [name.en, name.zh, ...words.en, ...words.zh],
  })),
  ...grades.map(({ code, name }) => ({ code, kind: 'grade' as const, words: [name.zh] })),
  ...Object.entries(list.claims).map(([code, words]) => ({
    code,
    kind: code === 'licence' ? ('licence' as const) : ('grade' as const),
    words: [...words.en, ...words.zh],
  })),
];

/** A single character means too much. */
const tooShort = (text: string): boolean => text.length < 2;

const compile = (): readonly Term[] => {
  const byText = new Map<string, Map<string, CheckableKind>>();
  for (const { code, kind, words } of entries()) {
    for (const word of words) {
      const text = fold(word).text.trim();
      if (tooShort(text)) continue;
      const codes = byText.get(text) ?? new Map<string, CheckableKind>();
      byText.set(text, codes.set(code, kind));
    }
  }
  return [...byText].map(([text, codes]) => ({
    text,
    latin: !hasHan(text),
    capitals: capitals.has(text),
    codes: [...codes].map(([code, kind]) => ({ code, kind })),
  }));
};

/** Every word of the vocabularies, folded, each once with all it means; compiled for the first text that is read. */
export const offerTerms = late(compile);
