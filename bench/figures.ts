// What the runs come to: medians, ratios, limits, and the table that tells them.

import type { Run } from './measure.ts'

export interface Figure {
  name: string
  unit: 's' | 'MB' | null
  ours: number | null
  sqlite3: number | null
  /** Ours to sqlite3's, or that of more to that of fewer. */
  ratio: number | null
  /** Of the ratio where there is one, else of ours. */
  limit: number | null
  ok: boolean | null
  /** Every run behind the medians. */
  runs: { ours: number[]; sqlite3: number[] }
}

/** The median time, beside sqlite3's if that did the same. */
export function timeOf(
  name: string,
  runs: readonly Run[],
  beside: { sqlite3: number[]; limit: number } | null = null,
): Figure {
  const ours = runs.map(run => run.seconds)
  const sqlite3 = beside === null ? null : median(beside.sqlite3)
  const ratio = sqlite3 === null ? null : median(ours) / sqlite3
  const limit = beside?.limit ?? null
  const ok = ratio === null || limit === null ? null : ratio <= limit
  const figure = { name: `${name}: time`, unit: 's' as const, ours: median(ours), sqlite3, ratio, limit, ok }
  return { ...figure, runs: { ours, sqlite3: beside?.sqlite3 ?? [] } }
}

export function memoryOf(name: string, runs: readonly Run[], limit: number | null = null): Figure {
  const ours = runs.map(run => run.megabytes)
  const peak = median(ours)
  const figure = { name: `${name}: peak memory`, unit: 'MB' as const, ours: peak, sqlite3: null, ratio: null }
  return { ...figure, limit, ok: limit === null ? null : peak <= limit, runs: { ours, sqlite3: [] } }
}

/** How a figure grew from fewer rows or agencies to more. */
export function growthOf(name: string, small: Figure, large: Figure, limit: number): Figure {
  const ratio = large.ours! / small.ours!
  const none = { unit: null, ours: null, sqlite3: null, runs: { ours: [], sqlite3: [] } }
  return { ...none, name, ratio, limit, ok: ratio <= limit }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle) - 1]!) / 2
}

/** The figures as lines of equal columns. */
export function tableOf(figures: readonly Figure[]): string {
  const lines = figures.map(({ name, unit, ours, sqlite3, ratio, limit, ok }) => [
    name,
    withUnit(ours, unit),
    withUnit(sqlite3, unit),
    ratio?.toFixed(2) ?? '',
    limit === null ? '' : ratio === null ? `${limit} ${unit}` : String(limit),
    ok === null ? '' : ok ? 'ok' : 'over',
  ])
  const all = [['', 'ours', 'sqlite3', 'ratio', 'limit', ''], ...lines]
  const widths = all[0]!.map((_, column) => Math.max(...all.map(cells => cells[column]!.length)))
  const padded = all.map(cells =>
    cells.map((cell, k) => (k === 0 || k === 5 ? cell.padEnd(widths[k]!) : cell.padStart(widths[k]!))),
  )
  return padded.map(cells => `${cells.join('  ').trimEnd()}\n`).join('')
}

function withUnit(value: number | null, unit: Figure['unit']): string {
  return value === null ? '' : `${value.toFixed(unit === 'MB' ? 0 : 2)} ${unit}`
}

export const thousands = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',')
