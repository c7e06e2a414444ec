// Where a setting comes from: flag, environment, ./chengxin.yaml, the user's file, default - in this order.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDay } from '../domain/day.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Lang } from '../messages/languages.ts'
import { absolute } from './files.ts'
import type { World } from './world.ts'

export interface Flags {
  db?: string
  lang?: string
  operator?: string
  today?: string
  color?: boolean
  quiet?: boolean
  debug?: boolean
}

export interface Settings {
  db: string
  lang: Lang
  operator: string
  /** The day given, or null for the clock's. */
  today: string | null
  /** Whether color is wanted where there is a terminal. */
  color: boolean
  quiet: boolean
  debug: boolean
}

type Named = 'db' | 'lang' | 'operator' | 'today'

export async function readSettings(world: World, flags: Flags): Promise<Settings> {
  const files = await settingFiles(world)
  const pick = (name: Named) => {
    const fromEnvironment = world.env[`CHENGXIN_${name.toUpperCase()}`]
    return (
      (flags[name] || undefined) ??
      (fromEnvironment || undefined) ??
      files.find(f => f[name] !== undefined)?.[name]
    )
  }
  const today = pick('today')
  return {
    db: absolute(world, pick('db') ?? 'chengxin.db'),
    lang: language(pick('lang') ?? systemLanguage(world)),
    operator: pick('operator') ?? world.login,
    today: today === undefined ? null : dayOption('--today', today),
    color: wantsColor(world, flags),
    quiet: flags.quiet ?? false,
    debug: flags.debug ?? false,
  }
}

/** A day given as an option, in any accepted form. */
export function dayOption(option: string, text: string): string {
  const day = parseDay(text)
  if (typeof day === 'object') return day.day
  if (day === 'day') throw new Refusal('CX6006', { value: text, option })
  throw new Refusal('CX6002', { value: text, option, allowed: 'YYYY-MM-DD' })
}

/** A year given as an option. */
export function yearOption(text: string): string {
  if (/^(19|20)\d\d$/.test(text)) return text
  throw new Refusal('CX6002', { value: text, option: '--year', allowed: '2013' })
}

function language(text: string): Lang {
  if (text === 'zh-CN' || text === 'en') return text
  throw new Refusal('CX6002', { value: text, option: '--lang', allowed: 'zh-CN、en' })
}

/** Chinese unless the system says English: the program's users read Chinese. */
function systemLanguage(world: World): Lang {
  const locale = world.env.LC_ALL || world.env.LC_MESSAGES || world.env.LANG || ''
  return locale.toLowerCase().startsWith('en') ? 'en' : 'zh-CN'
}

function wantsColor(world: World, flags: Flags): boolean {
  if (flags.color === false || world.env.NO_COLOR) return false
  return world.env.TERM !== 'dumb'
}

async function settingFiles(world: World): Promise<Partial<Record<Named, string>>[]> {
  const home =
    world.env.APPDATA ?? world.env.XDG_CONFIG_HOME ?? (world.env.HOME && join(world.env.HOME, '.config'))
  const paths = [absolute(world, 'chengxin.yaml'), ...(home ? [join(home, 'chengxin', 'config.yaml')] : [])]
  const found = paths.filter(path => existsSync(path))
  if (found.length === 0) return []
  const { parse } = await import('yaml')
  return found.map(path => {
    try {
      const read: unknown = parse(readFileSync(path, 'utf8'))
      if (typeof read !== 'object' || read === null) return {}
      const given = Object.entries(read).filter(([, value]) => value !== null && value !== '')
      return Object.fromEntries(given.map(([key, value]) => [key, String(value)]))
    } catch (error) {
      throw new Refusal('CX5013', { path, detail: (error as Error).message.split('\n')[0]! })
    }
  })
}
