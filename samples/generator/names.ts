// Invented names. Every one contains 样例, so that nobody mistakes the samples for real agencies.

import type { Random } from './random.ts'

const FIRST = '云晨青松瑞恒嘉博盛海明远安泰华锐智卓信立新启众拓汇德仁善和同天宏润佳正元文景春秋长金玉星'
const SECOND = '杉禾林泽源途帆桥川达屿峰宁芸舟程航晟诺捷坤翔联创业轩韵桦麓谷岭原野溪岸堂苑汀槐榆柏枫棠'
const RARE = [
  '蒲公英',
  '七叶树',
  '白桦林',
  '望江亭',
  '百草园',
  '千里目',
  '银杏里',
  '小满堂',
  '向阳坡',
  '双榆树',
  '四季青',
  '半山亭',
]

const COMPANY: readonly [string, number][] = [
  ['人力资源有限公司', 22],
  ['人力资源服务有限公司', 18],
  ['劳务派遣有限公司', 12],
  ['人才服务有限公司', 10],
  ['人力资源顾问有限公司', 7],
  ['职业介绍有限公司', 6],
  ['企业管理咨询有限公司', 6],
  ['人力资源开发有限公司', 5],
  ['人才咨询有限公司', 4],
  ['劳务服务有限责任公司', 3],
  ['人力资源股份有限公司', 2],
]
const ASSOCIATION = ['职业介绍服务社', '职业介绍所', '人才服务中心', '家政职业介绍服务中心']
const CITY_BODIES = [
  '人才服务中心',
  '职业介绍服务中心',
  '毕业生就业服务中心',
  '外国企业人才服务中心',
  '人力资源市场服务中心',
  '就业指导中心',
  '职业能力建设服务中心',
  '专业技术人员服务中心',
  '劳务交流中心',
  '高级人才寻访中心',
  '残疾人就业服务指导中心',
  '档案托管服务中心',
]
const DISTRICT_BODIES = ['公共就业服务中心', '人才服务中心', '职业介绍服务中心', '大学生就业指导中心']

const GIVEN =
  '建国 丽华 志强 秀英 海燕 文博 晓东 玉兰 立新 春梅 永康 雪松 佳怡 明哲 桂芳 思远 振宇 静雅 国庆 晨光 雨桐 子涵 卫东 红霞 一鸣 若溪 ' +
  '长青 淑珍 浩然 欣然 一 二 三 四 五 六 七 八 九 十 某 某某'

function weighted(random: Random, table: readonly [string, number][]): string {
  let at = random.int(
    1,
    table.reduce((sum, [, weight]) => sum + weight, 0),
  )
  for (const [text, weight] of table) {
    at -= weight
    if (at <= 0) return text
  }
  throw new Error('weights do not add up')
}

/** Hands out names; no brand and no full name is given twice. */
export class Names {
  private readonly taken = new Set<string>()
  private readonly random: Random

  constructor(random: Random) {
    this.random = random
  }

  private unique(make: () => string): string {
    for (let attempt = 0; attempt < 1000; attempt++) {
      const text = make()
      if (!this.taken.has(text)) {
        this.taken.add(text)
        return text
      }
    }
    throw new Error('the pool of names is too small')
  }

  private brand(): string {
    return this.unique(() =>
      this.random.chance(0.06)
        ? this.random.pick(RARE)
        : this.random.pick([...FIRST]) + this.random.pick([...SECOND]),
    )
  }

  company(): string {
    const suffix = weighted(this.random, COMPANY)
    // Some firms write the place into brackets instead of in front.
    if (this.random.chance(0.06)) return this.unique(() => `${this.brand()}样例（北京）${suffix}`)
    return this.unique(() => `北京${this.brand()}样例${suffix}`)
  }

  association(district: string): string {
    return this.unique(() => `${district}${this.brand()}样例${this.random.pick(ASSOCIATION)}`)
  }

  publicBody(district: string): string {
    if (district === '市属机构') return this.unique(() => `北京市样例${this.random.pick(CITY_BODIES)}`)
    const place = district === '开发区' ? '北京经济技术开发区' : district
    if (this.random.chance(0.4)) {
      const full = `${place}样例${this.random.pick(DISTRICT_BODIES)}`
      if (!this.taken.has(full)) return this.unique(() => full)
    }
    const level = /[县谷柔]|门头沟|房山/.test(district) ? '镇' : '街道'
    return this.unique(() => `${place}${this.brand()}样例${level}社会保障事务所`)
  }

  person(): string {
    return `样${this.random.pick(GIVEN.split(' '))}`
  }
}
