// Words for penalties, sanctions, lists and incentives.
import type { ProblemTextsOf } from '../problem-texts.ts'
import type * as zh from '../zh-CN/measures.ts'

export const column: typeof zh.column = {}

export const help: typeof zh.help = {}

export const said: typeof zh.said = {}

export const problems: ProblemTextsOf<'CX115'> = {}
