import type { PageGrid } from './grid.ts';

/** A good page and the ways to look at it. */
export type GoodPage = Readonly<{ file: string; body: Uint8Array; grid: PageGrid | null }>;

/**
 * One thing that can become of a page. `make` gives null where it cannot befall this page, or would leave it as it was.
 * `harmless`: the page says the same as before, so refusing it would be a false refusal.
 */
export type Fault = Readonly<{
  id: string;
  harmless?: true;
  make: (page: GoodPage) => Uint8Array | null;
}>;
