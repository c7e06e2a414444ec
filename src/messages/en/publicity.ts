// Words for publicity, objections and consultations.
import type * as zh from '../zh-CN/publicity.ts'

export const column: typeof zh.column = {}

export const help: typeof zh.help = {}

export const said: typeof zh.said = {}

export const problems = {}
