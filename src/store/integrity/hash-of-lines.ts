import { createHash } from 'node:crypto';

/** The registry hash: SHA-256 over lines in their order, each with its line end; 64 hexadecimal digits. */
export const hashOfLines = async (lines: AsyncIterable<string>): Promise<string> => {
  const sum = createHash('sha256');
  for await (const line of lines) sum.update(line).update('\n');
  return sum.digest('hex');
};
