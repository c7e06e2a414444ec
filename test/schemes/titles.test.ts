// What the shipped schemes say of titles, each number with its clause: level, publicity, grounds, and which stage does
// what. The clauses are those of the documents; `default` is ours.
import { describe, expect, it } from 'vitest'
import { titlesNamed } from '../../src/work/title/titles.ts'
import { shipped } from './subjects.ts'

const said = (id: string) => {
  const { nomination, publicity, revocation, stages } = shipped(id)
  return {
    titles: titlesNamed(shipped(id)),
    level: nomination?.level ?? null,
    places: nomination && [nomination.places_total.seats, nomination.places_total.by],
    period: nomination?.period && [nomination.period.from, nomination.period.to, nomination.period.clause],
    publicity: [publicity.working_days, publicity.count_first_day, publicity.clause],
    revocation: revocation.clause,
    grounds: revocation.grounds.map(g => `${g.ground} ${g.clause}`),
    stages: stages.map(s => `${s.number} ${s.work.join('+')} ${s.clause}`),
  }
}

describe('what a scheme says of its title', () => {
  it('Beijing 2013: verified dishonesty takes it back; no publicity of its own', () => {
    expect(said('beijing-2013')).toEqual({
      titles: ['北京市人力资源诚信服务示范单位'],
      level: '市级',
      places: [130, 'table'],
      period: null,
      publicity: [5, true, 'default'],
      revocation: '三(八)2',
      grounds: [
        'dishonest_complaint 三(八)2',
        'verified_complaint default',
        'penalty default',
        'blacklist default',
        'dissolved default',
      ],
      stages: [
        '1 inspection 三(四)',
        '2 review 三(五)',
        '3 notice 三(五)',
        '4 nomination+filing 三(七)',
        '5 announcement 三(七)',
        '6 supervision 三(八)2',
      ],
    })
  })

  it('Zhoushan 2019 gives none, and takes back four', () => {
    expect(said('zhoushan-2019')).toMatchObject({
      titles: ['诚信服务品牌', '诚信服务窗口', '诚信服务标兵', '诚信示范单位'],
      places: null,
      publicity: [5, true, '公示'],
      revocation: '四(三)',
      grounds: [
        'dishonest_complaint 四(三)',
        'verified_complaint default',
        'penalty default',
        'blacklist default',
        'dissolved default',
      ],
    })
  })

  const linyi = {
    period: [2021, 2025, '三'],
    publicity: [5, true, '五3'],
    revocation: '五5',
    grounds: [
      ...['dissolved 五5', 'offense 五5', 'penalty 五5', 'verified_complaint default', 'blacklist default'],
    ],
  }

  it('Linyi 2022: nine of the city', () => {
    expect(said('linyi-2022-city')).toEqual({
      ...{ titles: ['市级就业服务质量标杆机构'], level: '市级', places: [9, 'whole'], ...linyi },
      stages: [
        ...[
          '1 application 五1',
          '2 review+nomination 五2',
          '3 publicity 五3',
          '4 announcement 五4',
          '5 supervision 五5',
        ],
      ],
    })
    expect(shipped('linyi-2022-city').nomination!.gates.map(g => `${g.test} ${g.clause}`)).toEqual([
      ...['evaluated 五2', 'passed 四', 'holds_title 四(二)1', 'not_held default', 'not_revoked default'],
    ])
  })

  it('Linyi 2022: ninety of the counties, by the same way', () => {
    expect(said('linyi-2022-county')).toEqual({
      ...{ titles: ['县级就业服务质量标杆机构'], level: '县级', places: [90, 'allotment'], ...linyi },
      stages: [
        '1  五',
        '2 application+review+nomination 五',
        '3 publicity 五3',
        '4 announcement+filing 五',
        '5 supervision 五5',
      ],
    })
  })

  it('months for which who lost it is barred are ours', () => {
    const barred = (id: string) =>
      shipped(id).nomination!.gates.flatMap(g => (g.test === 'not_revoked' ? [[g.months, g.clause]] : []))
    expect(['beijing-2013', 'linyi-2022-county', 'linyi-2022-city'].map(barred)).toEqual([
      [[12, 'default']],
      [[36, 'default']],
      [[36, 'default']],
    ])
  })
})
