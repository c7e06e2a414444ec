// The elements and texts of a well-formed XML text, one after the other, whatever prefixes and references it is written with.
import { XML_ATTRIBUTE, XML_TOKEN } from './well-formed.ts'

export interface XmlEvent {
  kind: 'open' | 'close' | 'text'
  /** Of an element, with its prefix. */
  name: string
  /** The same without. */
  local: string
  /** Of a text; of one that is quoted as a whole (CDATA) `name` is 'cdata'. */
  text: string
  /** Of an element that opens, as they are written. */
  attributes: string
}

/** In: XML that isWellFormed has let pass. Out: every element as it opens and closes, and every text between. */
export function* xmlEvents(xml: string): Generator<XmlEvent> {
  let at = 0
  while (at < xml.length) {
    XML_TOKEN.lastIndex = at
    const found = XML_TOKEN.exec(xml)
    if (found === null) return
    at = XML_TOKEN.lastIndex
    const [token, closing, name, attributes = '', empty] = found
    if (name !== undefined) {
      const element = { name, local: localOf(name), text: '' }
      if (closing === '') yield { kind: 'open', ...element, attributes }
      if (closing === '/' || empty === '/') yield { kind: 'close', ...element, attributes: '' }
    } else if (token.startsWith('<![')) {
      yield { kind: 'text', name: 'cdata', local: '', text: token.slice(9, -3), attributes: '' }
    } else if (!token.startsWith('<')) {
      yield { kind: 'text', name: '', local: '', text: decoded(token), attributes: '' }
    }
  }
}

/** The attributes of an element that opens, by name without prefix. */
export function attributesOf({ attributes }: XmlEvent): Map<string, string> {
  return new Map(attributesIn(attributes).map(([name, value]) => [localOf(name), value]))
}

/** The same with their prefixes. */
export function attributesIn(attributes: string): [name: string, value: string][] {
  return [...attributes.matchAll(XML_ATTRIBUTE)].map(([whole, name = '']) => [
    name,
    decoded(whole.slice(whole.search(/["']/) + 1, -1)),
  ])
}

function localOf(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : null
    return code === null ? (ENTITIES[name as string] ?? whole) : String.fromCodePoint(code)
  })
}
