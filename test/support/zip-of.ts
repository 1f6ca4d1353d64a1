import { crc32, deflateRawSync } from 'node:zlib';

const UTF8 = 0x800;
const DEFLATED = 8;

/** The fields that both headers of a file share, from the version needed to the length of its name. */
const fields = (name: Buffer, body: Uint8Array, packed: Buffer): Buffer => {
  const out = Buffer.alloc(26);
  out.writeUInt16LE(20, 0);
  out.writeUInt16LE(UTF8, 2);
  out.writeUInt16LE(DEFLATED, 4);
  out.writeUInt32LE(crc32(body), 10);
  out.writeUInt32LE(packed.length, 14);
  out.writeUInt32LE(body.length, 18);
  out.writeUInt16LE(name.length, 22);
  return out;
};

/**
 * A ZIP of these files. Node packs by itself ten times as fast as a library in JavaScript does, and tests pack hundreds of
 * megabytes that a reader must refuse to unfold.
 */
export const zipOf = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array => {
  const [local, central]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [path, content] of Object.entries(files)) {
    const name = Buffer.from(path);
    const body = typeof content === 'string' ? Buffer.from(content) : content;
    const packed = deflateRawSync(body);
    const shared = fields(name, body, packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    central.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), shared, rest, name);
    const own = [Buffer.from('PK\x03\x04', 'latin1'), shared, name, packed];
    local.push(...own);
    at += own.reduce((sum, part) => sum + part.length, 0);
  }
  const list = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...local, list, end]));
};
