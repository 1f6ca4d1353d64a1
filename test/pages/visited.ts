import type { Browser } from 'playwright-core';
import type { Service } from '../support/app.ts';

/** The service that is visited, the address it listens at, and the one browser that visits it. */
export type Visited = Readonly<{ service: Service; home: string; browser: Browser }>;
