import type { PairSide, ShownPair } from '../../registry/shown-pair.ts';
import type { Terminal } from '../terminal.ts';
import { printable } from '../width.ts';

const sideLines = (mark: string, side: PairSide, terminal: Terminal): string[] => [
  `  ${mark}  ${terminal.paint('bold', printable(side.names[0]?.value ?? side.id))}  ${side.id}`,
  ...side.names.slice(1).map(({ value, kind }) => `       ${kind}: ${printable(value)}`),
  ...[side.place, ...side.addresses, ...side.numbers, ...(side.website === null ? [] : [side.website])]
    .filter((text) => text !== '')
    .map((text) => `       ${printable(text)}`),
  ...side.sources.map(
    ({ source, kind, asOf, current }) =>
      `       ${source} (${kind}${asOf === null ? '' : `, ${asOf}`}${current ? '' : ', no longer listed'})`,
  ),
];

/** A pair as lines for a person. `asked`: how often the two were asked for in the last five weeks. */
export const pairLines = (pair: ShownPair, asked: number, terminal: Terminal): readonly string[] => [
  ` ${pair.whyText}${asked === 0 ? '' : `, ${asked} questions in five weeks`}`,
  ...sideLines('A', pair.one, terminal),
  ...sideLines('B', pair.other, terminal),
  ...pair.compared.map(({ text }) => `    · ${printable(text)}`),
];
