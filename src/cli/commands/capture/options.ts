import type { CommonOptions } from '../../context.ts';

export type CaptureOptions = CommonOptions &
  Readonly<{
    field?: string[];
    page?: string;
    file?: string;
    template?: true;
    by?: string;
    asOf?: string;
    lookedOn?: string;
    read?: true;
    yes?: true;
    partial?: true;
    force?: true;
    because?: string;
    queue?: true;
    limit?: string;
    pending?: true;
    confirm?: string;
    reject?: string;
    rows?: string | true;
    withdraw?: string;
    withdrawn?: true;
  }>;
