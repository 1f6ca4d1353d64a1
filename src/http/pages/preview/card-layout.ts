import { shapes } from '../../../badge/shapes.ts';
import { palettes } from '../../../badge/theme.ts';
import { CARD_HEIGHT, CARD_WIDTH, type Card } from './card.ts';

type Style = Readonly<Record<string, string | number>>;

/** An element as satori reads it: like one of React, written out. */
export type Box = Readonly<{
  type: string;
  props: Readonly<{
    style?: Style;
    children?: string | readonly (Box | null)[];
    [attribute: string]: unknown;
  }>;
}>;

const { light } = palettes;
const BRAND = '#0b5c63';

export const text = (children: string, style: Style): Box => ({
  type: 'div',
  props: { style: { display: 'block', ...style }, children },
});

export const box = (style: Style, children: readonly (Box | null)[]): Box => ({
  type: 'div',
  props: { style: { display: 'flex', ...style }, children },
});

/** The sign of the answer, the same as on the badge and the page. */
export const sign = (state: keyof typeof shapes, edge: number, colours = light): Box => {
  const path = (d: string, more: Readonly<Record<string, unknown>>): Box => ({
    type: 'path',
    props: { d, ...more },
  });
  return {
    type: 'svg',
    props: {
      width: edge,
      height: edge,
      viewBox: '0 0 32 32',
      children: [
        path(shapes[state].outline, { fill: colours.state[state] }),
        path(shapes[state].sign, {
          fill: 'none',
          stroke: colours.paper,
          'stroke-width': 3.2,
          'stroke-linecap': 'round',
          'stroke-linejoin': 'round',
        }),
      ],
    },
  };
};

const answerBox = ({ answer }: Card): Box | null => {
  if (answer === null) return null;
  const tone = light.state[answer.state];
  const frame = { border: `4px solid ${tone}`, borderRadius: 16, padding: '20px 32px', alignItems: 'center' };
  const word = text(answer.word, { fontSize: 60, fontWeight: 700, color: tone, marginLeft: 28 });
  return box({ ...frame, backgroundColor: '#f5f7f8', marginTop: 28 }, [sign(answer.state, 88), word]);
};

/** The foot: whose picture this is, and the day. */
const foot = ({ below, answer, test }: Card): Box =>
  box({ justifyContent: 'space-between', alignItems: 'flex-end', marginTop: 'auto' }, [
    text('Licet', { fontSize: 40, fontWeight: 700, color: BRAND }),
    text(test ?? (answer === null ? '' : below), { fontSize: 32, color: light.soft }),
  ]);

/** Where everything of a card stands. Names take two lines at most; what is longer ends in an ellipsis. */
export const cardLayout = (card: Card): Box =>
  box(
    {
      width: CARD_WIDTH,
      height: CARD_HEIGHT,
      boxSizing: 'border-box',
      flexDirection: 'column',
      backgroundColor: light.paper,
      color: light.ink,
      borderTop: `16px solid ${BRAND}`,
      padding: '40px 56px',
      fontFamily: 'Licet Latin',
      lineHeight: 1.25,
    },
    [
      text(card.title, { fontSize: card.title.length > 60 ? 42 : 54, fontWeight: 700, lineClamp: 2 }),
      card.second === null
        ? null
        : text(card.second, { fontSize: 34, color: light.soft, lineClamp: 1, marginTop: 8 }),
      card.asked === null ? null : text(card.asked, { fontSize: 38, lineClamp: 2, marginTop: 28 }),
      answerBox(card),
      card.answer === null ? text(card.below, { fontSize: 38, lineClamp: 3, marginTop: 28 }) : null,
      foot(card),
    ],
  );
