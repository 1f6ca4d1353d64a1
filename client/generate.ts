import openapiTS, { astToString } from 'openapi-typescript';

const HEADER = `/** Every address of Licet as types, written from its OpenAPI document by \`npm run client\`. Do not edit. */
`;

/**
 * The types of a service's addresses.
 * @param document its OpenAPI document, as /openapi.json gives it
 * @returns TypeScript: `paths`, `components`, `operations`
 */
export const typesOf = async (document: string): Promise<string> =>
  HEADER + astToString(await openapiTS(JSON.parse(document), { rootTypes: false }));
