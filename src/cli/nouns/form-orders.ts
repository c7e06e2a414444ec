// form rectification, revocation, plate: what is ordered, and what is taken back.
import { type Command, Option } from 'commander'
import { Refusal } from '../../domain/refusal.ts'
import { addVerb, districtOption, type Front, fileOptions, textOption } from '../front.ts'
import { folderOption, formatOption, writePapers, writeTable } from '../papers-out.ts'

export function addOrderForms(front: Front, noun: Command): void {
  addRectification(front, noun)
  addRevocation(front, noun)
  addPlate(front, noun)
}

function addRectification(front: Front, noun: Command): void {
  const { help } = front.m.words
  addVerb(front, noun, {
    usage: 'rectification [record]',
    examples: [
      'form rectification 91110101CXJG000315 -o order.docx',
      'form rectification 样例惩字〔2013〕3号 --out orders',
      'form rectification --all --batch 春雷2013 --out orders',
      'form rectification --all --district 朝阳区 --format csv',
    ],
    options: [
      new Option('--all', help['form rectification --all']),
      new Option('--batch <name>', help['--batch']),
      districtOption(front.m),
      formatOption(front.m, 'docx', 'csv'),
      folderOption(front.m),
      ...fileOptions(front.m),
    ],
    run: async (shell, [which], options) => {
      const { said } = shell.m.words
      if ((which === undefined) !== (options.all === true))
        throw new Refusal('CX6001', { message: said.recordOrAll })
      const { planRectifications, REGULATIONS_SINCE } = await import('../../work/papers/rectification.ts')
      const { orders, earlier, past } = planRectifications(shell.desk(), {
        which: which ?? null,
        batch: textOption(options, 'batch'),
        district: textOption(options, 'district'),
      })
      if (orders.length === 0) {
        shell.say(said.nothingToOrder)
        return
      }
      if (earlier > 0) shell.say(shell.color.yellow(said.citesLaterLaw(earlier, REGULATIONS_SINCE)))
      if (past.length > 0) shell.say(shell.color.yellow(said.ordersPastDue(past)))
      if (textOption(options, 'format') === 'csv') {
        const header = ['推荐范围', '统一社会信用代码', '名称', '来源', '发现的问题', '整改期限']
        const rows = orders.map(o => [o.district, o.code, o.name, o.source, o.found.join('；'), o.due])
        await writeTable(shell, [header, ...rows], '责令整改.csv', options)
        return
      }
      await writePapers(
        shell,
        orders.map(o => o.paper),
        options,
      )
    },
  })
}

function addRevocation(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'revocation <title>',
    examples: ['form revocation P-1020 -o draft.docx'],
    options: [formatOption(front.m, 'docx'), folderOption(front.m), ...fileOptions(front.m)],
    run: async (shell, [title = ''], options) => {
      const { planRevocation } = await import('../../work/papers/revocation.ts')
      const { paper, draft } = planRevocation(shell.desk(), title)
      if (draft) shell.say(shell.color.yellow(shell.m.words.said.draftOnly))
      await writePapers(shell, [paper], options)
    },
  })
}

function addPlate(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'plate <title>',
    examples: ['form plate P-1020 -o receipt.docx'],
    options: [formatOption(front.m, 'docx'), folderOption(front.m), ...fileOptions(front.m)],
    run: async (shell, [title = ''], options) => {
      const { planPlateReceipt } = await import('../../work/papers/plate-receipt.ts')
      await writePapers(shell, [planPlateReceipt(shell.desk(), title)], options)
    },
  })
}
