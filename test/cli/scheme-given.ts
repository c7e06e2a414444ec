// A shipped scheme put into a desk's file besides its own, for evaluations of subjects.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { readShippedScheme } from '../../src/schemes/library.ts'
import { act } from '../../src/store/act.ts'
import { insertScheme } from '../../src/store/reference.ts'
import { DEED, using } from '../store/house.ts'
import { ROOT } from './run.ts'

export function giveScheme(cwd: string, id: string): void {
  const { source } = readShippedScheme(join(ROOT, 'src', 'schemes'), id)
  const sha256 = createHash('sha256').update(source).digest('hex')
  using(join(cwd, 'chengxin.db'), store =>
    act(store, DEED, writer => {
      insertScheme(writer, { id, sha256, source })
      return { result: null, summary: { scheme: id } }
    }),
  )
}
