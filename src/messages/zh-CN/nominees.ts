// 推荐名单上的裁定、报送材料的用词。
import type { ProblemTextsOf } from '../problem-texts.ts'

type Named = { name: string; total: string | null }
const scored = ({ name, total }: Named) => (total === null ? name : `${name}（${total}）`)

export const column = {}

export const help = {
  'nomination settle': '末位并列的，登记如何决定、选了谁',
  'nomination add': '人工增列一家，须写明理由；超出名额的核对时会报出',
  'nomination drop': '人工撤下一家，须写明理由；空出的名额重新提出时递补',
  '--gate-off': '停用一项推荐条件，对全部候选机构有效；可重复',
  '--gate-on': '恢复停用的推荐条件；可重复',
  '--relax-share': '放宽一个推荐范围的经营性比例',
  '--keep-share': '恢复一个推荐范围的经营性比例',
  '--decision': '只列某种结论，可重复',
  '--choose': '并列者中选定的，有几个名额写几个；可重复',
  'nomination --withdraw': '撤回原来的决定，恢复原状',
}

export const said = {
  tieMethod: { rule: '按规则', vote: '经表决', lot: '经抽签' },
  atLine: (l: { district: string; in: Named; out: Named; difference: string | null }) =>
    `${l.district}：末位入选 ${scored(l.in)}，首位落选 ${scored(l.out)}${l.difference === null ? '' : l.difference === '0.00' ? '，总分相同，由后面的排序项分出' : `，相差 ${l.difference} 分`}`,
  shareCosts: (l: { district: string; in: Named; out: Named; cost: string | null }) =>
    `${l.district}：因经营性比例，以 ${scored(l.in)} 代替 ${scored(l.out)}${l.cost === null ? '' : `，代价 ${l.cost} 分`}`,
  shareEmpty: (l: { district: string; out: Named }) =>
    `${l.district}：因经营性机构不足，${scored(l.out)} 未能入选，名额空出`,
  shareWaived: (l: { district: string; held: number; nominated: number }) =>
    `${l.district}：经营性比例已放宽，现推荐 ${l.nominated} 家；按比例${l.held < l.nominated ? '只能' : '也可'}推荐 ${l.held} 家`,
  waivedShare: (required: number) => `${required}（放宽）`,
  gateOff: (gate: string) => `停用条件“${gate}”`,
  shareOff: (district: string) => `${district}放宽经营性比例`,
  tieSettled: (t: { district: string; method: string; chosen: string[] }) =>
    `${t.district}末位并列${t.method}选定 ${t.chosen.join('、')}`,
  tieReopened: (district: string) => `${district}末位并列的决定已撤回`,
  stillTied: (t: { district: string; open: number }) => `${t.district}还有 ${t.open} 个名额并列待定`,
  openTie: (t: { district: string; open: number; tied: string[] }) =>
    `${t.district}：${t.open} 个名额并列待定：${t.tied.join('、')}`,
  checkNext: '接下来：chengxin nomination check',
  addedBy: (name: string) => `人工增列 ${name}`,
  droppedBy: (name: string) => `人工撤下 ${name}`,
  droppedByObjection: (d: { name: string; objection: number }) =>
    `公示异议成立（第 ${d.objection} 号异议），撤下 ${d.name}`,
  wasNotIn: (name: string) => `${name}原来不在推荐之列，撤下后不会递补`,
  handTaken: (name: string) => `${name}的人工决定已撤回`,
  nowNominated: (t: { district: string; nominated: number; places: number }) =>
    `；${t.district}现推荐 ${t.nominated} 家，名额 ${t.places} 个`,
  overPlaces: (t: { district: string; nominated: number; places: number }) =>
    `提醒：${t.district}超出名额 ${t.nominated - t.places} 家，chengxin nomination check 不会通过`,
  nextIn: (next: Named[]) => `下一位：${next.map(scored).join('、')}；运行 chengxin nomination propose 递补`,
  ruling: (r: { what: string; reason: string; signer: string; on: string; applies: boolean }) =>
    `裁定：${r.what}，理由：${r.reason}（${r.signer}，${r.on}）${r.applies ? '' : '；情况已变，这一裁定现已不适用'}`,
  notRuled: '没有作出任何更改',
}

const signed = (p: { signer: string | null; on: string | null }) =>
  p.signer === null ? '' : `（${p.signer}，${p.on}）`

const now = (p: { now: string | null; gates: readonly (string | null)[] }) =>
  ({
    ineligible: `不满足推荐条件：${p.gates.map(name => name ?? '总分未定').join('、')}`,
    passed_over: '排在名额之外',
    tied: '排序并列待定',
    dropped: '要人工撤下',
  })[p.now ?? ''] ?? '不在评估之列'

