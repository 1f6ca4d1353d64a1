import type { CallToolResult, McpServer } from '@modelcontextprotocol/server';
import type { z } from 'zod';
import { type assistantTools, assistantWords } from '../../../../schema/lexicon/assistant-words.ts';
import type { RawQuestion } from '../../../ask/question-context.ts';
import { readFields } from '../../../ask/read-fields.ts';
import type { McpDeps } from '../deps.ts';
import { failure, unread } from '../result.ts';
import { contextOf } from './asked.ts';
import { keptSchema } from './kept-schema.ts';

/** A tool as the protocol's library offers it. */
type Tool = Readonly<{
  /** Offers it on one server. `fault`: told what went wrong on our side. */
  offerOn: (server: McpServer, deps: McpDeps, fault: (cause: unknown) => void) => void;
}>;

type Described<Input extends z.ZodObject, Output extends z.ZodObject> = Readonly<{
  name: (typeof assistantTools)[number];
  input: Input;
  output: Output;
  answer: (asked: z.output<Input>, deps: McpDeps) => Promise<CallToolResult> | CallToolResult;
}>;

/** Every tool only reads, and the same question gives the same answer until a list changes. */
const annotations = {
  readOnlyHint: true,
  idempotentHint: true,
  destructiveHint: false,
  openWorldHint: false,
};

/**
 * Describes a tool, once for all requests, under the words of the lexicon. What cannot be read is told field by field in plain words, as
 * everywhere else; what goes wrong in it becomes an answer that says so.
 */
export const describeTool = <Input extends z.ZodObject, Output extends z.ZodObject>({
  name,
  input,
  output,
  answer,
}: Described<Input, Output>): Tool => {
  const { title, description } = assistantWords.tools[name];
  const about = {
    title,
    description,
    inputSchema: keptSchema(input, 'input'),
    outputSchema: keptSchema(output, 'output'),
    annotations: { title, ...annotations },
  };
  const needed = Object.keys(input.shape).find((field) => !input.shape[field].safeParse(undefined).success);
  const read = (asked: unknown, deps: McpDeps) =>
    readFields(name, input.shape, asked as RawQuestion, contextOf(deps), needed);
  return {
    offerOn: (server, deps, fault) => {
      server.registerTool(name, about, async (asked) => {
        try {
          const given = read(asked, deps);
          if (!('found' in given)) return unread(given.code, given.errors);
          if (given.errors.length > 0) return unread('LICET_BAD_QUESTION', given.errors);
          // Each field was read by its own schema; one that may not be left out has its error above.
          return await answer(given.found as z.output<Input>, deps);
        } catch (cause) {
          fault(cause);
          return failure(cause);
        }
      });
    },
  };
};
