/** The values of a row's key, as its file is sorted by them. */
type RowKey = readonly (string | number)[];

/** A row and its key. */
type Keyed = Readonly<{ line: string; key: RowKey }>;

/** How a row differs between two states: it came or changed, or it is gone. */
type RowChange = Readonly<{ change: 'row'; line: string } | { change: 'gone'; key: RowKey }>;

/** Sorted as the database sorts: numbers by size, texts by their bytes in UTF-8. */
const compareValues = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number'
    ? a - b
    : Buffer.compare(Buffer.from(`${a}`), Buffer.from(`${b}`));

const compareKeys = (a: RowKey, b: RowKey): number => {
  for (const [at, value] of a.entries()) {
    const order = compareValues(value, b[at] ?? '');
    if (order !== 0) return order;
  }
  return 0;
};

async function* keyed(lines: AsyncIterable<string>, members: readonly string[]): AsyncIterator<Keyed> {
  for await (const line of lines) {
    const row = JSON.parse(line) as Readonly<Record<string, string | number>>;
    yield { line, key: members.map((member) => row[member] ?? '') };
  }
}

/** What differs between two files of rows that are sorted by the same key, read side by side. */
export async function* compareRows(
  before: AsyncIterable<string>,
  after: AsyncIterable<string>,
  members: readonly string[],
): AsyncIterable<RowChange> {
  const [olds, news] = [keyed(before, members), keyed(after, members)];
  let [old, now] = [await olds.next(), await news.next()];
  while (old.done !== true || now.done !== true) {
    const order = old.done === true ? 1 : now.done === true ? -1 : compareKeys(old.value.key, now.value.key);
    if (order < 0 && old.done !== true) yield { change: 'gone', key: old.value.key };
    if (order > 0 && now.done !== true) yield { change: 'row', line: now.value.line };
    if (order === 0 && old.done !== true && now.done !== true && old.value.line !== now.value.line)
      yield { change: 'row', line: now.value.line };
    if (order <= 0) old = await olds.next();
    if (order >= 0) now = await news.next();
  }
}
