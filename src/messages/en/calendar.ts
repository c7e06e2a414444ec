// Words for the working-day calendar and planning back from deadlines.
import type * as zh from '../zh-CN/calendar.ts'

export const column: typeof zh.column = {}

export const help: typeof zh.help = {}

export const said: typeof zh.said = {}

export const problems = {}
