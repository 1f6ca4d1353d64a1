import type { Language } from '../../schema/base.ts';

const weightOf = (part: string): number => {
  const found = /;\s*q=([\d.]+)/.exec(part);
  return found === null ? 1 : Number(found[1]);
};

const read = (header: string): Language => {
  let best: Language = 'en';
  let weight = 0;
  for (const part of header.slice(0, 500).split(',')) {
    const tag = part.trim().slice(0, 2).toLowerCase();
    const of = weightOf(part);
    if ((tag === 'zh' || tag === 'en') && of > weight) {
      best = tag;
      weight = of;
    }
  }
  return best;
};

const seen = new Map<string, Language>();

/** The language an Accept-Language header prefers among ours; English when it says nothing. */
export const preferredLanguage = (header: string | undefined): Language => {
  if (header === undefined) return 'en';
  const known = seen.get(header);
  if (known !== undefined) return known;
  if (seen.size > 500) seen.clear();
  const language = read(header);
  seen.set(header, language);
  return language;
};

/** The language of an answer: what the address asks for, else what the client prefers. */
export const languageOf = (
  { headers }: Readonly<{ headers: Readonly<Record<string, unknown>> }>,
  asked: Language | undefined,
): Language => {
  if (asked !== undefined) return asked;
  const header = headers['accept-language'];
  return preferredLanguage(typeof header === 'string' ? header : undefined);
};
