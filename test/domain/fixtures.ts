// Plain records for tests of rules: everything empty or good unless a test says otherwise.

import { join } from 'node:path'
import { WorkingCalendar } from '../../src/domain/calendar/working-days.ts'
import type { Activity } from '../../src/domain/records/activity.ts'
import type { Commitment } from '../../src/domain/records/commitment.ts'
import type { Complaint } from '../../src/domain/records/complaint.ts'
import type { Honor } from '../../src/domain/records/honor.ts'
import type { Inspection } from '../../src/domain/records/inspection.ts'
import type { Metric } from '../../src/domain/records/metric.ts'
import type { Penalty } from '../../src/domain/records/penalty.ts'
import type { Agency } from '../../src/domain/roster/agency.ts'
import type { Scheme } from '../../src/domain/scheme/scheme.ts'
import { type AgencyDossier, type RuleContext, ruleContext } from '../../src/domain/score/dossier.ts'
import { readShippedCalendar, readShippedScheme } from '../../src/schemes/library.ts'

export const schemes = join(import.meta.dirname, '..', '..', 'src', 'schemes')

/** A fresh copy each time, free to be changed. */
export function beijing(): Scheme {
  return structuredClone(shipped)
}
const shipped = readShippedScheme(schemes, 'beijing-2013').scheme

export const notices = readShippedCalendar(schemes)
export const calendar = new WorkingCalendar(notices.years, notices.days)

export function contextOn(asOf: string, given: Partial<RuleContext> = {}): RuleContext {
  return { ...ruleContext(asOf, [], { calendar, complaintLimit: 60 }), ...given }
}

/** A licensed for-profit agency in good standing on 2013-10-31. */
export function agency(given: Partial<Agency> = {}): Agency {
  return {
    id: 1,
    uscc: '91110105CXJG000159',
    name: '北京晴禾样例人力资源有限公司',
    kind: 'for_profit',
    ownership: '民营企业',
    license_no: '样例人服证字110105第0001号',
    license_issuer: '朝阳区人力社保局',
    issued_on: '2009-03-12',
    valid_to: '2014-03-11',
    license_status: 'valid',
    legal_rep: null,
    address: null,
    district_code: '110105',
    phone: null,
    scope: null,
    business_start: '2009-03-12',
    staff_count: 10,
    standard_grade: null,
    corporate_group: null,
    ...given,
  }
}

export function dossier(given: Partial<AgencyDossier> = {}): AgencyDossier {
  return {
    agency: agency(),
    subject: null,
    complaints: [],
    penalties: [],
    offenses: [],
    changes: [],
    honors: [],
    commitments: [],
    activities: [],
    inspections: [],
    annual_checks: [],
    metrics: [],
    outstanding: [],
    ...given,
  }
}

/** Received and accepted on 2013-03-01, due on 2013-05-31, still open. */
export function complaint(given: Partial<Complaint> = {}): Complaint {
  return {
    complaint_no: 'TS-1',
    received_on: '2013-03-01',
    category: '虚假信息',
    summary: null,
    dishonest: 0,
    accepted_on: '2013-03-01',
    due_on: '2013-05-31',
    closed_on: null,
    finding: null,
    ...given,
  }
}

export function penalty(given: Partial<Penalty> = {}): Penalty {
  return {
    decision_no: 'CF-1',
    authority: '朝阳区人力社保局',
    kind: '警告',
    decision_date: '2013-03-01',
    status: 'in_force',
    revoked_on: null,
    ...given,
  }
}

export function honor(given: Partial<Honor> = {}): Honor {
  return {
    cert_no: 'YL-1',
    holder: '北京晴禾样例人力资源有限公司',
    holder_kind: 'agency',
    title: '诚信服务窗口',
    granted_on: '2012-12-01',
    valid_to: null,
    status: 'valid',
    revoked_on: null,
    ...given,
  }
}

export function inspection(given: Partial<Inspection> = {}): Inspection {
  return {
    batch: '春雷2013',
    date: '2013-04-15',
    cooperated: 1,
    items: {},
    rectify_due: null,
    rectified_on: null,
    ...given,
  }
}

export function commitment(given: Partial<Commitment> = {}): Commitment {
  return { kind: 'staff', signed_on: '2013-10-10', signed_count: 10, displayed: 1, ...given }
}

export function activity(given: Partial<Activity> = {}): Activity {
  return { kind: '公益', title: '校园招聘指导', held_on: '2013-05-01', satisfaction: null, ...given }
}

/** 1200 services in 2012. */
export function metric(given: Partial<Metric> = {}): Metric {
  return { metric: 'service_count', period: '2012', value: 1_200_000_000, unit: '人次', ...given }
}
