// Whether a text is well-formed XML: every element closed where it should be, attributes quoted and told once, nothing
// after the root. Word says of a file with one such fault only that it cannot be opened.

export const XML_TOKEN =
  /<!--(?:(?!--)[\s\S])*-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([^\s<>/!?="'&]+)((?:\s+[^\s<>/="'&]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/gy
export const XML_ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"[^"]*"|'[^']*')/g
/** A reference that XML does not know, or a sign that begins none. */
const STRAY = /&(?!(?:lt|gt|amp|quot|apos|#\d+|#x[0-9a-f]+);)/i
const NUMBERED = /&#(x?)([0-9a-f]+);/gi
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const NO_CHARACTER = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/u

export function isWellFormed(xml: string): boolean {
  if (NO_CHARACTER.test(xml)) return false
  const open: string[] = []
  let roots = 0
  let at = xml.startsWith('\ufeff') ? 1 : 0
  while (at < xml.length) {
    XML_TOKEN.lastIndex = at
    const found = XML_TOKEN.exec(xml)
    if (found === null) return false
    at = XML_TOKEN.lastIndex
    const [token, closing, name, attributes = '', empty] = found
    if (name === undefined) {
      if (!isContent(token, open.length > 0)) return false
    } else if (closing === '/') {
      if (attributes !== '' || empty === '/' || open.pop() !== name) return false
    } else {
      if (open.length === 0 && ++roots > 1) return false
      if (!areAttributes(attributes)) return false
      if (empty !== '/') open.push(name)
    }
  }
  return open.length === 0 && roots === 1
}

/** What is no element: comments and instructions stand anywhere, text in an element only. */
function isContent(token: string, inside: boolean): boolean {
  if (token.startsWith('<![')) return inside
  if (token.startsWith('<')) return true
  return inside ? hasSoundReferences(token) && !token.includes(']]>') : token.trim() === ''
}

function areAttributes(attributes: string): boolean {
  if (attributes === '') return true
  const names = [...attributes.matchAll(XML_ATTRIBUTE)].map(([, name]) => name)
  return new Set(names).size === names.length && hasSoundReferences(attributes)
}

/** Also by its number no character may come in that may not stand there. */
function hasSoundReferences(text: string): boolean {
  if (!text.includes('&')) return true
  if (STRAY.test(text)) return false
  return [...text.matchAll(NUMBERED)].every(([, hex, digits = '']) => {
    const code = Number.parseInt(digits, hex === '' ? 10 : 16)
    return code <= 0x10ffff && !NO_CHARACTER.test(String.fromCodePoint(code))
  })
}
