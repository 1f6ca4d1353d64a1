import { appendFile, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** One report of an error, as the operator reads it. No name, address or number of the sender is kept. */
export type Report = Readonly<{ at: string; about: string; text: string; lang: string; generation: number }>;

const FILE = 'reports.jsonl';
/** About 10,000 reports; then the operator has to read some first. */
const MAX_BYTES = 20_000_000;

export type ReportQueue = Readonly<{
  /** Appends a report; false when the queue is full. */
  add(report: Report): Promise<boolean>;
}>;

/** The operator's queue in the data folder: one line of JSON a report, only ever appended to. */
export const openReports = (dir: string): ReportQueue => ({
  add: async (report) => {
    const file = join(dir, FILE);
    const size = await stat(file).then(
      (found) => found.size,
      () => 0,
    );
    if (size > MAX_BYTES) return false;
    await mkdir(dir, { recursive: true });
    await appendFile(file, `${JSON.stringify(report)}\n`, { mode: 0o600 });
    return true;
  },
});
