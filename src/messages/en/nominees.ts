// Words for decisions about nominees and papers handed in.
import type * as zh from '../zh-CN/nominees.ts'

export const column: typeof zh.column = {}

export const help: typeof zh.help = {}

export const said: typeof zh.said = {}

export const problems = {}
