import type { BadgeModel } from '../../../badge/badge-model.ts';
import { badgeLines } from '../../../badge/draw.ts';
import { type Layout, layouts } from '../../../badge/sizes.ts';
import { palettes } from '../../../badge/theme.ts';
import { type Box, box, sign, text } from './card-layout.ts';

/** Pixels of the picture for one of the page: sharp on a dense screen, and what a mail shows at half its size. */
const DENSE = 2;
/** How far a line's letters reach over its baseline, in em. */
const ASCENT = 0.95;
/** Width of the frame, in the units of the layout. */
const FRAME = 1.5;

/** Pixels of the picture of a badge. */
export const badgePixels = ({
  size,
}: Pick<BadgeModel, 'size'>): Readonly<{ width: number; height: number }> => ({
  width: layouts[size].width * DENSE,
  height: layouts[size].height * DENSE,
});

/** The badge as a layout of boxes: the same lines at the same places as in the signed picture, which letters of any font fit. */
export const badgeLayout = (model: BadgeModel): Box => {
  const layout: Layout = layouts[model.size];
  const { width, height } = badgePixels(model);
  const scale = width / layout.box[0];
  const colours = palettes[model.theme === 'dark' ? 'dark' : 'light'];
  const [x, y, edge] = layout.shape;
  const { max, middle } = layout.text;
  const left = middle ? layout.text.x - max / 2 : layout.text.x;
  const lines = badgeLines(model).map((line) =>
    text(line.text, {
      position: 'absolute',
      left: (left - FRAME) * scale,
      top: (line.y - FRAME - line.px * ASCENT) * scale,
      width: max * scale,
      fontSize: line.px * scale,
      fontWeight: line.bold ? 700 : 400,
      color: line.fill,
      lineHeight: 1.2,
      textAlign: middle ? 'center' : 'left',
      whiteSpace: 'nowrap',
    }),
  );
  const shape = box({ position: 'absolute', left: (x - FRAME) * scale, top: (y - FRAME) * scale }, [
    sign(model.state, edge * scale, colours),
  ]);
  const border = `${FRAME * scale}px solid ${colours.state[model.state]}`;
  return box(
    {
      width,
      height,
      position: 'relative',
      boxSizing: 'border-box',
      border,
      borderRadius: 6 * scale,
      backgroundColor: colours.paper,
      fontFamily: 'Licet Latin',
    },
    [shape, ...lines],
  );
};
