import { utils, write } from '@e965/xlsx';

type Sheets = Readonly<Record<string, readonly (readonly (string | number)[])[]>>;

/** A workbook with these sheets; `change` may hide or merge what it likes. */
export const bookOf = (
  sheets: Sheets,
  change: (book: ReturnType<typeof utils.book_new>) => void = () => {},
) => {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  change(book);
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }));
};
