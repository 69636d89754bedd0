import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readPastedText } from '#platform/texts/read-pasted-text.ts'
import type { ReadText } from '#platform/texts/text-rules.ts'

/** Codes and laws of Albania at hand, printed again from their rows and read as a pasted text. */

export const ACTS = ['kushtetuta', 'kodi_punes', 'kodi_familjes', 'ligji_qkb', 'kodi_rrugor', 'kodi_civil'] as const
export type Act = (typeof ACTS)[number]

/** Seen from the repository, where every command runs. */
const FOLDER = join(process.env.KUVEND_REAL_DATA ?? '../shared/data', 'albania_codes')

type Row = { number: string; heading: string; body: string; pjesa: string; kreu: string; seksioni: string }

export const readAct = async (act: Act): Promise<ReadText> => readPastedText(await actWords(act))

export async function actWords(act: Act): Promise<string> {
  const rows = JSON.parse(await readFile(join(FOLDER, `${act}.json`), 'utf8')) as Row[]
  const lines = rows.flatMap((row, at) => {
    const above = rows[at - 1]
    const divisions = (['pjesa', 'kreu', 'seksioni'] as const)
      .filter((one) => row[one] !== '' && !row[one].includes(' — Neni') && row[one] !== above?.[one])
      .map((one) => row[one])
    return [...divisions, `Neni ${row.number}`, row.heading, ...row.body.split('\n')]
  })
  return lines.filter((line) => line !== '').join('\n')
}
