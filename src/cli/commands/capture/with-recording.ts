import type { RecordNeeds } from '../../../jobs/captures/record-rows.ts';
import type { Registry } from '../../../jobs/data-folder.ts';
import type { Context } from '../../context.ts';
import { withCommandLease } from '../../harvesting.ts';
import { withState } from '../../registry.ts';
import type { CaptureOptions } from './options.ts';

/** Does some work with what captures are recorded with, on the command line. */
export const withRecording = <T>(
  context: Context,
  options: CaptureOptions,
  registry: Registry,
  work: (needs: RecordNeeds) => Promise<T>,
): Promise<T> =>
  withState(context, options, ({ pendingCaptures }) =>
    work({
      store: registry.store,
      archive: registry.archive,
      pending: pendingCaptures,
      underLease: (writing) => withCommandLease(context, registry, writing),
    }),
  );
