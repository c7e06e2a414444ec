// Blank score sheets for whom an evaluation is about: one for each kind of raters, and for each type of subject where they
// are asked different things, with the indicators that the kind rates.
import { pointsText } from '../../domain/exact.ts'
import { subjectTypes } from '../../domain/records/subject-type.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Indicator, Rater, Scheme, SubjectNoun } from '../../domain/scheme/scheme.ts'
import { nameOf, type PartyName } from '../../domain/score/party.ts'
import { indicatorsFor } from '../../domain/score/score.ts'
import { highestRating, ratingHeader, sheetColumns } from '../../domain/score/sheet-columns.ts'
import { foldWidth, nameKey } from '../../domain/text.ts'
import type { SheetColumn } from '../../formats/sheet-out.ts'
import type { SheetOut } from '../../formats/xlsx.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import { exclusionsOf, isExcluded } from '../../store/exclusion.ts'
import type { Reader } from '../../store/open.ts'
import { partyNames } from '../../store/party.ts'
import { ask, type Desk } from '../desk.ts'
import { materialsOnFile } from './materials.ts'
import { partyNamed } from './party.ts'
import { raterKindGiven } from './rater-kind.ts'
import { openOne, schemeOf } from './which.ts'

export interface TemplateWanted {
  kind: string | null
  /** A row for each; none leaves the name to be filled in. */
  raters: readonly string[]
  district: string | null
  subject: string | null
  type: string | null
  form: 'wide' | 'long'
}

type Listed = PartyName & { type: string | null }

/** Refuses a kind that rates nothing, and where nobody is to be rated. */
export function planScoreSheets(
  desk: Desk,
  which: string | null,
  wanted: TemplateWanted,
): { evaluation: Evaluation; sheets: SheetOut[] } {
  return ask(desk, reader => {
    const evaluation = openOne(reader, which)
    const scheme = schemeOf(reader, evaluation)
    const kind = raterKindGiven(scheme, wanted.kind)
    const parties = partiesOf(reader, evaluation, scheme, wanted)
    const excluded = exclusionsOf(reader, evaluation.id)
    const raters = wanted.raters.map(rater => rater.trim())
    const sheets = (kind ? [kind] : scheme.raters).flatMap(rater =>
      groupsOf(scheme, parties).flatMap(({ type, parties: own }): SheetOut[] => {
        const asked = indicatorsFor(scheme, type).filter(
          i => i.evidence !== 'records' && i.raters.includes(rater.kind),
        )
        if (asked.length === 0 || own.length === 0) return []
        const pairs = own.flatMap(party =>
          (raters.length > 0 ? raters : [null])
            .filter(name => name === null || !isExcluded(excluded, name, idIn(party)))
            .map(name => ({ party, rater: name })),
        )
        const name = type === null ? rater.name : `${rater.name} ${typeName(scheme, type)}`
        return [sheetOf({ evaluation, scheme, rater, asked, form: wanted.form }, name, pairs)]
      }),
    )
    if (sheets.length === 0) throw new Refusal('CX1255', { kind: kind?.name ?? null })
    return { evaluation, sheets }
  })
}

function partiesOf(
  reader: Reader,
  evaluation: Evaluation,
  scheme: Scheme,
  { district, subject, type }: TemplateWanted,
): Listed[] {
  const { subject: noun, types } = scheme.applies_to
  const word = foldWidth(type ?? '').trim()
  const ofType =
    type === null ? null : types.find(t => t.id === (subjectTypes[word] ?? word) || t.name === word)
  if (ofType === undefined) {
    const available = types.map(t => `${t.id} ${t.name}`).join('、') || '—'
    throw new Refusal('CX6002', { value: type!, option: '--type', allowed: available })
  }
  const only = subject === null ? undefined : { noun, ids: [idIn(partyNamed(reader, noun, subject))] }
  const namesakes = noun === 'agency' ? new Set<string>() : repeatedNames(reader, noun)
  const listed: Listed[] = []
  for (const { dossier } of materialsOnFile(reader, evaluation, scheme, only)) {
    const party = nameOf(dossier)
    // Whom neither number nor name tells from another is told by the id.
    const code = party.code ?? (namesakes.has(nameKey(party.name)) ? `id=${idIn(party)}` : null)
    listed.push({ ...party, code, type: dossier.subject?.type ?? null })
  }
  return listed
    .filter(party => district === null || party.district_code === district)
    .filter(party => ofType === null || party.type === ofType.id)
}

