// The year of the sample city up to the proposal, in a folder of one's own.
import { join } from 'node:path'
import { done, FINALIZE, folder, SAMPLES } from './run.ts'

/** Where chengxin.db stands. */
export async function cityYear(): Promise<string> {
  const cwd = folder()
  const city = (name: string) => join(SAMPLES, 'city', `${name}.csv`)
  const files = [
    ...['agency roster', 'complaint complaints', 'penalty penalties', 'honor honors'],
    ...['commitment commitments', 'activity activities', 'inspection inspection'],
  ]
  const lines = [
    'init',
    ...files.map(pair => {
      const [noun, name] = pair.split(' ')
      return `${noun} import ${city(name!)}`
    }),
    'evaluation open --year 2013 --as-of 2013-10-31',
    ...[`evaluation import ${city('scores')}`, 'evaluation run', FINALIZE, 'nomination propose'],
  ]
  for (const line of lines) await done(cwd, line)
  return cwd
}
