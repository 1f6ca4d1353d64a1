import { ShapeError } from '../../../schema/source.ts';

/** What was sent is larger than it may be: rows, columns, tags, or what an archive unfolds to. */
export class OverLimit extends ShapeError {}

/** A workbook that opens with a password only. */
export class PasswordProtected extends ShapeError {}
