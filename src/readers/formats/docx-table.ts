import { ShapeError } from '../../../schema/source.ts';
import { type HtmlTable, htmlContent } from './html-table.ts';
import { readZip } from './zip.ts';

/** Tables and the paragraphs around them. Cells merged downwards repeat their text in every row they cover. */
type DocxContent = Readonly<{ tables: readonly HtmlTable[]; text: readonly string[] }>;

/**
 * The tables of a Word document. The ministry's lists come as one file per width (six columns: centres, five: sperm
 * banks), so choose by `width`. Throws `ShapeError` for what is no .docx, is damaged, or unfolds beyond limits.
 */
export const readDocx = async (body: Uint8Array): Promise<DocxContent> => {
  const parts = readZip(body).map((entry) => entry.name);
  if (!parts.includes('word/document.xml'))
    throw new ShapeError('the archive is no Word document', { parts: parts.slice(0, 10) });
  // Its hundred modules are loaded where a Word document is read, and not by every thread that knows the sources.
  const { default: mammoth } = await import('mammoth');
  const images = { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) };
  const made = await mammoth.convertToHtml({ buffer: Buffer.from(body) }, images).then(
    (result) => result.value,
    (cause: unknown) => new ShapeError('the Word document cannot be opened', { cause: String(cause) }),
  );
  if (made instanceof ShapeError) throw made;
  return htmlContent(made);
};
