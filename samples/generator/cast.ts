// The agencies with a part written by hand, by district: ties at the quota line, the fifty percent
// rule, and dates on either side of a look-back window as of 2013-10-31.

import type { Part } from './model.ts'

const publicBody = (quality: number, extra: Part = {}): Part => ({ isPublic: true, quality, ...extra })
const agency = (quality: number, extra: Part = {}): Part => ({ isPublic: false, quality, ...extra })

const LONG_NAME =
  '北京京畿云程样例人力资源市场综合服务与人才交流培训评价招聘派遣业务流程外包及企业管理咨询一体运营促进发展集团股份有限公司'

export const CAST: Readonly<Record<string, readonly Part[]>> = {
  市属机构: [
    { perfect: true, isPublic: false, standardGrade: 'AAAAA', businessStart: '1999-04-12' },
    // A public body with a license of its own: license and annual check apply to it after all.
    publicBody(0.9, { licensed: true }),
    publicBody(0.84, { licensed: true }),
  ],
  东城区: [agency(0.9, { codeless: true, businessStart: '1996-05-20' })],
  西城区: [agency(0.83, { codeless: true, businessStart: '1995-09-11' })],
  朝阳区: [
    { perfect: true, isPublic: false, standardGrade: 'AAAAA', businessStart: '2001-03-15' },
    { perfect: true, isPublic: false, standardGrade: 'AAAA', businessStart: '2006-08-21' },
    agency(0.94, { codeless: true, businessStart: '1994-11-08' }),
    // 䶮 is outside GBK: only a true GB18030 reader gets it right. So is 𠮷, which needs four bytes too.
    agency(0.86, { name: '北京䶮云样例人力资源有限公司', legalRep: '样𠮷' }),
  ],
  海淀区: [
    { perfect: true, isPublic: false, standardGrade: 'AAAAA', businessStart: '2000-10-09' },
    // A full tie far above the line: shown, but harmless.
    agency(0.96, { label: 'twin above', standardGrade: 'AAAA', businessStart: '2003-06-18' }),
    agency(0.96, { sheetsLike: 'twin above', standardGrade: 'AAAA', businessStart: '2003-06-18' }),
    agency(0.81, { codeless: true, businessStart: '1997-02-17' }),
  ],
  丰台区: [agency(0.78, { codeless: true, businessStart: '1993-07-05' })],
  石景山区: [
    agency(0.955, { standardGrade: 'AAA' }),
    agency(0.93),
    // Equal in every ranking key for the third and last place: the program has to stop here.
    agency(0.89, { label: 'twin at line', standardGrade: 'AA', businessStart: '2005-09-16' }),
    agency(0.89, { sheetsLike: 'twin at line', standardGrade: 'AA', businessStart: '2005-09-16' }),
  ],
  门头沟区: [
    // Three public bodies lead, but two of three nominees have to be for-profit.
    publicBody(0.955),
    publicBody(0.93),
    publicBody(0.91),
    agency(0.87),
    agency(0.85),
  ],
  房山区: [
    agency(0.86),
    agency(0.78),
    agency(0.9, { validTo: '2013-08-14', status: '到期' }),
    agency(0.84, { businessStart: '2011-05-23' }),
    agency(0.88, { penalties: [{ kind: '罚款', decided: '2012-08-16' }] }),
    agency(0.83, {
      complaints: [{ category: '虚假信息', dishonest: true, finding: '属实', closed: '2013-05-22' }],
    }),
    agency(0.85, { withoutSheets: ['public'] }),
    agency(0.7, { status: '注销', withoutSheets: ['self', 'expert', 'public'] }),
    agency(0.82, { annualResult: '' }),
  ],
  通州区: [
    agency(0.955),
    agency(0.94),
    // Exactly 36 months in business on 2013-10-31, and one day less.
    agency(0.9, { businessStart: '2010-10-31', licenseYears: 5 }),
    agency(0.97, { businessStart: '2010-11-01', licenseYears: 5 }),
    agency(0.88),
  ],
  顺义区: [
    agency(0.95),
    // A penalty of 2011-10-31 no longer counts 24 months on; one of 2011-11-01 does.
    agency(0.92, { penalties: [{ kind: '罚款', decided: '2011-10-31' }] }),
    agency(0.96, { penalties: [{ kind: '警告', decided: '2011-11-01' }] }),
    agency(0.9),
    agency(0.88),
  ],
  昌平区: [
    // Verified dishonest complaints closed just outside and just inside twelve months.
    agency(0.93, {
      complaints: [{ category: '虚假信息', dishonest: true, finding: '属实', closed: '2012-10-31' }],
    }),
    agency(0.97, {
      complaints: [{ category: '虚假信息', dishonest: true, finding: '部分属实', closed: '2012-11-01' }],
    }),
    agency(0.95),
    agency(0.89),
  ],
  大兴区: [
    agency(0.97),
    agency(0.955),
    agency(0.94, { standardGrade: 'AA' }),
    // Same total at the line: the higher standard grade decides.
    agency(0.9, { label: 'grade decides', standardGrade: 'AA', businessStart: '2002-03-11' }),
    agency(0.9, { sheetsLike: 'grade decides', standardGrade: 'AAAA', businessStart: '2007-06-25' }),
  ],
  平谷区: [
    agency(0.95, { name: LONG_NAME }),
    agency(0.92, {
      penalties: [{ kind: '罚款', decided: '2012-06-11', status: '已撤销', revoked: '2013-02-05' }],
    }),
    // Revoked only after the as-of date: on that day the penalty still stood.
    agency(0.96, {
      penalties: [{ kind: '责令停产停业', decided: '2013-03-18', status: '已撤销', revoked: '2013-11-01' }],
    }),
    agency(0.94, { penalties: [{ kind: '没收违法所得', decided: '2013-07-09', status: '复议诉讼中' }] }),
    agency(0.89),
    agency(0.87),
  ],
  怀柔区: [
    agency(0.95),
    agency(0.93, { standardGrade: 'AAA' }),
    // Same total and grade at the line: the longer time in business decides.
    agency(0.88, { label: 'start decides', standardGrade: 'AA', businessStart: '2008-03-20' }),
    agency(0.88, { sheetsLike: 'start decides', standardGrade: 'AA', businessStart: '2004-11-03' }),
  ],
  密云县: [
    agency(0.94),
    // No status in the row: it follows from the last day of the license, which still counts.
    agency(0.91, { businessStart: '2003-11-01', licenseYears: 5, validTo: '2013-10-31', status: '' }),
    agency(0.96, { businessStart: '2003-10-31', licenseYears: 5, validTo: '2013-10-30', status: '' }),
    agency(0.88),
  ],
  延庆县: [
    publicBody(0.93),
    publicBody(0.9),
    publicBody(0.87),
    publicBody(0.82),
    // The only eligible for-profit agency: with it, two can be nominated and not three.
    agency(0.78),
    agency(0.88, { businessStart: '2012-02-14' }),
    agency(0.86, { validTo: '2013-06-30', status: '到期' }),
    agency(0.84, { penalties: [{ kind: '通报批评', decided: '2013-01-15' }] }),
    agency(0.8, { withoutSheets: ['self', 'expert', 'public'] }),
  ],
  开发区: [
    // The row says 有效, the last day of the license says otherwise.
    agency(0.97, { validTo: '2013-09-15', status: '有效' }),
    agency(0.94),
    agency(0.92),
    agency(0.89),
  ],
}
