import { partsOf } from '../../batch/answer-parts.ts';
import { type KeptAbout, packRows } from '../../batch/kept.ts';
import { ListFault } from '../../batch/list-fault.ts';
import { readList } from '../../batch/read/read-list.ts';
import { LicetError } from '../../errors.ts';
import type { BatchOrder } from '../../http/batches/desk.ts';
import type { NewBatch } from '../../store/service/batches.ts';
import { serveWorker } from '../serve-worker.ts';

/** How a list is to be read. */
type Reading = Pick<BatchOrder, 'file' | 'lang' | 'own' | 'defaults'>;

/** The one call of the worker that reads lists: bytes in, what is kept of them out. It opens no file, so that it loads as little as can be. */
export type TakeCalls = Readonly<{
  take: Readonly<{
    given: Readonly<{ bytes: Uint8Array; list: Reading }>;
    answer: Pick<NewBatch, 'about' | 'parts'>;
  }>;
}>;

const listOf = (bytes: Uint8Array, { file, lang, own }: Reading) => {
  try {
    return readList(bytes, { file, lang, own, option: '?column=' });
  } catch (cause) {
    if (cause instanceof ListFault)
      throw new LicetError('LICET_LIST_UNREADABLE', `${cause.words[lang]}${lang === 'zh' ? '。' : '.'}`);
    throw cause;
  }
};

const take = (bytes: Uint8Array, list: Reading): TakeCalls['take']['answer'] => {
  const { file, tables, rows, notes, text } = listOf(bytes, list);
  const { lang, defaults } = list;
  const about: KeptAbout = {
    file,
    lang,
    tables: tables.map((table) => ({
      ...table,
      above: table.above.map((line) => ({ ...line, cells: [...line.cells] })),
      heading: [...table.heading],
      mapping: { ...table.mapping },
      further: table.further.map(([field, at]) => [field, at]),
      marks: [...table.marks],
      unread: [...table.unread],
    })),
    notes: [...notes],
    text,
    defaults,
  };
  const parts = partsOf(rows).map((part) => ({ rows: part.length, given: packRows(part) }));
  return { about: JSON.stringify(about), parts };
};

serveWorker<TakeCalls>(
  { take: ({ bytes, list }) => take(new Uint8Array(bytes), list) },
  async () => undefined,
);
