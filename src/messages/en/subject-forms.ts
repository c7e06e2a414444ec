// What is said of the papers of others than agencies.

export const column = {}

export const help = {}

export const said = {}
