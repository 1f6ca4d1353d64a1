import { McpServer } from '@modelcontextprotocol/server';
import about from '../../../package.json' with { type: 'json' };
import { assistantWords } from '../../../schema/lexicon/assistant-words.ts';
import type { McpDeps } from './deps.ts';
import { offerResources } from './resources.ts';
import { offerFind } from './tools/find.ts';
import { offerIdentifier } from './tools/identifier.ts';
import { offerCheckOffer } from './tools/offer.ts';
import { offerTreatments } from './tools/treatments.ts';
import { offerVerify } from './tools/verify.ts';

/**
 * Licet as a server of the Model Context Protocol (revision 2026-07-28, and those of 2025 by the same server): five tools that
 * read, two texts. It keeps nothing between requests. `fault`: told what went wrong on our side.
 */
export const createMcpServer = (deps: McpDeps, fault: (cause: unknown) => void): McpServer => {
  const server = new McpServer(
    { name: about.name, title: 'Licet', version: about.version },
    {
      instructions: assistantWords.instructions,
      // The tools are those of this version: none comes or goes while it runs.
      capabilities: { tools: { listChanged: false }, resources: { listChanged: false } },
    },
  );
  offerVerify(server, deps, fault);
  offerFind(server, deps, fault);
  offerCheckOffer(server, deps, fault);
  offerIdentifier(server, deps, fault);
  offerTreatments(server, fault);
  offerResources(server, deps);
  return server;
};
