import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DescriptorInput } from '../../schema/source.ts';
import { toyDescriptor } from './toy-night.ts';

/** A source folder as the catalogue finds it: the parser gives back the records the page holds. */
export const folderSource = (catalogue: string, over: Partial<DescriptorInput>): void => {
  const descriptor = toyDescriptor({
    how: 'fetched',
    plainHttp: true,
    asOf: null,
    dated: 'when-read',
    ...over,
  });
  const dir = join(catalogue, descriptor.id);
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'source.ts'), `export const source = ${JSON.stringify(descriptor)};\n`);
  const body = 'yield* JSON.parse(new TextDecoder().decode(page.body));';
  writeFileSync(join(dir, 'parse.ts'), `export function* parse(page) { ${body} }\n`);
};
