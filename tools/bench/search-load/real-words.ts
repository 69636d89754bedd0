import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { readSentences } from '../search-quality/sentences.ts'

export type RealWords = { titles: string[]; sentences: string[] }

/** What synthetic documents are made of: laws, names of tenders, acts of a council. Throws where nothing is given. */
export async function readRealWords(data: string): Promise<RealWords> {
  const laws = (await readSentences(data)) ?? []
  const tenders = await readTenders(join(data, 'kosovo_tender_titles'))
  const acts = await makeActs(join(data, 'acts-generator', 'generate.py'))
  const words = { titles: [...tenders, ...acts.titles], sentences: [...laws, ...acts.sentences] }
  if (words.titles.length === 0 || words.sentences.length === 0)
    throw new Error(
      `No real words in ${data}: set KUVEND_REAL_DATA to the folder with albania_codes and kosovo_tender_titles`,
    )
  return words
}

async function readTenders(folder: string): Promise<string[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.startsWith('kosovo_tenders'))
  const files = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  return files.flatMap((text) => text.split('\n').map((line) => line.trim())).filter((line) => line.length > 10)
}

/** The generator of acts is a program of its own; without Python its words are left out. */
async function makeActs(program: string): Promise<RealWords> {
  const folder = await mkdtemp(join(tmpdir(), 'kuvend-acts-'))
  try {
    await promisify(execFile)('python3', [program, '--n', '20000', '--out', folder])
    const lines = (await readFile(join(folder, 'acts.jsonl'), 'utf8')).split('\n').filter((line) => line !== '')
    const acts = lines.map((line) => JSON.parse(line) as { title: string; body: string })
    const sentences = acts.slice(0, 5000).flatMap(({ body }) => body.split('\n').filter((one) => one.length > 30))
    return { titles: acts.map(({ title }) => title), sentences: [...new Set(sentences)] }
  } catch (error) {
    console.log(`Without the generated acts: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
    return { titles: [], sentences: [] }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
