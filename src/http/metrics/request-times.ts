/** Upper edges of the duration buckets, in seconds. */
const EDGES = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5] as const;

type Row = { readonly labels: string; readonly counts: Uint32Array; sum: number; count: number };

const escaped = (label: string): string =>
  label.replace(/[\\"\n]/g, (sign) => (sign === '\n' ? '\\n' : `\\${sign}`));

const rowText = ({ labels, counts, sum, count }: Row): string => {
  let below = 0;
  const buckets = EDGES.map((edge, index) => {
    below += counts[index] ?? 0;
    return `licet_request_seconds_bucket{le="${edge}",${labels}} ${below}`;
  });
  return [
    ...buckets,
    `licet_request_seconds_bucket{le="+Inf",${labels}} ${count}`,
    `licet_request_seconds_sum{${labels}} ${sum}`,
    `licet_request_seconds_count{${labels}} ${count}`,
  ].join('\n');
};

/** A histogram that costs three look-ups and an addition a request; prom-client's hashes its labels every time. */
export const requestTimes = () => {
  const rows: Row[] = [];
  /** By route, method and status, each found without putting a text together. */
  const byRoute = new Map<string, Map<string, Map<number, Row>>>();
  const row = (route: string, method: string, status: number): Row => {
    const ofRoute = byRoute.get(route) ?? new Map<string, Map<number, Row>>();
    const ofMethod = ofRoute.get(method) ?? new Map<number, Row>();
    byRoute.set(route, ofRoute.set(method, ofMethod));
    const labels = `route="${escaped(route)}",method="${method}",status="${status}"`;
    const made = { labels, counts: new Uint32Array(EDGES.length), sum: 0, count: 0 };
    ofMethod.set(status, made);
    rows.push(made);
    return made;
  };
  return {
    observe: (route: string, method: string, status: number, seconds: number): void => {
      const of = byRoute.get(route)?.get(method)?.get(status) ?? row(route, method, status);
      of.sum += seconds;
      of.count += 1;
      let bucket = 0;
      while (bucket < EDGES.length && seconds > (EDGES[bucket] ?? 0)) bucket += 1;
      if (bucket < EDGES.length) of.counts[bucket] = (of.counts[bucket] ?? 0) + 1;
    },
    text: (): string =>
      [
        '# HELP licet_request_seconds Time to answer, by route pattern, method and status',
        '# TYPE licet_request_seconds histogram',
        ...rows.map(rowText),
        '',
      ].join('\n'),
  };
};
