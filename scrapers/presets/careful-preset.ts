import type { DescriptorInput } from '../../schema/source.ts';

/**
 * What several descriptors say alike. No preset lets absence mean no, or names the day a page was seen live: each source that
 * may do so says it itself, where whoever reads its descriptor sees it.
 */
export type CarefulPreset = Partial<DescriptorInput> & Readonly<{ absence: 'unknown'; confirmedLive: null }>;
