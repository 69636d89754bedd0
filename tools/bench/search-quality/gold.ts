import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** One form as a dictionary has it. Of `folded` there may be several rows: homonyms, and forms that differ by ë alone. */
export type GoldForm = {
  folded: string
  form: string
  lemma: string
  /** N noun, A adjective, V verb. */
  pos: string
  family: string
  /** dev: rules may be made by it; test: they may not. */
  split: string
  /** How often in real text; 0: attested elsewhere. */
  frequency: number
}

export type GoldSet = { name: string; file: string; pos: string; weighted: boolean }

export const GOLD_SETS: readonly GoldSet[] = [
  { name: 'nouns and adjectives, attested', file: 'gold_up.tsv', pos: 'NA', weighted: true },
  { name: 'verbs, attested', file: 'gold_up.tsv', pos: 'V', weighted: true },
  { name: 'nouns, full paradigms', file: 'gold_full.tsv', pos: 'N', weighted: false },
  { name: 'nouns and adjectives, never looked at', file: 'gold_blind.tsv', pos: 'NA', weighted: false },
  { name: 'UniMorph nouns', file: 'gold_um.tsv', pos: 'N', weighted: false },
  { name: 'UniMorph verbs', file: 'gold_um.tsv', pos: 'V', weighted: false },
  { name: 'UD nouns and adjectives', file: 'gold_ud.tsv', pos: 'NA', weighted: false },
  { name: 'UD verbs', file: 'gold_ud.tsv', pos: 'V', weighted: false },
]

/** Null: the file is not among the given ones. */
export async function readGold(folder: string, { file, pos }: GoldSet): Promise<GoldForm[] | null> {
  const text = await readGiven(join(folder, file))
  if (text === null) return null
  return rowsOf(text)
    .map(([folded = '', form = '', lemma = '', kind = '', family = '', split = 'dev', frequency = '0']) => ({
      folded,
      form,
      lemma,
      pos: kind,
      family,
      split,
      frequency: Number(frequency),
    }))
    .filter((one) => pos.includes(one.pos) && /^\p{L}+$/u.test(one.form))
}

/** The civic words with all their forms. */
export async function readCivicForms(folder: string): Promise<Map<string, string[]> | null> {
  const text = await readGiven(join(folder, 'civic_forms.tsv'))
  if (text === null) return null
  const found = new Map<string, string[]>()
  for (const [lemma = '', form = ''] of rowsOf(text)) found.set(lemma, [...(found.get(lemma) ?? []), form])
  return found
}

const rowsOf = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))

async function readGiven(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
