import type { Judgement, NewJudgement, ReviewPair } from '../../schema/judgement.ts';

/** Pairs of institutions that a person is asked about, and what persons said. */
export interface ReviewBook {
  /** Every judgement ever given, oldest first; those that wait for publication included. */
  judgements(): Promise<readonly Judgement[]>;
  /** Pairs that could be one institution, those of the best known hospitals first; judged ones included. */
  reviewPairs(): Promise<readonly ReviewPair[]>;
  /** The same in no order that matters: far cheaper, for whoever counts. */
  unorderedPairs(): Promise<readonly ReviewPair[]>;
  /** The generation in which an institution last gained a row; 0 when it has none. */
  newestRowOf(institution: string): Promise<number>;
  /** Keeps a person's judgement for good; reconcile counts it from the next generation on. */
  addJudgement(given: NewJudgement): Promise<void>;
}
