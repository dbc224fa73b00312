import {coloured, visible, type Painted} from '../../visible.js';

/** How things look in a terminal: plain text where colours are not wanted. */
export interface Style {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly red: Paint;
  readonly green: Paint;
  readonly yellow: Paint;
  readonly cyan: Paint;
}

/** Makes a text visible, and colours it. */
export type Paint = (text: string) => Painted;

/** Where a text will be read. */
export interface Look {
  readonly style: Style;
  /** The columns that there are; Infinity where lines are left whole. */
  readonly width: number;
}

/** @param colour whether escape sequences are understood and wanted */
export function createStyle(colour: boolean): Style {
  const paint =
    (code: number): Paint =>
    (text) =>
      colour ? coloured(visible(text), code) : visible(text);
  return {
    bold: paint(1),
    dim: paint(2),
    red: paint(31),
    green: paint(32),
    yellow: paint(33),
    cyan: paint(36)
  };
}
