// Where the title of an official paper goes on in the next line: between its parts, and never within a year, a word of
// the trade or what stands in brackets or marks (词意完整). As few lines as can be, and as equal as can be.

/** What stands in brackets or marks, with the signs that no line begins with; and what stands between. */
const MARKED = /(?:《[^》]*》|“[^”]*”|（[^）]*）)[的和等、，]*|.[^《“（]*/gs

/** Behind a year, 关于 and 的; before a year, and before what the paper does. */
const BETWEEN =
  /(?<=\d年度|\d年(?!度)|关于|[的、，：])|(?=(?<!\d)\d{4}年|拟|(?<!拟)推荐|公开征求意见|工作总结|活动情况总结|称号|(?:公示|公告)$)/

/** Where a part is longer than a line: around the words that such titles are made of. */
const WORDS = /(?<=机构|单位|行业|[的和、])|(?=人力资源|公共|(?<!公共)就业|诚信|优质|示范|标杆)/

/** `room`: how many Chinese signs a line holds; the others are half as wide. */
export function titleLines(title: string, room: number): string[] {
  const parts = [...title.matchAll(MARKED)]
    .flatMap(([part]) => (/^[《“（]/.test(part) ? [part] : part.split(BETWEEN)))
    .flatMap(part => (widthOf(part) > 2 * room ? part.split(WORDS) : [part]))
  // From the end: how what is left is best laid out.
  let left: Layout[] = [{ lines: [], count: 0, widest: 0 }]
  for (let i = parts.length - 1; i >= 0; i--) {
    const ways = left.flatMap((rest, k) => {
      const first = parts.slice(i, i + k + 1).join('')
      const width = widthOf(first)
      // A part that no line holds takes as many as it needs.
      if (width > 2 * room && k > 0) return []
      const count = Math.ceil(width / (2 * room)) + rest.count
      return [{ lines: [first, ...rest.lines], count, widest: Math.max(width, rest.widest) }]
    })
    left = [ways.reduce((a, b) => (isBetter(b, a) ? b : a)), ...left]
  }
  return left[0]!.lines
}

interface Layout {
  lines: string[]
  count: number
  widest: number
}

function isBetter(a: Layout, b: Layout): boolean {
  return a.count < b.count || (a.count === b.count && a.widest < b.widest)
}

/** In halves of a Chinese sign. */
function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign <= 'ÿ' ? 1 : 2), 0)
}
