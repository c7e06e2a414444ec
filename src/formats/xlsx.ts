// The one door to workbooks for the rest of the program: reading and writing sit in files of their own
// because each is a page long, but callers know a single name and hucre can be replaced behind it.

export { openWorkbook, type WorkbookReadOptions } from './xlsx-read.ts'
export { type SheetOut, writeXlsx } from './xlsx-write.ts'
