// Words for archives, rates of commitments and service systems.
import type { ProblemTextsOf } from '../problem-texts.ts'
import type * as zh from '../zh-CN/archives.ts'

export const column: typeof zh.column = {}

export const help: typeof zh.help = {}

export const said: typeof zh.said = {}

export const problems: ProblemTextsOf<'CX112'> = {}
