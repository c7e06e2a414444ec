// The written notice of an evaluation's result (BJ 三(五)): the result, what cost points, until when it can be objected
// to and where to ask; below it the slip on which the receiver signs.

import { AlignmentType, type Document } from 'docx'
import { grid } from './grid.ts'
import { around, cm, FONT, line, paper, SIZE, text } from './paper.ts'

/** Column widths in centimeters: indicator, points, score, reason, clause. */
const WIDTHS = [3.6, 1.3, 1.7, 7.6, 2.6]

/** The template's document; tags as in the lines and the table below. */
export function resultNotice(): Document {
  const center = AlignmentType.CENTER
  const right = AlignmentType.RIGHT
  const table = grid(
    WIDTHS,
    [
      { cells: ['指标', '满分', '得分', '失分原因', '条款'], header: true },
      { cells: ['{#rows}{indicator}', '{points}', '{score}', '{reason}', '{clause}{/rows}'] },
    ],
    { height: 0.6, align: ['left', 'center', 'center', 'left', 'left'] },
  )
  const margin = { top: cm(1.9), bottom: cm(1.8), left: cm(2.1), right: cm(2.1) }
  const said = (value: string, how = {}) =>
    line([text(value, SIZE.小四)], { line: 21, indent: { firstLine: 480 }, ...how })
  return paper('评估结果告知书', margin, [
    line([text('评估结果书面告知书', 36, FONT.title)], { align: center, line: 28, after: 6 }),
    line([text('{subject_name}{subject_code}：', SIZE.小四)], { line: 22 }),
    said('根据{basis}，已对{you}{year}年度的情况作出评估（截止日{as_of}）。现将结果书面告知如下：'),
    said('{result}'),
    said('{costs}', { after: 4 }),
    ...around('has_rows', [table]),
    said('{objection}', { before: 4 }),
    // Whatever comes last stays with the seal, and that with the slip: a page never holds these alone.
    said('{contact}', { keepNext: true }),
    ...around('notes', [
      line([text('{.}', SIZE.五号)], { line: 16, indent: { firstLine: 420 }, keepNext: true }),
    ]),
    line([text('告知单位（盖章）', SIZE.小四)], {
      align: right,
      line: 20,
      before: 10,
      indent: { right: 1000 },
      keepNext: true,
    }),
    line([text('年　　月　　日', SIZE.小四)], {
      align: right,
      line: 20,
      after: 6,
      indent: { right: 900 },
      keepNext: true,
    }),
    line([text('送达回证', SIZE.五号, FONT.label)], { line: 18, keepNext: true }),
    line([text('送达方式：{method}　　签收人：{receiver}　　送达日期：{served_on}', SIZE.五号)], {
      line: 20,
    }),
  ])
}
