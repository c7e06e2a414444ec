// import: the batches that files came in, what each changed, and taking one back.
import type { Command } from 'commander'
import { Refusal } from '../../domain/refusal.ts'
import type { Batch } from '../../store/batch.ts'
import type { MappedHeader } from '../../store/mapping.ts'
import { addVerb, type Front, outputOptions } from '../front.ts'

export function addImportVerbs(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'list',
    examples: ['import list', 'import list --json'],
    options: outputOptions(front.m),
    run: async (shell, _args, options) => {
      const { listImports } = await import('../../work/imports/batches.ts')
      const { column, help, labels } = shell.m.words
      await shell.list<Batch>(
        {
          rows: listImports(shell.desk()),
          columns: [
            { title: column.batch!, cell: b => b.id, align: 'right' },
            {
              title: column.kind!,
              cell: b => help[b.kind === 'sheet' ? 'evaluation import' : b.kind] ?? b.kind,
            },
            { title: column.file!, cell: b => b.file },
            { title: column.encoding!, cell: b => b.encoding },
            { title: column.total_rows!, cell: b => b.rows, align: 'right' },
            { title: column.added!, cell: b => b.added, align: 'right' },
            { title: column.changed!, cell: b => b.changed, align: 'right' },
            { title: column.unchanged!, cell: b => b.unchanged, align: 'right' },
            { title: column.rejected!, cell: b => b.rejected, align: 'right' },
            { title: column.status!, cell: b => (b.undone === 1 ? labels.undone : '') },
          ],
          json: batchJson,
        },
        options,
      )
    },
  })
  addVerb(front, noun, {
    usage: 'show <batch>',
    examples: ['import show 1', 'import show 1 --json'],
    options: outputOptions(front.m),
    run: async (shell, [batch = ''], options) => {
      const { showImport } = await import('../../work/imports/batches.ts')
      const shown = showImport(shell.desk(), batchNumber(batch))
      const { column, labels } = shell.m.words
      await shell.list(
        {
          rows: shown.changes,
          data: { ...batchJson(shown.batch), entry: shown.entry, changes: shown.changes },
          columns: [
            { title: column.line!, cell: c => c.line, align: 'right' },
            { title: column.row!, cell: c => `${c.table} ${c.row}` },
            { title: column.field!, cell: c => changedFields(c.before, c.after).join(' ') || labels.none },
          ],
          json: c => c,
        },
        options,
      )
    },
  })
  addVerb(front, noun, {
    usage: 'undo <batch>',
    examples: ['import undo 15'],
    options: outputOptions(front.m),
    run: async (shell, [batch = ''], options) => {
      const { undoImport } = await import('../../work/imports/batches.ts')
      const undone = undoImport(shell.desk(), batchNumber(batch))
      const { said } = shell.m.words
      const { batch: of, rows, discarded } = undone
      const data = { batch: of.id, file: of.file, rows, discarded }
      await shell.show(data, [said.undone(of.id, of.file, rows)], options)
      if (discarded.length > 0) shell.say(said.resultsDiscarded(discarded))
    },
  })
  addVerb(front, noun, {
    usage: 'mappings',
    examples: ['import mappings', 'import mappings --json'],
    options: outputOptions(front.m),
    run: async (shell, _args, options) => {
      const { savedMappings } = await import('../../work/imports/mappings.ts')
      const { column, help } = shell.m.words
      await shell.list<MappedHeader>(
        {
          rows: savedMappings(shell.desk()),
          columns: [
            { title: column.mapping!, cell: m => m.name },
            { title: column.kind!, cell: m => help[m.kind] ?? m.kind },
            { title: column.header!, cell: m => m.header },
            { title: column.field!, cell: m => m.field },
          ],
          json: m => m,
        },
        options,
      )
    },
  })
}

function batchNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new Refusal('CX6002', { value: text, option: '<batch>', allowed: '1, 2, 3 …' })
}

function batchJson({ id, undone, reading, ...batch }: Batch): Record<string, unknown> {
  return { batch: id, ...batch, undone: undone === 1, reading: reading === null ? null : JSON.parse(reading) }
}

/** What a new row holds is all new; of a changed one only what differs. */
function changedFields(before: object | null, after: object | null): string[] {
  const [old, now] = [before ?? {}, after ?? {}] as Record<string, unknown>[]
  return Object.keys({ ...old, ...now }).filter(
    key => key !== 'batch_id' && key !== 'line' && (now?.[key] ?? null) !== (old?.[key] ?? null),
  )
}
