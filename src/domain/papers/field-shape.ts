// What a Word paper is filled with: fields by name, each a text, a text that may be missing,
// several texts, a part that stands or not, or rows.

/** Rows have fields of their own. */
export type FieldShape = 'text' | 'maybe' | 'texts' | 'flag' | RowShape

export interface RowShape {
  readonly [name: string]: FieldShape
}

/** The footer of every paper: what the notice says of fees and whom to ask, and by what the paper is checked. */
export const FOOTER = { footer_note: 'text', check_line: 'text' } as const

/** One kind of paper as its template sees it. */
export interface TemplateKind {
  /** What the paper is called in an office. */
  title: string
  fields: RowShape
  /** Without these a template does not make this paper; of a field in rows with the way to it: `rows.score`. */
  required: readonly string[]
}

/** What fills the fields; a null is missing and printed as such, an empty text is left to be filled in by hand. */
export type FieldData<S> = {
  [K in keyof S]: S[K] extends 'text'
    ? string
    : S[K] extends 'maybe'
      ? string | null
      : S[K] extends 'texts'
        ? readonly string[]
        : S[K] extends 'flag'
          ? boolean
          : readonly FieldData<S[K]>[]
}

export interface FieldAt {
  /** The names of the rows it stands in, and its own. */
  path: readonly string[]
  shape: FieldShape
}

/** The names of all fields of a shape. */
export type NamesIn<S> = { [K in keyof S]: K | (S[K] extends RowShape ? NamesIn<S[K]> : never) }[keyof S]

/** All fields of a shape, those of rows behind their rows. */
export function fieldsIn(shape: RowShape, above: readonly string[] = []): FieldAt[] {
  return Object.entries(shape).flatMap(([name, one]) => {
    const path = [...above, name]
    return [{ path, shape: one }, ...(typeof one === 'object' ? fieldsIn(one, path) : [])]
  })
}
