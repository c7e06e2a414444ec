// Words for granting, reviewing and revoking titles.
import type * as zh from '../zh-CN/titles.ts'

export const column: typeof zh.column = {}

export const help: typeof zh.help = {}

export const said: typeof zh.said = {}

export const problems = {}
