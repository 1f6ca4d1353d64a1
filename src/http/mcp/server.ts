import { McpServer } from '@modelcontextprotocol/server';
import about from '../../../package.json' with { type: 'json' };
import { assistantWords } from '../../../schema/lexicon/assistant-words.ts';
import type { McpDeps } from './deps.ts';
import { offerResources } from './resources.ts';
import { findTool } from './tools/find.ts';
import { identifierTool } from './tools/identifier.ts';
import { offerTool } from './tools/offer.ts';
import { treatmentsTool } from './tools/treatments.ts';
import { verifyTool } from './tools/verify.ts';

const tools = [verifyTool, findTool, offerTool, identifierTool, treatmentsTool];

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
  for (const tool of tools) tool.offerOn(server, deps, fault);
  offerResources(server, deps);
  return server;
};
