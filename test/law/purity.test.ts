import { describe, expect, it } from 'vitest'
import { findLines, isIn, isProgram, sources, withoutComments } from './sources.ts'

const CLOCK = /\bnew Date\(\s*\)|\bDate\.now\(|\bnew Date\b(?!\()|\bTemporal\.Now\b/
const CHANCE = /\bMath\.random\(|\brandom(UUID|Bytes|Int|FillSync|Fill)\b|\bgetRandomValues\b/

/** Where the time of day is asked for outside the rooms, and why. */
const MAY_ASK: Record<string, string> = {
  'src/platform/time/clock.ts': 'it is the clock',
}

const code = (wanted: (file: string) => boolean) =>
  sources(wanted).map(({ file, text }) => ({ file, text: withoutComments(text) }))

describe('the time of day', () => {
  it('is handed in: nothing that runs asks for it by itself', () => {
    const asks = code((file) => isProgram(file) && !(file in MAY_ASK)).flatMap((source) => findLines(source, CLOCK))
    expect(asks).toEqual([])
  })

  it('is found where somebody asks for it', () => {
    const words = ['const now = new Date()', 'Date.now() + 5', 'dates.map(() => new Date)']
    for (const text of words) expect(findLines({ file: 'a.ts', text }, CLOCK)).toHaveLength(1)
    for (const text of ['new Date(moment)', 'clock.now()']) expect(findLines({ file: 'a.ts', text }, CLOCK)).toEqual([])
  })
})

describe('chance', () => {
  it('has no part in rules, queries, views and pages: the same gives the same', () => {
    const rooms = ['rules', 'texts', 'urls', 'queries', 'view', 'part', 'page', 'form'] as const
    const draws = code((file) => isProgram(file) && isIn(file, rooms) && !(file in DRAWS)).flatMap((source) =>
      findLines(source, CHANCE),
    )
    expect(draws).toEqual([])
  })
})

/** Ids that the database does not make itself. */
const DRAWS: Record<string, string> = {
  'src/platform/texts/text-writing-queries.ts':
    'nodes name their parents, so they need their ids before they are written',
}
