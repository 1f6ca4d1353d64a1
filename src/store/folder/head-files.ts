import { join } from 'node:path';

/** The newest generation and the hash of the chain up to it, signed; and the key that signs it. They lie outside the database. */
export const headFile = (data: string): string => join(data, 'generation-head.json');
export const headKeyFile = (data: string): string => join(data, 'generation-head.key');
