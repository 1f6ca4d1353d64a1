import { getPriority } from 'node:os';
import { stepBehindOthers } from '../../src/jobs/behind-others.ts';
import { serveWorker } from '../../src/jobs/serve-worker.ts';

/** A thread that steps behind the others of its process and says where it stands then. */
serveWorker(
  {
    step: () => {
      stepBehindOthers();
      return getPriority();
    },
  },
  async () => undefined,
);
