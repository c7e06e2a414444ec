// Words for inspections and draws.
import type { ProblemTextsOf } from '../problem-texts.ts'
import type * as zh from '../zh-CN/inspections.ts'

export const column: typeof zh.column = {}

export const help: typeof zh.help = {}

export const said: typeof zh.said = {}

export const problems: ProblemTextsOf<'CX111'> = {}
