// Where titles of papers are divided: the lines are set down by hand.
import { describe, expect, it } from 'vitest'
import { titleLines } from '../../../src/domain/papers/title-lines.ts'

describe('a title of 21 signs a line', () => {
  it.each([
    [['关于撤销“诚信示范单位”称号的决定']],
    [['2013年度人力资源诚信服务示范单位公示']],
    [['2013年度北京市人力资源诚信服务示范单位', '推荐对象公示']],
    [['2013年度北京市人力资源诚信服务示范单位', '（平谷区）推荐对象公示']],
    [['2013年度北京市人力资源诚信服务示范单位', '（平谷区）推荐对象公示（第二次）']],
    [['2022年度市级就业服务质量标杆机构', '推荐对象公示']],
    [['《关于加强人力资源服务机构诚信建设的通知》', '公开征求意见']],
    [['关于撤销“北京市人力资源诚信服务示范单位”', '称号的决定（草稿）']],
    [['关于撤销“市级就业服务质量标杆机构”', '称号的决定']],
    [['平谷区2013年', '人力资源服务机构诚信建设工作总结']],
    // Of other schemes than those of agencies; a 年度 that is no year's is no place.
    [['2013年基层就业平台工作人员年度绩效考核', '工作总结']],
    [['平谷区2013年', '基层就业平台工作人员年度绩效考核工作总结']],
    [['2013年优质服务窗口评定工作总结']],
    [['2013年充分就业社区评定工作总结']],
    [['2013年基层公共就业服务平台业务规范', '（平台）工作总结']],
    [['2013年市级就业服务质量标杆机构评定工作总结']],
    [['莒南县2013年', '县级就业服务质量标杆机构评定工作总结']],
    [['高新技术产业开发区2013年', '市级就业服务质量标杆机构评定工作总结']],
    // As a clerk may put it.
    [['关于', '“北京市人力资源诚信服务示范单位”的公示']],
    [['关于2013年度', '全市人力资源服务机构诚信状况评估结果的公示']],
    [['关于', '《关于加强人力资源服务机构诚信建设的通知》', '公开征求意见的公告']],
    // Longer than a line without a place between its parts: around its words.
    [['朝阳区和通州区人力资源服务机构', '诚信状况评估优秀机构名单公示']],
  ])('%j', lines => {
    expect(titleLines(lines.join(''), 21)).toEqual(lines)
  })

  it('keeps every sign, whatever it is given', () => {
    for (const title of [
      '',
      '公示',
      '“没有合上的引号和一些别的文字',
      '》（）《》',
      '的'.repeat(99),
      '无'.repeat(99),
    ])
      expect(titleLines(title, 21).join('')).toBe(title)
    expect(titleLines('无'.repeat(99), 21)).toHaveLength(1)
  })
})