export const problems: ProblemTextsOf<'CX134' | 'CX135'> = {
  CX1340: p =>
    ({
      on: { what: `条件“${p.gate}”没有停用`, fix: '用 chengxin nomination list 查看现有裁定' },
      off: {
        what: `条件“${p.gate}”已经停用${signed(p)}`,
        fix: '要恢复的，用 chengxin nomination propose --gate-on',
      },
      off_in_scheme: {
        what: `条件“${p.gate}”在方案里没有启用`,
        fix: '要启用的，修改方案文件后用 chengxin scheme add --replace 换上',
      },
    })[p.state],
  CX1341: p =>
    p.lack === 'no_share'
      ? { what: `${p.district}没有经营性比例的要求`, fix: '不需要放宽' }
      : { what: '方案不允许放宽经营性比例', fix: '按比例推荐，不足的少推荐' },
  CX1342: p =>
    p.waived
      ? {
          what: `${p.district}的经营性比例已经放宽${signed(p)}`,
          fix: '要恢复的，用 chengxin nomination propose --keep-share',
        }
      : { what: `${p.district}的经营性比例没有放宽`, fix: '不需要恢复' },
  CX1343: p => ({ what: `方案 ${p.scheme} 的名额不分推荐范围，一起竞争`, fix: '去掉 --district' }),
  CX1344: p => ({
    what: '没有写明推荐范围',
    why: '名额按推荐范围分配，并列各自决定',
    fix: `用 --district 写明：${p.available}`,
  }),
  CX1345: p => ({
    what: `${p.district}没有待定的并列${p.settled ? '，原有的并列已经决定' : ''}`,
    fix: p.settled
      ? '要重新决定的，先用 chengxin nomination settle --withdraw 撤回'
      : '用 chengxin nomination list 查看名单',
  }),
  CX1346: p => ({
    what: `${p.candidate}不在${p.district}末位并列之中`,
    fix: `在并列者中选：${p.tied}`,
  }),
  CX1347: p => ({
    what: `${p.district}的并列还有 ${p.open} 个名额，选了 ${p.chosen} 家`,
    fix: `在并列者中正好选 ${p.open} 家：${p.tied}`,
  }),
  CX1348: p => ({
    what: `${p.district}选 ${p.chosen} 不合经营性比例`,
    why: `经营性机构应占推荐的 ${p.percent}% 以上`,
    fix: '多选经营性机构，或先用 chengxin nomination propose --relax-share 放宽',
  }),
  CX1349: p => ({
    what: `${p.district}没有可撤回的并列决定`,
    fix: '用 chengxin nomination list 查看现有裁定',
  }),
  CX1350: p => {
    const ids = p.gates.flatMap(g => (g.id === null ? [] : [g.id]))
    return {
      what: `${p.candidate}不符合推荐条件：${p.gates.map(g => g.name ?? '总分未定').join('、')}`,
      fix:
        ids.length < p.gates.length
          ? '先补齐评分或佐证，重新计算、审定'
          : `确需推荐的，先停用条件并写明理由：chengxin nomination propose ${ids.map(id => `--gate-off ${id}`).join(' ')} --reason 理由`,
    }
  },
  CX1351: p => ({
    what: `${p.candidate}已在推荐之列${p.signer === null ? '' : `，由人工增列${signed(p)}`}`,
    fix: '不需要增列',
  }),
  CX1352: p => ({
    what: `${p.candidate}已经撤下${signed(p)}`,
    fix: '要恢复的，用 chengxin nomination drop --withdraw，或用 nomination add 增列',
  }),
  CX1353: p => ({
    what: `${p.candidate}不符合推荐条件，本来就不在推荐之列`,
    fix: '用 chengxin nomination list 查看理由',
  }),
  CX1354: p => ({
    what: `${p.candidate}没有人工${p.how === 'add' ? '增列' : '撤下'}，无可撤回`,
    fix: '用 chengxin nomination list 查看现有裁定',
  }),
  CX1355: p => ({
    what: `${p.candidate}没有填推荐范围，而名额按推荐范围分配`,
    fix: '先在主体登记里补上推荐范围，再运行 chengxin nomination propose',
  }),
  CX1356: p => ({
    what: `${p.candidate}${p.state === 'titled' ? '已凭本次评估授予称号' : '已经公示'}，现在${now(p)}`,
    why: '已公示、已授予称号的，不因重新提出而离开名单',
    fix: `${p.state === 'titled' ? '确要取消的，先用 chengxin title revoke 撤销称号' : '确要撤下的，用 chengxin nomination drop 写明理由'}${p.now === 'passed_over' || p.now === 'tied' ? '；要保留的，用 nomination drop 撤下新列到前面的' : ''}`,
  }),
  CX1358: p => ({
    what: `${p.candidate}的公示异议已于 ${p.on} 成立，已经移出名单`,
    why: '异议成立的，本次不再列入名单',
    fix: '空出的名额用 chengxin nomination propose 递补，再 chengxin publicity open 补充公示',
  }),
  CX1357: p => ({
    what: `${p.district}的名单已经公示，其中还没有公示的：${p.names}`,
    fix: '用 chengxin publicity open 补充公示',
  }),
}
