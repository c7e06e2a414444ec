// 投诉办理和意见答复的说法。
import type { ProblemTextsOf } from '../problem-texts.ts'

export const column = {}

export const help = {}

export const said = {}

export const problems: ProblemTextsOf<'CX110'> = {}
