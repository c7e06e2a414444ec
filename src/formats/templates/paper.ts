// What the default Word templates share: page, official fonts and sizes, footer, and a save that gives
// the same bytes every time. Used only by make.ts, when a developer rebuilds the templates.

import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  type IRunOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import PizZip from 'pizzip'
import { stableBytes } from '../zip-stable.ts'

/** Twentieths of a point from centimeters. */
export const cm = (n: number): number => Math.round((n / 2.54) * 1440)

/** Chinese type sizes in half-points. */
export const SIZE = { 二号: 44, 小二: 36, 三号: 32, 四号: 28, 小四: 24, 五号: 21, 小五: 18 } as const

export const FONT = { title: '方正小标宋简体', body: '仿宋_GB2312', label: '黑体' } as const

export function text(value: string, size: number, font: string = FONT.body, more: IRunOptions = {}): TextRun {
  return new TextRun({
    text: value,
    size,
    font: { ascii: font, hAnsi: font, eastAsia: font, cs: font, hint: 'eastAsia' },
    ...more,
  })
}

/** A line to write on: underlined spaces that do not collapse at the end of a line. */
export function blank(width: number, size: number): TextRun {
  return text('\u00a0'.repeat(width), size, FONT.body, { underline: {} })
}

/** What stands in where a desk has not bought or installed the official fonts, by the names they have in Word and WPS. */
const FALLBACKS: Readonly<Record<string, { others: readonly string[]; family: 'roman' | 'modern' }>> = {
  [FONT.title]: { others: ['方正小标宋_GBK', '华文中宋', '宋体', 'SimSun'], family: 'roman' },
  [FONT.body]: { others: ['仿宋', 'FangSong', '华文仿宋', 'STFangsong'], family: 'modern' },
  [FONT.label]: { others: ['SimHei', '华文黑体', 'STHeiti'], family: 'modern' },
}

/** The table of fonts as Word keeps it; 86 is the Chinese character set. */
function fontTable(): string {
  const fonts = Object.entries(FALLBACKS).map(
    ([name, { others, family }]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others.join(',')}"/><w:charset w:val="86"/>` +
      `<w:family w:val="${family}"/><w:pitch w:val="default"/></w:font>`,
  )
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
  const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  return `${head}<w:fonts xmlns:w="${main}">${fonts.join('')}</w:fonts>`
}

const PAGE_STYLE = '页码'

export interface Line {
  align?: (typeof AlignmentType)[keyof typeof AlignmentType]
  /** Exact line height in points; natural if absent. */
  line?: number
  before?: number
  after?: number
  /** Never a page end after this paragraph. */
  keepNext?: boolean
  indent?: { left?: number; right?: number; firstLine?: number }
  /** Size of the paragraph's end in half-points: as high is a line that is left empty. */
  mark?: number
}

/** One paragraph; distances in points. */
export function line(children: ParagraphChild[], how: Line = {}): Paragraph {
  return new Paragraph({
    children,
    ...(how.align ? { alignment: how.align } : {}),
    ...(how.keepNext ? { keepNext: true } : {}),
    ...(how.indent ? { indent: how.indent } : {}),
    ...(how.mark ? { run: { size: how.mark } } : {}),
    spacing: {
      before: (how.before ?? 0) * 20,
      after: (how.after ?? 0) * 20,
      // "At least": a larger type that a bureau chooses must not be cut.
      ...(how.line ? { line: how.line * 20, lineRule: 'atLeast' as const } : {}),
    },
  })
}

/** The title of a form; `below`: points to what follows. */
export function heading(below: number): Paragraph {
  return line([text('{title}', SIZE.小二, FONT.title)], {
    align: AlignmentType.CENTER,
    line: 28,
    after: below,
  })
}

/** The title of a letter: its lines hold 21 signs, as many as the name of a notice has. */
export function letterHeading(below: number): Paragraph {
  return line([text('{title}', SIZE.二号, FONT.title)], {
    align: AlignmentType.CENTER,
    line: 34,
    after: below,
    indent: { left: -cm(0.5), right: -cm(0.5) },
  })
}

/** Of which year a form is, and as of when. */
export function ofYear(tags = '{year}年度，截止日{as_of}'): Paragraph {
  return line([text(`（${tags}）`, SIZE.小四)], { align: AlignmentType.CENTER, line: 20, after: 6 })
}

/** A paragraph of a letter. */
export function said(value: string, how: Line = {}): Paragraph {
  return line([text(value, SIZE.四号)], { line: 26, indent: { firstLine: SIZE.四号 * 20 }, ...how })
}

/** Below a letter: who signs, and when. */
export function signed(value: string, how: Line = {}): Paragraph {
  return line([text(value, SIZE.四号)], {
    align: AlignmentType.RIGHT,
    line: 26,
    indent: { right: 600 },
    ...how,
  })
}

/**
 * What stands on a paper once, or once for each text or row, or not at all: between two lines of the template that leave
 * none behind.
 */
export function around<T extends FileChild>(tag: string, inside: readonly T[]): (T | Paragraph)[] {
  return [sign(`#${tag}`), ...inside, sign(`/${tag}`)]
}

/** What stands there where that does not. */
export function instead<T extends FileChild>(tag: string, inside: readonly T[]): (T | Paragraph)[] {
  return [sign(`^${tag}`), ...inside, sign(`/${tag}`)]
}

function sign(tag: string): Paragraph {
  return line([text(`{${tag}}`, SIZE.小五)])
}

export interface PageMargins {
  top: number
  bottom: number
  left: number
  right: number
}

/** An A4 document with the footer all papers carry: note on the left, check line on the right, the page in the middle. */
export function paper(
  title: string,
  margin: PageMargins,
  children: FileChild[],
  landscape = false,
): Document {
  const footer = new Footer({
    children: [
      line([text('{footer_note}', SIZE.小五)], { align: AlignmentType.LEFT }),
      line([text('{check_line}', SIZE.小五)], { align: AlignmentType.RIGHT }),
      new Paragraph({
        alignment: AlignmentType.CENTER,
        // A field takes its size from the style of its paragraph in LibreOffice.
        style: PAGE_STYLE,
        children: [
          text('— ', SIZE.小五),
          new TextRun({ children: [PageNumber.CURRENT] }),
          text(' —', SIZE.小五),
        ],
      }),
    ],
  })
  return new Document({
    title,
    creator: 'chengxin',
    lastModifiedBy: 'chengxin',
    styles: {
      paragraphStyles: [{ id: PAGE_STYLE, name: PAGE_STYLE, run: { size: SIZE.小五 } }],
      default: {
        document: {
          run: {
            size: SIZE.三号,
            font: { ascii: FONT.body, hAnsi: FONT.body, eastAsia: FONT.body, cs: FONT.body },
          },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            // The sides as they are upright: the library turns them.
            size: {
              width: 11_906,
              height: 16_838,
              ...(landscape ? { orientation: PageOrientation.LANDSCAPE } : {}),
            },
            margin: { ...margin, header: cm(1.5), footer: cm(1.2) },
          },
        },
        footers: { default: footer },
        children,
      },
    ],
  })
}

/** Packs a document with its fonts; the time of making, which `docx` writes into its properties, becomes a fixed one. */
export async function save(document: Document): Promise<Uint8Array> {
  const zip = new PizZip(await Packer.toBuffer(document))
  const core = zip.file('docProps/core.xml')
  if (!core) throw new Error('docx wrote no core properties')
  zip.file('docProps/core.xml', core.asText().replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '1980-01-01T00:00:00Z'))
  zip.file('word/fontTable.xml', fontTable())
  return stableBytes(zip)
}
