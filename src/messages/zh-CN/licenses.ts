// 许可证、从业人员和名录更正的说法。
import type { ProblemTextsOf } from '../problem-texts.ts'

export const column = {}

export const help = {}

export const said = {}

export const problems: ProblemTextsOf<'CX113'> = {}
