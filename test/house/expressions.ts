import { stripTypeScriptTypes } from 'node:module';
import { parse, type Token } from 'acorn';
import { checkSync } from 'recheck';
import { z } from 'zod';
import { housed, readText } from './tree.ts';

/** Milliseconds that one new expression may be looked at; most take ten. */
const LIMIT = 20_000;

/** A regular expression as it stands in the code, `/…/flags`, and the first file it stands in. */
export type Expression = Readonly<{ written: string; pattern: string; flags: string; path: string }>;

const literal = z.object({ pattern: z.string(), flags: z.string() });

/**
 * Where an expression may begin: a stroke, which begins no comment, behind a sign or a word that no value ends with. Two files of three have no such
 * place, and need not be parsed.
 */
const MAY_BEGIN =
  /(?:[()[\]{},;:=!?&|>+~^%-]|\b(?:return|typeof|case|in|of|void|delete|await|yield|do|else|instanceof|new|throw|default))\s*\/(?![/*])/;

const literalsIn = (text: string): readonly z.infer<typeof literal>[] => {
  if (!MAY_BEGIN.test(text)) return [];
  const found: z.infer<typeof literal>[] = [];
  // acorn's types leave the value of a token out.
  const onToken = (token: Token & { value?: unknown }) => {
    if (token.type.label === 'regexp') found.push(literal.parse(token.value));
  };
  parse(stripTypeScriptTypes(text), { ecmaVersion: 'latest', sourceType: 'module', onToken });
  return found;
};

/** Every regular expression written in the rooms of the house, each once. Those put together at run time are not among them. */
export const expressions = (): readonly Expression[] => {
  const found = new Map<string, Expression>();
  for (const { path, text } of housed)
    for (const { pattern, flags } of literalsIn(text)) {
      const written = `/${pattern}/${flags}`;
      if (!found.has(written)) found.set(written, { written, pattern, flags, path });
    }
  return [...found.values()];
};

const CHECKED = 'test/house/checked-expressions.json';

/**
 * What was found before: `linear` expressions take time in proportion to the text; those under `bounded` do not, and each says
 * what keeps its text short.
 */
export const checkedBefore = () =>
  z
    .strictObject({ bounded: z.record(z.string(), z.string().min(20)), linear: z.array(z.string()) })
    .parse(JSON.parse(readText(CHECKED)));

/** Why an expression may take far longer than its text is long, with a text that shows it; null when it does not. */
export const slowness = ({ pattern, flags }: Expression): string | null => {
  const found = checkSync(pattern, flags, { timeout: LIMIT });
  if (found.status === 'safe') return null;
  if (found.status === 'unknown') return `nothing was found in ${LIMIT / 1000} s, which is no acquittal`;
  return `${found.complexity.summary}, for example on ${found.attack.pattern.slice(0, 120)}`;
};
