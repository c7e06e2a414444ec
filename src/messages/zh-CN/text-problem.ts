// 文本文件读不出文字：编码认不出、文件断了、个别字节坏了。
import type { Messages } from '../messages.ts'

const because = (reasons: readonly string[]) => (reasons.length === 0 ? {} : { why: reasons.join('，') })

const unknownText: Messages['problems']['CX1002'] = p => ({
  what: `文件的文字编码认不出（已试：${p.tried.map(t => t.encoding).join(', ')}）`,
  ...because(
    p.suggest === ''
      ? p.tried.filter(t => t.line !== null).map(t => `第 ${t.line} 行起不是 ${t.encoding}`)
      : [`看来是 ${p.suggest}`],
  ),
  fix:
    p.suggest === ''
      ? '用 Excel 或 WPS 另存为“CSV UTF-8”，或用 --encoding 指明编码'
      : `用 --encoding ${p.suggest} 重试`,
})
const lastLine = (tried: readonly { line: number | null }[]) => Math.max(...tried.map(t => t.line ?? 1))

export const textProblem: Messages['problems']['CX1002'] = p => {
  const line = lastLine(p.tried)
  if (p.fault === 'cut')
    return {
      what: `文件在第 ${line} 行断了，最后一个字不完整`,
      why: '多半没有传完或没有存完',
      fix: '重新取得完整的文件再导入；文件其实完整的，用 --encoding 指明编码',
    }
  if (p.fault === 'few')
    return {
      what: `几乎全是 UTF-8，第 ${line} 行有坏字节`,
      fix: '对照原件改正该行，另存为“CSV UTF-8”；确是 GB18030 的加 --encoding gb18030',
    }
  return unknownText(p)
}
