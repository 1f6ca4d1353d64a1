import { SingleBar } from 'cli-progress';
import type { NightEvent } from '../jobs/night.ts';
import { displayWidth, padTo } from './width.ts';

/** Shows a night's events; `stop` leaves the terminal tidy. */
type Progress = Readonly<{ show: (event: NightEvent) => void; stop: () => void }>;

const steps = { place: 'placing rows', link: 'linking records', compile: 'compiling institutions' } as const;
const LABEL = 36;

const labelOf = (text: string): string => {
  let short = text;
  while (displayWidth(short) > LABEL) short = short.slice(0, -1);
  return padTo(short, LABEL);
};

/** One line for each event that ends something: for logs and pipes. */
const asLines = (out: NodeJS.WriteStream): Progress => ({
  show: (event) => {
    if (event.event === 'source-done') {
      const { state, rows, issues, refusals } = event.report;
      const why = refusals.length === 0 ? '' : `, ${refusals[0]}`;
      out.write(`source-done ${event.source}: ${state}, ${rows} rows, ${issues} issues${why}\n`);
    } else if (event.event === 'reconcile' && event.done === event.of) {
      out.write(`reconcile-done ${steps[event.step]}: ${event.of}\n`);
    }
  },
  stop: () => {},
});

/** One bar: the sources first, then each step of reconcile. */
const asBar = (stream: NodeJS.WriteStream, sources: number): Progress => {
  const bar = new SingleBar({
    stream,
    format: '  [{bar}] {value}/{total} {label}',
    barsize: 28,
    hideCursor: true,
    clearOnComplete: true,
    stopOnComplete: false,
  });
  let read = 0;
  bar.start(Math.max(1, sources), 0, { label: labelOf('sources') });
  return {
    show: (event) => {
      if (event.event === 'reconcile') {
        bar.setTotal(Math.max(1, event.of));
        bar.update(event.done, { label: labelOf(steps[event.step]) });
        return;
      }
      if (event.event === 'source-done') read += 1;
      const rows = event.event === 'rows-read' ? `, ${event.rows} rows` : '';
      bar.update(read, { label: labelOf(`${event.source}${rows}`) });
    },
    stop: () => bar.stop(),
  };
};

/** A bar on a terminal, one event a line otherwise. `sources`: how many will be read. */
export const progressOn = (out: NodeJS.WriteStream, sources: number): Progress =>
  out.isTTY === true ? asBar(out, sources) : asLines(out);

/** A bar that counts, on a terminal only: elsewhere the end of the work says enough. */
export const countBar = (
  stream: NodeJS.WriteStream,
  label: string,
): Readonly<{ show: (done: number, of: number) => void; stop: () => void }> => {
  if (stream.isTTY !== true) return { show: () => {}, stop: () => {} };
  const bar = new SingleBar({
    stream,
    format: `  [{bar}] {value}/{total} ${label}`,
    barsize: 28,
    hideCursor: true,
    clearOnComplete: true,
  });
  let begun = false;
  return {
    show: (done, of) => {
      if (!begun) bar.start(Math.max(1, of), 0);
      begun = true;
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
};
