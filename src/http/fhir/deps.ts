import type { Resource } from 'fhir/r4.js';
import type { Language } from '../../../schema/base.ts';
import type { Deps } from '../deps.ts';

/** What answers at /fhir: the registry, today's answers, and whom is asked for. */
export type FhirDeps = Pick<Deps, 'reader' | 'answers' | 'config' | 'clock' | 'demand'>;

/** How a caller reaches this service: its language, its address, and that of /fhir (`https://licet.example/fhir`). */
export type Way = Readonly<{ lang: Language; base: string; root: string }>;

/** A resource as it is made, before it has a version. */
export type Unversioned<R extends Resource> = Omit<R, 'meta'> & Readonly<{ id: string }>;
