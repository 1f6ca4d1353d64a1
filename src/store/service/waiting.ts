/** How much of the service's own work waits, for whoever watches over it. */
export type Waiting = Readonly<{
  /** Reports of errors that nobody has settled. */
  reports: number;
  /** Requests of physicians that are not answered, and those of them whose last day is over. */
  rightsRequests: number;
  rightsRequestsOverdue: number;
  /** Captures that want a second person. */
  captures: number;
  /** Lists of partners that are not answered yet, those that wait for their partner's word left out. */
  lists: number;
  /** Events on their way to receivers. */
  deliveries: number;
  /** Events that were given up after three days of trying, among those still kept. */
  deliveriesGivenUp: number;
}>;

/** Counts what waits on a day in Asia/Shanghai; each count is one look at an index. */
export type CountWaiting = (today: string) => Promise<Waiting>;
