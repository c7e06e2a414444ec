// The languages there are; each is loaded only when asked for.
import type { Messages } from './messages.ts'

export type Lang = 'zh-CN' | 'en'

export async function loadMessages(lang: Lang): Promise<Messages> {
  return lang === 'en' ? (await import('./en/index.ts')).en : (await import('./zh-CN/index.ts')).zhCN
}
