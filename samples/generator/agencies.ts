// The roster: parts from the cast, traits dealt over the rest, and everything else filled in
// believably (licenses renewed in three- or five-year terms, small staffs, few standard grades).

import { CAST } from './cast.ts'
import { creditCode } from './codes.ts'
import { addDays, addYears, dayBetween } from './days.ts'
import { DISTRICTS, type District } from './districts.ts'
import { type Agency, AS_OF, type Part } from './model.ts'
import { Names } from './names.ts'
import { type Random, randomFor } from './random.ts'
import { traits } from './traits.ts'

interface Slot {
  district: District
  part: Part
  cast: boolean
}

/** The hand-checked five end at 0005; the city starts well above, so both fit into one file. */
const FIRST_SERIAL = 101

const SCOPES = [
  '职业中介活动',
  '职业中介活动;人力资源培训',
  '劳务派遣',
  '劳务派遣;职业中介活动',
  '人力资源信息咨询;高级人才寻访',
  '人才推荐;人才招聘;人才培训',
  '职业指导;职业介绍;人力资源供求信息发布',
  '人力资源服务外包;劳务派遣;人力资源管理咨询',
]

const STREETS = ['路', '街', '大街', '巷', '胡同', '东路', '西路', '南街', '北里']

function ordinaryPart(district: District, index: number, random: Random): Part {
  const [center, spread, limit] = district.quality
  // In the districts public bodies stay below the nominees, except where the cast says otherwise: the
  // fifty percent rule is shown in two of them and should not show up by accident in a third. Among the
  // city's own agencies they lead, which is allowed there: the rule is for districts only.
  const city = district.code === '110000'
  const isPublic = city ? index % 3 === 0 : index % 12 === 7
  const quality = Math.min(limit, Math.max(0.55, random.bell(!isPublic ? center : city ? 0.9 : 0.76, spread)))
  const part: Part = { isPublic, quality }
  if (random.chance(0.13)) part.inspection = 'none'
  else if (isPublic && random.chance(0.5)) part.inspection = { notApplicable: [1, 2] }
  return part
}

/** Every place on the roster, with what is special about it. */
function castSlots(): Slot[] {
  const random = randomFor('slots')
  const slots = DISTRICTS.flatMap(district => {
    const roles = CAST[district.name] ?? []
    const list: Slot[] = roles.map(part => ({ district, part, cast: true }))
    for (let i = list.length; i < district.agencies; i++) {
      list.push({ district, part: ordinaryPart(district, i, random), cast: false })
    }
    return random.shuffle(list)
  })
  const free = random.shuffle(slots.filter(slot => !slot.cast && slot.part.isPublic !== true))
  for (const trait of traits(random)) {
    const slot = free.pop()
    if (slot === undefined) throw new Error('more traits than agencies')
    slot.part = { ...slot.part, ...trait }
  }
  return slots
}

function business(part: Part, forProfit: boolean, random: Random): { start: string; years: 3 | 5 } {
  const years = part.licenseYears ?? (random.chance(0.6) ? 3 : 5)
  if (part.businessStart !== undefined) return { start: part.businessStart, years }
  if (part.validTo !== undefined) {
    return { start: addYears(addDays(part.validTo, 1), -years * random.int(2, 4)), years }
  }
  const start = forProfit
    ? dayBetween(random, random.chance(0.3) ? '1997-03-01' : '2004-02-01', '2010-04-28')
    : dayBetween(random, '1986-01-04', '2006-12-20')
  return { start, years }
}

/** The term of the license that covers the as-of date, unless the part lets it run out. */
function licenseTerm(part: Part, start: string, years: number): { issuedOn: string; validTo: string } {
  if (part.validTo !== undefined) {
    return { issuedOn: addYears(addDays(part.validTo, 1), -years), validTo: part.validTo }
  }
  let issuedOn = start
  while (addYears(issuedOn, years) <= AS_OF) issuedOn = addYears(issuedOn, years)
  return { issuedOn, validTo: addDays(addYears(issuedOn, years), -1) }
}

function staffCount(random: Random): number {
  if (random.chance(0.55)) return random.int(3, 18)
  return random.chance(0.8) ? random.int(19, 80) : random.int(81, 260)
}

function standardGrade(random: Random): string {
  if (!random.chance(0.52)) return ''
  return random.pick(['A', 'AA', 'AA', 'AA', 'AAA', 'AAA', 'AAA', 'AAA', 'AAAA', 'AAAA', 'AAAAA'])
}

function finish(slot: Slot, serial: number, names: Names, random: Random): Agency {
  const { district, part } = slot
  const forProfit = part.isPublic !== true
  const city = district.code === '110000'
  const association = forProfit && !city && !slot.cast && random.chance(0.08)
  const generated = !forProfit
    ? names.publicBody(district.name)
    : association
      ? names.association(district.name.replace('开发区', '北京经济技术开发区'))
      : names.company()
  const category = !forProfit ? '12' : association ? '52' : '91'
  const companyOwnership = random.pick(['民营企业', '民营企业', '民营企业', '国有企业'])
  const foreign = !city && random.chance(0.06) ? '外商投资企业' : companyOwnership
  const { start, years } = business(part, forProfit, random)
  const licensed = forProfit || part.licensed === true
  const term = licensed ? licenseTerm(part, start, years) : { issuedOn: '', validTo: '' }
  const place = city ? random.pick(['东城区', '西城区', '朝阳区', '海淀区', '丰台区']) : district.name
  return {
    part,
    district,
    cast: slot.cast,
    forProfit,
    name: part.name ?? generated,
    uscc: part.codeless ? '' : creditCode(category, district.code, serial),
    agencyKind: city ? '市属' : forProfit ? '经营性' : '公共',
    ownership: !forProfit ? '事业单位' : association ? '民办非企业' : foreign,
    licenseNo: licensed ? `样例人服证字${district.code}第${String(serial).padStart(4, '0')}号` : '',
    issuer: licensed ? district.issuer : '',
    ...term,
    legalRep: part.legalRep ?? names.person(),
    address: `${place}样例${random.pick(STREETS)}${random.int(1, 268)}号`,
    phone: `010-0000${1000 + serial}`,
    scope: forProfit ? random.pick(SCOPES) : '公共就业服务',
    businessStart: start,
    staffCount: staffCount(random),
    standardGrade: part.standardGrade ?? (slot.cast || !forProfit ? '' : standardGrade(random)),
    annualYear: licensed && (part.annualResult ?? '合格') !== '' ? '2012' : '',
    annualResult: licensed ? (part.annualResult ?? '合格') : '',
    status: part.status ?? '有效',
  }
}

export function cityAgencies(): Agency[] {
  const random = randomFor('agencies')
  const names = new Names(randomFor('names'))
  return castSlots().map((slot, i) => finish(slot, FIRST_SERIAL + i, names, random))
}
