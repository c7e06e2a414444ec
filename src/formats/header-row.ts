// Which row of a table names its columns. A form often has rows above it with more than one text (填报单位：… 填报日期：…),
// which only someone who knows the columns can tell from a header.

/** Whether cells are the header of a table of the kind that is asked for. */
export type IsHeader = (cells: readonly string[]) => boolean

/** So many filled rows are asked; when none is known as the header, the first with two texts is it. */
export const HEADER_ROWS = 10
