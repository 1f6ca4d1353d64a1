import { setImmediate } from 'node:timers/promises';
import type { FhirResource } from 'fhir/r4.js';
import { refuseParameter } from './parameters.ts';

/** Where a list goes on: after an institution that was told to its end, and so many resources of the next one. */
type Point = Readonly<{ generation: number; after: string; skip: number }>;

const POINT = /^(\d{1,9})\.([a-z0-9-]{0,40})\.(\d{1,5})$/;

const encode = ({ generation, after, skip }: Point): string =>
  Buffer.from(`${generation}.${after}.${skip}`).toString('base64url');

/** Reads the opaque cursor of a `next` link; without one a list begins at its beginning, in the newest generation. */
export const pointOf = (cursor: string | undefined, newest: number): Point => {
  if (cursor === undefined) return { generation: newest, after: '', skip: 0 };
  const text = Buffer.from(cursor.slice(0, 100), 'base64url').toString('latin1');
  const [, generation, after = '', skip] = POINT.exec(text) ?? [];
  const number = Number(generation);
  if (generation === undefined || number < 1 || number > newest)
    return refuseParameter([
      {
        field: '?_cursor',
        problem: 'is not of a `next` link of this service',
        expected: 'the address of the link, or none to begin anew',
      },
    ]);
  return { generation: number, after, skip: Number(skip) };
};

/** Institutions after which whoever else waits is answered. */
const BREATH = 20;

/** All resources of one institution. */
export type Told<R extends FhirResource> = Readonly<{ id: string; resources: readonly R[] }>;
type Page<R extends FhirResource> = Readonly<{ resources: readonly R[]; next: string | null }>;

/**
 * One page of at most `count` resources, read from at most `most` institutions: where a search finds little, a page holds less than it
 * may and its `next` link goes on, so that no request reads the whole registry. In between others are answered.
 */
export const pageOf = async <R extends FhirResource>(
  walk: AsyncIterable<Told<R>>,
  point: Point,
  count: number,
  most: number,
): Promise<Page<R>> => {
  const resources: R[] = [];
  let told = 0;
  let { after, skip } = point;
  for await (const one of walk) {
    if (told === most) return { resources, next: encode({ generation: point.generation, after, skip }) };
    told += 1;
    if (told % BREATH === 0) await setImmediate();
    const rest = one.resources.slice(skip);
    const room = count - resources.length;
    resources.push(...rest.slice(0, room));
    if (rest.length > room)
      return { resources, next: encode({ generation: point.generation, after, skip: skip + room }) };
    after = one.id;
    skip = 0;
  }
  return { resources, next: null };
};
