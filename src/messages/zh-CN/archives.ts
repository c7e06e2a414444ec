// 诚信档案、承诺率和服务制度的说法。
import type { ProblemTextsOf } from '../problem-texts.ts'

export const column = {}

export const help = {}

export const said = {}

export const problems: ProblemTextsOf<'CX112'> = {}
