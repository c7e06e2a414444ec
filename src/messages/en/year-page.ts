// What is said of the year as a page.

export const column = {}

export const help = {}

export const said = {}
