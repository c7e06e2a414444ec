// report: what is due, whole.
import type { Command } from 'commander'
import type { Front } from '../front.ts'

export function addReportVerbs(_front: Front, _noun: Command): void {}
