import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Snapshot } from '../../schema/snapshot.ts';
import type { Archive } from './archive.ts';

const CRLF = '\r\n';

/** One WARC/1.1 record (ISO 28500), compressed on its own as the format wants it, so that a reader can jump. */
const record = (headers: Readonly<Record<string, string>>, body: Uint8Array): Uint8Array => {
  const head = [
    'WARC/1.1',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value.replace(/[\r\n]/g, ' ')}`),
  ];
  const text = `${[...head, `Content-Length: ${body.length}`].join(CRLF)}${CRLF}${CRLF}`;
  return gzipSync(Buffer.concat([Buffer.from(text), body, Buffer.from(CRLF + CRLF)]));
};

const id = (): string => `<urn:uuid:${randomUUID()}>`;

const information = (now: Date, version: string): Uint8Array =>
  record(
    {
      'WARC-Type': 'warcinfo',
      'WARC-Record-ID': id(),
      'WARC-Date': now.toISOString(),
      'Content-Type': 'application/warc-fields',
    },
    Buffer.from(`software: Licet/${version}${CRLF}format: WARC File Format 1.1${CRLF}`),
  );

/** Only a fetched page came from its address. A list shipped with Licet, or rows a person typed, must not pass for what the site served. */
const targetOf = ({ how, source, page, url }: Snapshot): string =>
  how === 'fetched' ? url : `urn:licet:${how}:${source}:${page}`;

/** The page as it was received: `resource` for the bytes, `metadata` for what else is known of them. */
const pageRecords = (page: Snapshot, body: Uint8Array): readonly Uint8Array[] => {
  const resource = id();
  const common = { 'WARC-Target-URI': targetOf(page), 'WARC-Date': page.retrievedAt };
  const about = [
    `published-at: ${page.url}`,
    `source: ${page.source}`,
    `page: ${page.page}`,
    `how: ${page.how}`,
    `transport: ${page.transport}`,
    ...Object.entries(page.details ?? {}).map(([name, value]) => `${name}: ${value.replace(/[\r\n]/g, ' ')}`),
  ];
  return [
    record(
      {
        'WARC-Type': 'resource',
        'WARC-Record-ID': resource,
        ...common,
        'WARC-Block-Digest': `sha256:${page.sha256}`,
        'Content-Type': page.contentType === '' ? 'application/octet-stream' : page.contentType,
      },
      body,
    ),
    record(
      {
        'WARC-Type': 'metadata',
        'WARC-Record-ID': id(),
        ...common,
        'WARC-Concurrent-To': resource,
        'Content-Type': 'application/warc-fields',
      },
      Buffer.from(`${about.join(CRLF)}${CRLF}`),
    ),
  ];
};

type WarcNeeds = Readonly<{
  archive: Pick<Archive, 'get'>;
  snapshots: readonly Snapshot[];
  now: Date;
  version: string;
  /** Told of every page whose bytes are not in the archive any more. */
  missing?: ((page: Snapshot) => void) | undefined;
}>;

/** All kept pages as one WARC/1.1 file (`.warc.gz`), in the order they came; one page in memory at a time. */
export async function* warcOf({
  archive,
  snapshots,
  now,
  version,
  missing,
}: WarcNeeds): AsyncIterable<Uint8Array> {
  yield information(now, version);
  for (const page of snapshots) {
    const body = await archive.get(page.sha256);
    if (body === undefined) missing?.(page);
    else yield* pageRecords(page, body);
  }
}
