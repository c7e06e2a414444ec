// The words of the command line and of the papers, in the shape of the Chinese catalogue.
export type Words = typeof import('./zh-CN/words.ts').words
