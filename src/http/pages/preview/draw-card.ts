import { CARD_HEIGHT, CARD_WIDTH, type Card } from './card.ts';
import { readCardFonts, readRareFonts } from './card-fonts.ts';
import { type Box, cardLayout } from './card-layout.ts';

/** A picture takes 80 ms; what takes as long as this is given up. */
const LONGEST_S = 5;

/** Loaded with the first picture: both libraries and the letters take 250 ms and some 70 MB, and most services draw none. */
const openDrawing = async () => {
  const [{ default: satori }, { default: sharp }, fonts] = await Promise.all([
    import('satori'),
    import('sharp'),
    readCardFonts(),
  ]);
  // One thread and no cache of its own: pictures are kept by whoever asks for them.
  sharp.cache(false);
  sharp.concurrency(1);
  return async (box: Box, width: number, height: number): Promise<Buffer> => {
    // Letters become outlines, so that the picture is the same on every machine, with or without fonts.
    const svg = await satori(box, {
      width,
      height,
      fonts,
      loadAdditionalAsset: (_, letters) => readRareFonts(letters),
    });
    return sharp(Buffer.from(svg))
      .png({ palette: true, colours: 64 })
      .timeout({ seconds: LONGEST_S })
      .toBuffer();
  };
};

let drawing: ReturnType<typeof openDrawing> | undefined;

/** Draws a layout as PNG of this many pixels; a second try is made where the libraries could not be loaded. */
export const drawBox = async (box: Box, width: number, height: number): Promise<Buffer> => {
  drawing ??= openDrawing();
  try {
    return await (await drawing)(box, width, height);
  } catch (fault) {
    drawing = undefined;
    throw fault;
  }
};

/** Draws a card as PNG, 1200 × 630. */
export const drawCard = (card: Card): Promise<Buffer> => drawBox(cardLayout(card), CARD_WIDTH, CARD_HEIGHT);
