// Words for campaigns, tasks and recurring duties.
import type { ProblemTextsOf } from '../problem-texts.ts'
import type * as zh from '../zh-CN/campaigns.ts'

export const column: typeof zh.column = {}

export const help: typeof zh.help = {}

export const said: typeof zh.said = {}

export const problems: ProblemTextsOf<'CX114'> = {}
