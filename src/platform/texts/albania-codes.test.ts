import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nothingIsLost } from './nothing-lost-rules.ts'
import { readPastedText } from './read-pasted-text.ts'

type Row = { number: string; heading: string; body: string; pjesa: string; kreu: string; seksioni: string }

/**
 * Articles that stand in the acts and that whoever made the rows left inside the row before, each after the label that
 * it follows. Seen in the rows' bodies: "Neni 587", "Neni l006" (a scanner's l), "Neni 49 Pasojat …",
 * "… Neni 132", "… Neni 184", "Neni197/8/a".
 */
const IN_OTHER_ROWS: Record<string, [after: string, label: string][]> = {
  'kodi_civil.json': [
    ['586', '587'],
    ['1005', 'l006'],
  ],
  'kodi_familjes.json': [
    ['48', '49'],
    ['131', '132'],
    ['183', '184'],
  ],
  'kodi_punes.json': [['197/8', '197/8/a']],
}

/** The rows printed again as a text with broken lines. They prove numbers and labels of articles, no more. */
function printed(rows: Row[]): string {
  const lines = rows.flatMap((row, at) => {
    const divisions = [row.pjesa, row.kreu, row.seksioni].filter(
      (one, which) =>
        one !== '' &&
        !/ — Neni/.test(one) &&
        one !== [rows[at - 1]?.pjesa, rows[at - 1]?.kreu, rows[at - 1]?.seksioni][which],
    )
    return [...divisions, `Neni ${row.number}`, row.heading, ...row.body.split('\n')]
  })
  return lines.filter((line) => line !== '').join('\n')
}

const folder = join(process.env.KUVEND_REAL_DATA ?? '', 'albania_codes')

describe.skipIf(!process.env.KUVEND_REAL_DATA)('Every code and law of Albania at hand', async () => {
  const names = process.env.KUVEND_REAL_DATA ? (await readdir(folder)).filter((name) => name.endsWith('.json')) : []

  it.each(names)('%s has exactly its articles, with their labels, in order, and loses nothing', async (name) => {
    const rows: Row[] = JSON.parse(await readFile(join(folder, name), 'utf8'))
    const text = printed(rows)
    const read = readPastedText(text)
    const wanted = rows.flatMap((row) => [
      row.number,
      ...(IN_OTHER_ROWS[name] ?? []).filter(([after]) => after === row.number).map(([, label]) => label),
    ])
    expect(read.nodes.filter((node) => node.kind === 'article').map((node) => node.label)).toEqual(wanted)
    expect(nothingIsLost(text.split('\n'), read)).toBeNull()
  })

  it('comes to six acts, 2,163 rows and 2,169 articles', () => {
    expect(names).toHaveLength(6)
  })
})
