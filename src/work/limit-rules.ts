// What limits of complaints are counted by: the working-day calendar on file and the default of a scheme.
import type { KeptCalendar } from '../domain/calendar/kept.ts'
import { WorkingCalendar } from '../domain/calendar/working-days.ts'
import type { LimitRules } from '../domain/records/complaint-limit.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'
import type { Reader } from '../store/open.ts'
import { getSetting, readCalendar } from '../store/reference.ts'
import { schemeById } from './evaluation/which.ts'

/** By the scheme and calendar given, else by those of the desk. */
export function limitRules(
  reader: Reader,
  scheme?: Scheme,
  calendar: KeptCalendar = readCalendar(reader),
): LimitRules {
  const { years, days } = calendar
  const { scoring } = scheme ?? schemeById(reader, getSetting(reader, 'scheme')!)
  return {
    calendar: new WorkingCalendar(years, days),
    complaintLimit: scoring.complaint_limit.working_days,
  }
}

/** Those of the desk, read when they are first asked for. */
export function limitsWhenAsked(reader: Reader): () => LimitRules {
  let rules: LimitRules | undefined
  return () => {
    rules ??= limitRules(reader)
    return rules
  }
}
