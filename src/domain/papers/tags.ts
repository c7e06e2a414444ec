// The tags of a Word template held against the fields of its paper: what is unknown, unclosed, misplaced, missing.
import { type Problem, problem } from '../problem.ts'
import { nearest } from '../text.ts'
import {
  type FieldAt,
  type FieldShape,
  FOOTER,
  fieldsIn,
  type RowShape,
  type TemplateKind,
} from './field-shape.ts'
import type { BraceFault, LoopFault, PageKind, TagPlace } from './template-problems.ts'

/** `{name}`, the two ends of a part or of rows, and `{^name}` before what stands where there is none. */
export interface Tag {
  sign: '' | '#' | '^' | '/'
  name: string
  at: TagPlace
  /** The tables, rows and cells around it, each with a number of its own, outermost first: `t1 r1 c2`. */
  inside: readonly string[]
  /** Not in hidden text, and not taken away by a tracked change. */
  shown: boolean
}

export interface StrayBrace {
  fault: BraceFault
  text: string
  at: TagPlace
}

/** Pages with a header and a footer of their own. */
export interface Page {
  section: number
  kind: PageKind
}

/** One text of a file (the body, a footer): a part that is opened in it is closed in it. */
export interface TagText {
  tags: readonly Tag[]
  strays: readonly StrayBrace[]
  /** Where it is printed: the body on all pages, a footer that none asks for on none. */
  pages: readonly Page[]
}

/** How a field is written in Word. */
export function written(name: string, shape: FieldShape): string {
  if (shape === 'text' || shape === 'maybe') return `{${name}}`
  return shape === 'texts' ? `{#${name}}{.}{/${name}}` : `{#${name}}…{/${name}}`
}

export function shapeName(shape: FieldShape): Exclude<FieldShape, object> | 'rows' {
  return typeof shape === 'object' ? 'rows' : shape
}

/** In: what stands in a file, and the paper it is to make. Out: everything wrong with it, in the order of the file. */
export function checkTags(
  { texts, pages }: { texts: readonly TagText[]; pages: readonly Page[] },
  kind: TemplateKind,
): Problem[] {
  const fields = fieldsIn(kind.fields)
  const used: Used = new Map()
  const found = texts.flatMap(text => [
    ...text.strays.map(stray => problem('CX1402', { ...stray }, {}, { value: stray.text })),
    ...new TextCheck(kind, fields, used, text.pages).of(text.tags),
  ])
  const missing = fields.flatMap(({ path, shape }) => {
    const name = path.join('.')
    if (!kind.required.includes(name)) return []
    const on = used.get(name) ?? new Set()
    // What a footer says is said on every page; of anything else once is enough.
    const without = on.size === 0 || Object.hasOwn(FOOTER, name) ? pages.filter(page => !on.has(page)) : []
    if (without.length === 0) return []
    const where = on.size === 0 ? null : without[0]!.kind
    const params = { field: path.at(-1)!, write: inRows(path, shape), title: kind.title, on: where }
    return [problem('CX1404', params, {}, { field: name })]
  })
  return [...found, ...missing]
}

/** The pages that a field is printed on, by the way to it. */
type Used = Map<string, Set<Page>>

/** A field as it is written with all rows around it. */
function inRows(path: readonly string[], shape: FieldShape): string {
  const [first, ...rest] = path
  return rest.length === 0 ? written(first!, shape) : `{#${first}}…${inRows(rest, shape)}…{/${first}}`
}

interface Opened {
  tag: Tag
  /** Rows and several texts have names of their own inside; null of a part that only stands or not. */
  scope: { path: readonly string[]; shape: RowShape | 'texts' } | null
  /** What stands here is printed where there is nothing. */
  instead: boolean
}

class TextCheck {
  private readonly kind: TemplateKind
  private readonly fields: readonly FieldAt[]
  private readonly used: Used
  private readonly pages: readonly Page[]
  private readonly open: Opened[] = []
  private readonly found: Problem[] = []

  constructor(kind: TemplateKind, fields: readonly FieldAt[], used: Used, pages: readonly Page[]) {
    this.kind = kind
    this.fields = fields
    this.used = used
    this.pages = pages
  }

  of(tags: readonly Tag[]): Problem[] {
    for (const tag of tags) {
      if (tag.sign === '/') this.close(tag)
      else if (tag.sign === '') this.field(tag)
      else this.begin(tag)
    }
    for (const { tag } of this.open) this.broken('unclosed', tag)
    return this.found
  }

  private field(tag: Tag): void {
    if (tag.name === '.') {
      const scope = this.open.findLast(o => o.scope !== null)?.scope
      if (scope?.shape === 'texts') this.use(scope.path, tag)
      else this.misused(tag, 'texts', '{#…}{.}{/…}')
      return
    }
    const field = this.named(tag)
    if (field === null) return
    if (field.shape === 'text' || field.shape === 'maybe') this.use(field.path, tag)
    else this.misused(tag, shapeName(field.shape), written(tag.name, field.shape))
  }

