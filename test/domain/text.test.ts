// How texts from office files are compared.

import { describe, expect, it } from 'vitest'
import { foldWidth, headerKey, headerStem, nameKey, nearest } from '../../src/domain/text.ts'

describe('folding', () => {
  it.each([
    ['ＡＢＣ１２３（样例）　公司', 'ABC123(样例) 公司'],
    ['北京样例、有限公司。', '北京样例、有限公司。'],
    ['', ''],
  ])('%s becomes %s', (text, folded) => {
    expect(foldWidth(text)).toBe(folded)
  })

  it.each([
    [' 机构名称* ', '机构名称'],
    ['机构 名称', '机构名称'],
    ['USCC', 'uscc'],
    ['罚款金额（元）', '罚款金额元'],
    ['“名称”', '名称'],
    ['Ｎａｍｅ', 'name'],
  ])('the header "%s" is compared as %s', (text, key) => {
    expect(headerKey(text)).toBe(key)
  })

  it.each([
    ['常住人口(万人)*', '常住人口'],
    ['常住人口（万人）', '常住人口'],
    ['机构名称', '机构名称'],
  ])('the header "%s" without its remark is %s', (text, stem) => {
    expect(headerStem(text)).toBe(stem)
  })

  it.each([
    ['北京晴禾样例（集团） 有限公司', '北京晴禾样例(集团)有限公司'],
    ['ＡＢ样例公司', 'AB样例公司'],
    ['张\u200b三\u00ad', '张三'],
    ['Jose\u0301', 'Jos\u00e9'],
  ])('the name "%s" is compared as %s', (text, key) => {
    expect(nameKey(text)).toBe(key)
  })
})

describe('nearest', () => {
  it.each([
    ['机构名', ['机构名称', '法定代表人'], ['机构名称']],
    ['朝阳', ['朝阳区', '海淀区'], ['朝阳区']],
    ['abcdef', ['abcdef', 'abcdeg', 'abcxyz', 'uvwxyz'], ['abcdef', 'abcdeg']],
    ['石景山', ['西城区'], []],
    ['ab', ['ax', 'aw', 'av', 'au'], ['au', 'av', 'aw']],
  ])('to %s among %j there is %j', (text, candidates, found) => {
    expect(nearest(text, candidates)).toEqual(found)
  })
})
