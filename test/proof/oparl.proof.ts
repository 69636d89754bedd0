import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { passedTests } from './run-tests.ts'

const DATA = process.env.KUVEND_REAL_DATA || join(import.meta.dirname, '../../../shared/data')

/**
 * The council of a real city and a real assembly, whole: the city is served by a small OParl server and taken in, again without
 * a change, and goes out equal apart from ids; the assembly comes in from Popolo and goes out with the same counts.
 */
export async function prove(): Promise<string[]> {
  if (!existsSync(join(DATA, 'karlsruhe_oparl'))) throw new Error(`No karlsruhe_oparl in ${DATA}: set KUVEND_REAL_DATA`)
  const folder = await mkdtemp(join(tmpdir(), 'kuvend-oparl-'))
  try {
    const figures = join(folder, 'figures.json')
    const rooms = ['oparl', 'popolo'].map((name) => `src/modules/council/exchange/${name}.test.ts`)
    const passed = await passedTests(rooms, { KUVEND_REAL_DATA: DATA, OPARL_FIGURES: figures })
    const said = JSON.parse(await readFile(figures, 'utf8')) as Figures
    const counts = Object.entries(said.source).map(([type, n]) => `${n} ${type}`)
    return [
      `${passed} tests hold`,
      `${counts.join(', ')}: taken in over HTTP in ${said.first} s, again without a change in ${said.again} s`,
      `given out again, every list to its end, each object valid by the schemas of OParl 1.1.1 and equal to its source, in ${said.crawl} s`,
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type Figures = { source: Record<string, number>; first: number; again: number; crawl: number }
