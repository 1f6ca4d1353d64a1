import type { PageGrid } from './grid.ts';

/** A good page and the ways to look at it. `words`: the title above a Word document's first table. */
export type GoodPage = Readonly<{ file: string; body: Uint8Array; grid: PageGrid | null; words: string }>;

/**
 * One thing that can become of a page. `make` gives null where it cannot befall this page, or would leave it as it was.
 * `harmless`: the page says the same as before, so refusing it would be a false refusal. `legitimate`: a true change that looks
 * like a fault; it may wait for a second night. `mayNeed`: nobody can tell it from a fault, so an operator may have to let it in.
 */
export type Fault = Readonly<{
  id: string;
  harmless?: true;
  legitimate?: true;
  mayNeed?: 'operator';
  make: (page: GoodPage) => Uint8Array | null;
}>;

export type Kind = 'fault' | 'harmless' | 'legitimate';

export const kindOf = ({ harmless, legitimate }: Fault): Kind =>
  harmless === true ? 'harmless' : legitimate === true ? 'legitimate' : 'fault';
