// 模板哪里不对的说法。
import type { PageKind, TagPlace } from '../../domain/papers/template-problems.ts'
import type { FieldName } from '../../domain/papers/templates.ts'
import type { ProblemTextsOf } from '../problem-texts.ts'
import { near } from './near.ts'
import { templateField } from './templates.ts'

const PART = { body: '正文', header: '页眉', footer: '页脚', notes: '脚注' } as const
const place = ({ part, around }: TagPlace) => `在${PART[part]}：“${around}”`

const WORD_FAULT = {
  not_word: () => ({ what: '不是 Word 文件（.docx）', fix: '用 Word 或 WPS 另存为 .docx' }),
  old_word: (extension: string) => ({
    what: `是旧格式（${extension}）的文件`,
    fix: '用 Word 或 WPS 打开，另存为 .docx',
  }),
  encrypted: () => ({ what: '文件加了密码', fix: '去掉密码，另存为 .docx' }),
  macros: () => ({ what: '文件带有宏，不能用作模板', fix: '另存为不带宏的 .docx' }),
  embedded: (part: string) => ({
    what: `文件里嵌入了别的文件或控件（${part}），不能用作模板`,
    fix: '删去嵌入的对象、控件、图表或插入的文件，再保存',
  }),
  dotx: () => ({ what: '是 Word 自己的模板格式（.dotx）', fix: '另存为 .docx' }),
  damaged: (part: string) => ({
    what: `文件已损坏${part === '' ? '' : `（${part}）`}`,
    fix: '重新导出模板，再改版式',
  }),
  dtd: (part: string) => ({
    what: `文件里有文档类型声明（${part}），不予读取`,
    fix: '重新导出模板，再改版式',
  }),
  xml: (part: string) => ({
    what: `文件里的 ${part} 不是完好的 XML，Word 打不开`,
    fix: '重新导出模板，用 Word 或 WPS 改版式，不要用其他工具改文件内部',
  }),
  too_big: () => ({ what: '文件太大，模板不超过 5 MB', fix: '删去或压缩图片' }),
  faulty: (detail: string) => ({ what: `试填时出错：${detail}`, fix: '改正这个字段，或重新导出模板' }),
}

const BRACES = {
  unclosed: (text: string) => ({
    what: `花括号没有关上：${text}`,
    fix: '补上 }；一个字段写在同一段里，文字中不用单独的花括号',
  }),
  unopened: () => ({ what: '多了一个 }', fix: '补上前面的 {，或删去它' }),
  full_width: (text: string) => ({ what: `花括号 ${text} 是全角的`, fix: '改为半角 { }' }),
  empty: (text: string) => ({ what: `${text} 里没有字段`, fix: '写上字段名，或删去它' }),
  sign: (text: string) => ({ what: `不支持这种写法：${text}`, fix: '只用 {字段}、{#各行}…{/各行} 和 {.}' }),
}

const LOOPS = {
  unclosed: (tag: string) => ({ what: `{#${tag}} 没有结束`, fix: `在后面补上 {/${tag}}` }),
  unopened: (tag: string) => ({
    what: `{/${tag}} 前面没有 {#${tag}}`,
    fix: `补上 {#${tag}}，或删去它`,
  }),
  crossed: (tag: string, other: string) => ({
    what: `{#${tag}} 到 {/${other}} 还没有结束`,
    fix: `先写 {/${tag}}，再写 {/${other}}`,
  }),
  inside: (tag: string) => ({
    what: `{#${tag}} 写在了自己的各行里面`,
    fix: `删去里面的 {#${tag}} 和 {/${tag}}`,
  }),
  cells: (tag: string) => ({
    what: `{#${tag}} 在表格的一格里开始，在别处结束`,
    fix: `把 {#${tag}} 和 {/${tag}} 放在同一格、同一行或同一个表格的行里`,
  }),
}

const PAGES: Record<PageKind, string> = { default: '一般各页', first: '首页', even: '偶数页' }

const SHAPE_WHY = {
  text: '它是一段文字，缺失时要在纸面上显示【缺：…】',
  maybe: '它可能缺失，缺失时要在纸面上显示【缺：…】',
  texts: '它有好几段',
  flag: '它只表示一部分有没有',
  rows: '它有好几行',
}

export const problems: ProblemTextsOf<'CX140' | 'CX1410'> = {
  CX1400: p => WORD_FAULT[p.fault](p.detail),
  CX1401: p => ({
    what: `${p.title}没有字段 {${p.tag}}`,
    why: place(p.at),
    fix: p.nearest === '' ? '用 chengxin template show 查看字段' : `改正字段名${near(p.nearest)}`,
  }),
  CX1402: p => ({ why: place(p.at), ...BRACES[p.fault](p.text) }),
  CX1403: p => ({ why: place(p.at), ...LOOPS[p.fault](p.tag, p.other) }),
  CX1404: p => ({
    what: `${p.on === null ? '' : PAGES[p.on]}缺少必填字段：${templateField[p.field as FieldName]}`,
    why:
      p.on === null
        ? `没有它就不成为${p.title}；隐藏的文字、删去的修订和没有用到的页眉页脚不印出来，不算`
        : `${PAGES[p.on]}另有页眉页脚，这一项每页都要有`,
    fix:
      p.on === null
        ? `写上 ${p.write}`
        : `在${PAGES[p.on]}的页脚里也写上 ${p.write}，或取消“首页不同”“奇偶页不同”`,
  }),
  CX1405: p => ({
    what: `{${p.tag}} 写在了 {#${p.within}} 之外`,
    why: place(p.at),
    fix: `移到 {#${p.within}} 和 {/${p.within}} 之间`,
  }),
  CX1406: p => ({
    what: `字段 ${p.tag} 不能这样写：${SHAPE_WHY[p.shape]}`,
    why: place(p.at),
    fix: `写作 ${p.write}`,
  }),
  CX1407: p => ({
    what: `文件要从外面取东西：${p.target}`,
    why: p.part,
    fix: '删去链接、把图片改为嵌入，或取消附加的模板（开发工具、文档模板），再保存',
  }),
  CX1408: () => ({
    what: '文件里没有任何一种文书的字段',
    fix: '用 chengxin template export 导出模板再改，或用 --as 指明种类',
  }),
  CX1410: p => ({
    what: `文件里有不能用的域：${p.field}`,
    why: `${p.part}：这种域会从外面取东西、打开别的程序，或随打开的日子和电脑而变；可以用的只有页码一类（PAGE、NUMPAGES、SECTION、SECTIONPAGES）和 EQ`,
    fix: '选中它，按 Ctrl+Shift+F9 变为文字，或删去，再保存',
  }),
  CX1409: p => ({
    what: `现有数据做出的 ${p.papers} 份文书里没有校验码 ${p.code}${p.hash === null ? '' : `，操作日志里也没有以 ${p.hash} 开头的记录`}`,
    why: `出文以后数据有变动，或者这份文书随出文日期而变：诚信档案、服务月总结、年度总结、诚信年报、检查情况统计表和撤销决定草稿按 ${p.today} 的情况核对`,
    fix: `校验码后面印有制表日期，用 --today 指明那天再试；用同一行的日志校验码看此后改动了什么${p.hash === null ? '' : '；它本来就是日志校验码的，核对有没有抄错，日志末尾也可能被截去，与备份核对'}`,
  }),
}