function repeatedNames(reader: Reader, noun: SubjectNoun): Set<string> {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const { name } of partyNames(reader, noun).values()) {
    const key = nameKey(name)
    if (seen.has(key)) repeated.add(key)
    seen.add(key)
  }
  return repeated
}

function idIn({ agency_id, subject_id }: Pick<PartyName, 'agency_id' | 'subject_id'>): number {
  return (agency_id ?? subject_id)!
}

function typeName({ applies_to }: Scheme, type: string): string {
  return applies_to.types.find(t => t.id === type)?.name ?? type
}

/** By type where it makes a difference what is asked, in the scheme's order. */
function groupsOf(
  { applies_to, indicators }: Scheme,
  parties: readonly Listed[],
): { type: string | null; parties: readonly Listed[] }[] {
  if (indicators.every(i => i.types.length === 0)) return [{ type: null, parties }]
  return applies_to.types.map(({ id }) => ({ type: id, parties: parties.filter(p => p.type === id) }))
}

interface About {
  evaluation: Evaluation
  scheme: Scheme
  rater: Rater
  asked: readonly Indicator[]
  form: TemplateWanted['form']
}

/** Columns as `evaluation import` reads them. */
function sheetOf(
  about: About,
  name: string,
  pairs: readonly { party: Listed; rater: string | null }[],
): SheetOut {
  const { evaluation, scheme, rater, asked, form } = about
  const headers = new Map(sheetColumns(scheme).map(({ key, headers }) => [key, headers[0]!]))
  const text = (key: string, width: number): SheetColumn => ({
    header: headers.get(key)!,
    type: 'text',
    width,
  })
  const code = scheme.applies_to.subject === 'agency' ? 'uscc' : 'code'
  const head: SheetColumn[] = [
    { header: headers.get('year')!, type: 'int', width: 10 },
    text('scheme', 16),
    text(code, 22),
    text('name', 34),
    text('rater_kind', 14),
    text('rater', 14),
  ]
  const common = ({ party, rater: who }: (typeof pairs)[number]) => [
    ...[evaluation.year, scheme.id, party[code], party.name, rater.name, who],
  ]
  const sheet = { name, landscape: true }
  if (form === 'wide') {
    return {
      ...sheet,
      columns: [...head, ...asked.map(ratingColumn), text('note', 20)],
      rows: pairs.map(pair => [...common(pair), ...asked.map(() => null), null]),
    }
  }
  const highest = head.length + 2
  return {
    ...sheet,
    columns: [
      ...head,
      { header: headers.get('indicator')!, type: 'int', width: 10 },
      text('indicator_name', 20),
      { header: headers.get('highest')!, type: 'decimal', width: 10 },
      longColumn(headers.get('points')!, asked, highest),
      text('note', 20),
    ],
    rows: pairs.flatMap(pair =>
      asked.map(i => [
        ...common(pair),
        i.number,
        i.name,
        ...[i.points === 0 ? null : mostText(i), null, null],
      ]),
    ),
  }
}

/** A condition is judged, what has points is rated up to them. */
function ratingColumn(indicator: Indicator): SheetColumn {
  const { points, criterion, clause } = indicator
  const header = ratingHeader(indicator)
  const from = clause === 'default' ? '' : `（${clause}）`
  if (points === 0)
    return { header, type: 'text', width: 12, align: 'center', choices: JUDGED, hint: `${criterion}${from}` }
  const most = mostText(indicator)
  return { header, type: 'decimal', width: 12, most, hint: `满分 ${most} 分。${criterion}${from}` }
}

const JUDGED = ['符合', '不符合']

function longColumn(header: string, asked: readonly Indicator[], highest: number): SheetColumn {
  const judged = asked.filter(i => i.points === 0).length
  if (judged === 0) return { header, type: 'decimal', width: 12, most: highest }
  // A limit would not let the words in, a list not the points.
  return { header, type: 'text', width: 12, ...(judged === asked.length ? { choices: JUDGED } : {}) }
}

function mostText(indicator: Indicator): string {
  return pointsText(highestRating(indicator) / 1e4)
}
