import type { McpServer } from '@modelcontextprotocol/server';
import { assistantWords } from '../../../schema/lexicon/assistant-words.ts';
import type { PageText } from '../../../schema/lexicon/page-texts.ts';
import { shanghaiDay } from '../../text/dates.ts';
import { editionAt } from '../../verdict/evidence/edition-at.ts';
import { POLICY_VERSION } from '../../verdict/policy.ts';
import { sayIn } from '../pages/say.ts';
import type { McpDeps } from './deps.ts';
import { plain } from './short/plain.ts';

const say = sayIn('en');

const words = ['confirmed', 'limited', 'refuted', 'unknown'] as const;

const rules = [
  'how-we-decide.only-authorities-decide-newspapers',
  'how-we-decide.each-kind-permission-own',
  'how-we-decide.nothing-counts-after-last',
  'how-we-decide.similar-name-not-same',
  'how-we-decide.every-yes-every-no',
  'how-we-decide.military-hospitals-no-civil',
  'how-we-decide.licence-does-not-tell',
] as const satisfies readonly PageText[];

/** The page “How we decide” as text: the same words. */
const howWeDecide = (): string =>
  [
    `# ${say('common.how-we-decide')}`,
    say('how-we-decide.licet-reads-lists-authorities'),
    ...words.map((word) => `- **${word}**: ${say(`how-we-decide.means-${word}`)}`),
    `## ${say('how-we-decide.rules')}`,
    ...rules.map((rule) => `- ${say(rule)}`),
    say('how-we-decide.rules-version', { version: POLICY_VERSION }),
  ].join('\n\n');

/** Every list in one line: its name, its authority, its date, and whether it may still decide today. */
const sources = ({ reader, clock }: McpDeps): string => {
  const { reference } = reader();
  const today = shanghaiDay(clock());
  return [...reference.sources.values()]
    .map(({ descriptor }) => {
      const at = editionAt(reference, descriptor.id, today);
      const { title, authority } = descriptor;
      return `- ${plain(title.en)} (${plain(authority.en)}), ${at?.date ?? 'no date'}: ${at?.state ?? 'unavailable'}`;
    })
    .join('\n');
};

/** Offers what belongs to every answer: how we decide, and the lists with their dates. */
export const offerResources = (server: McpServer, deps: McpDeps): void => {
  const texts = { 'how-we-decide': howWeDecide, sources: () => sources(deps) } as const;
  for (const name of ['how-we-decide', 'sources'] as const) {
    const { title, description } = assistantWords.resources[name];
    const uri = `licet://${name}`;
    server.registerResource(name, uri, { title, description, mimeType: 'text/markdown' }, async () => ({
      contents: [{ uri, mimeType: 'text/markdown', text: texts[name]() }],
    }));
  }
};
