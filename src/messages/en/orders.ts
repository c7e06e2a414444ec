// What is said of orders, decisions and summaries.

export const column = {}

export const help = {}

export const said = {}
