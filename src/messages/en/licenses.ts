// Words for licenses, subjects and corrections of the roster.
import type { ProblemTextsOf } from '../problem-texts.ts'
import type * as zh from '../zh-CN/licenses.ts'

export const column: typeof zh.column = {}

export const help: typeof zh.help = {}

export const said: typeof zh.said = {}

export const problems: ProblemTextsOf<'CX113'> = {}
