import type { Bilingual, Day } from '../../../schema/base.ts';
import list from '../../../schema/codes/services.json' with { type: 'json' };
import type { Gate } from '../../../schema/credential.ts';
import { suggestByDice, wordScore } from '../../text/word-similarity.ts';

/** The legal kind of a service: what sort of permission it needs (verdict.md §3). */
type ServiceKind =
  | 'filing'
  | 'prior-approval'
  | 'permit'
  | 'product'
  | 'project-filing'
  | 'zone-permit'
  | 'prohibited';

/** One treatment or technology a patient may ask about, with the law it falls under. */
export type Service = Readonly<{
  code: string;
  gate: Gate;
  kind: ServiceKind;
  name: Bilingual;
  /** Everyday words that mean it. */
  words: Readonly<{ en: readonly string[]; zh: readonly string[] }>;
  basis: Bilingual;
  /** An operation: the physician’s years of registration are looked at. */
  operation?: true;
  /** On the national list of restricted technologies between these days. */
  inForce?: Readonly<{ from: Day; until?: Day }>;
  /** The entry of the list of 2017 that it stood under before. */
  predecessor?: string;
  /** `strong`: absence from the complete, fresh national list means no. */
  absence?: 'strong';
  /** A wholly foreign-owned hospital may not offer it. */
  barredForWhollyForeign?: true;
  organ?: string;
  /** Class of large equipment: A by the nation, B by the province. */
  equipmentClass?: 'A' | 'B';
  /** The restricted technology that has to be filed besides. */
  technology?: string;
  /** Equipment whose permit has to be held besides, any of these codes. */
  equipment?: readonly string[];
  /** A cell product; `indication`: whom it is reported to be approved for, in plain words. */
  product?: Readonly<{ type: string; name?: string; indication?: Bilingual }>;
}>;

export const services: readonly Service[] = list as readonly Service[];
const exact = new Map(services.map((service) => [service.code, service]));
const byCode = new Map(services.map((service) => [service.code.toLowerCase(), service]));

/** The service with this code, in any case of letters. */
export const findService = (code: string): Service | undefined =>
  exact.get(code) ?? byCode.get(code.trim().toLowerCase());

/** A service found by everyday words: the word that led to it, and how well it fits (0–1). */
type ServiceHit = Readonly<{ service: Service; word: string; score: number }>;

/** All by which a service is found: its code, its names and everyday words. */
export const wordsOf = (service: Service): readonly string[] => [
  service.code,
  service.name.en,
  service.name.zh,
  ...service.words.en,
  ...service.words.zh,
];

const SEARCH_LIMIT = 12;

/** Services that these words mean, best first: “CAR-T for lymphoma”, “质子”, “third-generation IVF”. */
export const searchServices = (text: string, limit = SEARCH_LIMIT): readonly ServiceHit[] =>
  services
    .map((service) => {
      let best = { word: service.code, score: 0 };
      for (const word of wordsOf(service)) {
        const score = wordScore(text, word);
        if (score > best.score) best = { word, score };
      }
      return { service, ...best };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.service.code < b.service.code ? -1 : 1))
    .slice(0, limit);

/** Codes to suggest for an unknown one: by meaning first, then by spelling. */
export const suggestServices = (text: string, limit = 5): string[] => {
  const meant = searchServices(text, limit).map(({ service }) => service.code);
  const spelt = suggestByDice(
    text,
    services.map(({ code, words }) => ({ code, words: [code, ...words.en] })),
    limit,
  );
  return [...new Set([...meant, ...spelt])].slice(0, limit);
};
