// Words for complaints as cases and for opinions.
import type { ProblemTextsOf } from '../problem-texts.ts'
import type * as zh from '../zh-CN/cases.ts'

export const column: typeof zh.column = {}

export const help: typeof zh.help = {}

export const said: typeof zh.said = {}

export const problems: ProblemTextsOf<'CX110'> = {}
