// 处罚、惩戒、名单、激励的说法。
import type { ProblemTextsOf } from '../problem-texts.ts'

export const column = {}

export const help = {}

export const said = {}

export const problems: ProblemTextsOf<'CX115'> = {}
