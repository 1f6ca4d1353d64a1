import { join } from 'node:path';

/** The registry of a data folder: everything but physicians' rows. */
export const registryFile = (data: string): string => join(data, 'licet.db');

/** Physicians' rows, and the secret their hashes are made with. */
export const practitionersFile = (data: string): string => join(data, 'practitioners.db');
export const practitionerKeyFile = (data: string): string => join(data, 'practitioner.key');
