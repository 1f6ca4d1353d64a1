import type { CallToolResult, McpServer } from '@modelcontextprotocol/server';
import type { z } from 'zod';
import { type assistantTools, assistantWords } from '../../../../schema/lexicon/assistant-words.ts';
import { failure } from '../result.ts';

type Tool<Input extends z.ZodObject, Output extends z.ZodObject> = Readonly<{
  name: (typeof assistantTools)[number];
  input: Input;
  output: Output;
  answer: (asked: z.output<Input>) => Promise<CallToolResult> | CallToolResult;
}>;

/** Every tool only reads, and the same question gives the same answer until a list changes. */
const annotations = {
  readOnlyHint: true,
  idempotentHint: true,
  destructiveHint: false,
  openWorldHint: false,
};

/** Offers a tool under the words of the lexicon. What goes wrong in it becomes an answer that says so. */
export const offerTool = <Input extends z.ZodObject, Output extends z.ZodObject>(
  server: McpServer,
  { name, input, output, answer }: Tool<Input, Output>,
  fault: (cause: unknown) => void,
): void => {
  const { title, description } = assistantWords.tools[name];
  const inputSchema: z.ZodObject = input;
  server.registerTool(
    name,
    { title, description, inputSchema, outputSchema: output, annotations: { title, ...annotations } },
    async (asked) => {
      try {
        // The server has read it by the schema of this very tool.
        return await answer(asked as z.output<Input>);
      } catch (cause) {
        fault(cause);
        return failure(cause);
      }
    },
  );
};
