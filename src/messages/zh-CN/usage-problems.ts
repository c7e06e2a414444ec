// Problems of a command line (60xx): what it names, and what may not be written.
import type { ProblemTextsOf } from '../problem-texts.ts'

export const usageProblems: ProblemTextsOf<'CX60'> = {
  CX6001: p => ({ what: p.message, fix: '加 --help 查看用法' }),
  CX6002: p => ({ what: `${p.option} 不能是“${p.value}”`, fix: `可选：${p.allowed}` }),
  CX6003: p =>
    p.papers === 0
      ? { what: '所选范围内没有文书可写，没有写出文件', fix: '按上面说的去办，或换一个范围' }
      : { what: `-o 只能写一份，现有 ${p.papers} 份`, fix: '用 --out 指定文件夹' },
  CX6004: p => ({ what: `${p.name} 不是文字，不能显示在屏幕上`, fix: '用 -o 指定文件名' }),
  CX6005: p => ({
    what: `“${p.value}”不是校验码，也不是日志校验值`,
    fix: '用页脚的校验码，或“日志第几条”后面的那一串，至少 6 位',
  }),
  CX6006: p => ({ what: `${p.option} 没有这一天：${p.value}`, fix: '改正日期' }),
  CX6007: p => ({
    what: p.path === '-' ? '标准输出只能给一样东西用' : `${p.path} 被指定了两次`,
    fix: '退回文件、问题清单和结果各用一个文件名',
  }),
  CX6008: p => ({ what: `没有列对照可以存为“${p.name}”`, fix: '用 --map 列名=字段 或 --mapping 指明列对照' }),
  CX6009: p => ({
    what: `${p.path} 是数据库（含其附属文件）或要读取的文件，不能被覆盖`,
    fix: '换一个文件名',
  }),
  CX6010: p => ({
    what:
      p.format === null
        ? `${p.file} 的扩展名不是本命令能写的格式`
        : `${p.file} 的扩展名与格式 ${p.format} 不一致`,
    fix: `改用扩展名 ${p.allowed}${p.format === null ? '' : '，或者去掉 --format、--json'}`,
  }),
}
