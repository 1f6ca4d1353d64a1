import { z } from 'zod';

/** Links, assets and seals all begin with it: a service below a path, or one with a password in its address, is not offered. */
export const baseUrl = z
  .url({ protocol: /^https?$/, error: 'must be an http or https address, e.g. https://licet.example' })
  .refine((url) => !URL.canParse(url) || new URL(url).href === `${new URL(url).origin}/`, {
    error: 'must be a host name alone, without path, query or password, e.g. https://licet.example',
  })
  .transform((url) => (URL.canParse(url) ? new URL(url).origin : url));
