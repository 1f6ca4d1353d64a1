import { join } from 'node:path';

/** The registry of a data folder: facts, runs and generations, which nights write. */
export const registryFile = (data: string): string => join(data, 'licet.db');

/** What the service itself records: partners, operators, keys, counts, reports. It waits for no night. */
export const serviceFile = (data: string): string => join(data, 'service.db');

/** Physicians' rows, and the secret their hashes are made with. */
export const practitionersFile = (data: string): string => join(data, 'practitioners.db');
export const practitionerKeyFile = (data: string): string => join(data, 'practitioner.key');