  private begin(tag: Tag): void {
    const field = this.named(tag)
    const instead = tag.sign === '^'
    const scope =
      field && !instead && (field.shape === 'texts' || typeof field.shape === 'object')
        ? { path: field.path, shape: field.shape }
        : null
    // Each would stand as often as there are rows, times as often as there are rows.
    const again = scope && this.open.some(o => o.scope?.path.join('.') === scope.path.join('.'))
    this.open.push({ tag, scope, instead })
    if (again) this.broken('inside', tag)
    // Between the two ends of a text there would be nothing where the text is missing: nobody would see it.
    if (field?.shape === 'text' || field?.shape === 'maybe')
      this.misused(tag, field.shape, written(tag.name, field.shape))
    else if (field?.shape === 'flag' || typeof field?.shape === 'object') this.use(field.path, tag)
  }

  private close(tag: Tag): void {
    const at = tag.name === '' ? this.open.length - 1 : this.open.findLastIndex(o => o.tag.name === tag.name)
    if (at < 0) {
      this.broken('unopened', tag)
      return
    }
    const [opened, ...inner] = this.open.splice(at)
    for (const one of inner) this.broken('crossed', one.tag, tag.name)
    if (!areMatched(opened!.tag.inside, tag.inside)) this.broken('cells', opened!.tag)
  }

  /** As it is looked up when a paper is made: in the rows around, from the inside out. */
  private named(tag: Tag): FieldAt | null {
    const { name } = tag
    const around = this.open.flatMap(({ scope }) => (scope && scope.shape !== 'texts' ? [scope] : []))
    const scopes = [{ path: [], shape: this.kind.fields }, ...around]
    const scope = scopes.findLast(({ shape }) => Object.hasOwn(shape as RowShape, name))
    if (scope) {
      return { path: [...scope.path, name], shape: (scope.shape as RowShape)[name]! }
    }
    const elsewhere = this.fields.find(({ path }) => path.at(-1) === name)
    const about = { value: `{${tag.sign}${name}}` }
    if (elsewhere) {
      const within = elsewhere.path.at(-2)!
      this.found.push(problem('CX1405', { tag: name, within, at: tag.at }, {}, { field: name, ...about }))
    } else {
      const near = nearest(name.trim(), new Set(this.fields.map(({ path }) => path.at(-1)!))).join('、')
      const params = { tag: name, title: this.kind.title, nearest: near, at: tag.at }
      this.found.push(problem('CX1401', params, {}, about))
    }
    return null
  }

  private use(path: readonly string[], tag: Tag): void {
    if (!tag.shown || this.open.some(o => o.instead)) return
    const name = path.join('.')
    this.used.set(name, new Set([...(this.used.get(name) ?? []), ...this.pages]))
  }

  private misused({ name, sign, at }: Tag, shape: ReturnType<typeof shapeName>, write: string): void {
    this.found.push(
      problem('CX1406', { tag: name, shape, write, at }, {}, { field: name, value: `{${sign}${name}}` }),
    )
  }

  private broken(fault: LoopFault, { name, sign, at }: Tag, other = ''): void {
    this.found.push(
      problem('CX1403', { fault, tag: name, other, at }, {}, { field: name, value: `{${sign}${name}}` }),
    )
  }
}

/** The two ends stand in one cell (or in none), in one row, or in one table. */
function areMatched(one: readonly string[], other: readonly string[]): boolean {
  const same = one.findIndex((around, i) => around !== other[i])
  const common = same < 0 ? one.length : same
  const [left, right] = [one.slice(common), other.slice(common)]
  if (left.length !== right.length) return false
  // Behind what both stand in: nothing, cells of one row, or rows of one table.
  return left.length === 0 || (common > 0 && left.length <= 2 && !left[0]!.startsWith('t'))
}

/** Of several kinds of papers the one that a file has the fields of: fewest strange, fewest missing; null with none. */
export function kindOf<K extends string>(
  texts: readonly TagText[],
  kinds: Readonly<Record<K, TemplateKind>>,
): K | null {
  const names = texts.flatMap(({ tags }) => tags.map(t => t.name)).filter(name => name !== '.' && name !== '')
  const rated = (Object.keys(kinds) as K[]).flatMap(id => {
    const own = new Set(fieldsIn(kinds[id].fields).map(({ path }) => path.at(-1)!))
    const known = new Set(names.filter(name => own.has(name)))
    if (known.size === 0) return []
    const strange = new Set(names.filter(name => !own.has(name))).size
    const missing = kinds[id].required.filter(path => !known.has(path.split('.').at(-1)!)).length
    return [{ id, off: strange + missing, unused: own.size - known.size }]
  })
  return rated.sort((a, b) => a.off - b.off || a.unused - b.unused)[0]?.id ?? null
}
