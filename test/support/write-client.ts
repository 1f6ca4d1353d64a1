import { writeFileSync } from 'node:fs';
import { typesOf } from '../../client/generate.ts';
import { openService } from './app.ts';

/** Writes the types of the client from the OpenAPI document of this code: `npm run client`. */
const { app, close } = await openService({}, ['cn-jci']);
const { body } = await app.inject('/openapi.json');
await close();
writeFileSync(new URL('../../client/src/schema.ts', import.meta.url), await typesOf(body));
