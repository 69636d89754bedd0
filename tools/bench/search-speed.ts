import { writeFile } from 'node:fs/promises'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { doors } from '#app/doors.ts'
import { buildWeb } from '#app/web.ts'
import type { Database } from '#platform/db/database.ts'
import { countWords } from '#platform/search/index/count-words.ts'
import type { SearchSource } from '#platform/search/search-source.ts'
import { viewSuggestions } from '#platform/search/find/suggestion-view.ts'
import { loadAssets } from '#ui/assets.ts'
import { proofServices } from '#test/proof/proof-services.ts'
import { withBenchDatabase } from './search-quality/bench-database.ts'
import { loadDocuments, timed } from './search-load/load-documents.ts'
import { askerOfView, foundBy, measureQuestions } from './search-load/measure-questions.ts'
import { planOf, shortened, statementsOf } from './search-load/plans.ts'
import { questionsOf, type Question } from './search-load/questions.ts'
import { readRealWords } from './search-load/real-words.ts'
import type { LoadHouse } from './search-load/synthetic-documents.ts'
import { inMs, runAll, timesOf } from './search-load/times.ts'

type Print = (line: string) => void

/**
 * Searching, suggesting and refreshing among so many synthetic documents made of real words. SEARCH_LOAD_FOLDER keeps the database
 * for a second look, which then loads nothing.
 */
export async function measureSearch(print: Print, documents: number): Promise<void> {
  const words = await readRealWords(process.env.KUVEND_REAL_DATA || '../shared/data')
  print(`${new Date().toISOString()}, ${availableParallelism()} processors, load before: ${loadavg()[0]?.toFixed(1)}`)
  const { SEARCH_LOAD_FOLDER: folder } = process.env
  await withBenchDatabase(
    async (db, url) => {
      const house = await loadDocuments(db, url, documents, words, print)
      await timed(print, 'words counted for suggestions', async () => `${await countWords({ db })} of them`)
      await measureAll(db, house, print)
    },
    { connections: 10, ...(folder && { folder }) },
  )
}

async function measureAll(db: Database, house: LoadHouse, print: Print): Promise<void> {
  const services = proofServices(db, tmpdir())
  const sources = sourcesOf(house)
  const view = askerOfView(services, sources)
  const questions = await questionsOf(db, house)
  const tell = async ({ variants: [first = {}] }: Question) => foundBy(await view(first))
  for (const line of await measureQuestions('search', questions, view, tell)) print(line)
  const begun = ['ba', 'bash', 'kont', 'ujë', 'per', 'ndri', 'tar', 'lig']
  const suggesting = Array.from({ length: 80 }, (_, n) => () => viewSuggestions(db, begun[n % begun.length] ?? ''))
  const { p50, p95, p99 } = timesOf(await runAll(suggesting, 1))
  print(`- suggestions while typing: p50 ${inMs(p50)}, p95 ${inMs(p95)}, p99 ${inMs(p99)} ms`)
  await writePlans(db, questions, view)
  loadAssets()
  const app = buildWeb(services)
  const page = async (query: Record<string, string>) => {
    const answer = await app.request(`/kerko?${new URLSearchParams(query)}`)
    await answer.arrayBuffer()
    if (answer.status !== 200) throw new Error(`/kerko?${new URLSearchParams(query)} answered ${answer.status}`)
  }
  for (const line of await measureQuestions('page', questions, page)) print(line)
  print(`load after: ${loadavg()[0]?.toFixed(1)}; ${cpus()[0]?.model}`)
}

/** The plans of all kinds of questions, for whoever wants to know why one is slow. */
async function writePlans(
  db: Database,
  questions: readonly Question[],
  view: (query: Record<string, string>) => Promise<unknown>,
) {
  const parts: string[] = []
  for (const { name, variants } of questions) {
    const [first = {}] = variants
    const statements = await statementsOf(db, () => view(first))
    const plan = shortened(await planOf(db, statements))
    parts.push(
      `## ${name}\n\n\`${JSON.stringify(first)}\`, ${statements.length} statements\n\n\`\`\`\n${plan.join('\n')}\n\`\`\`\n`,
    )
  }
  await writeFile('.build/search-plans.md', parts.join('\n'))
}

/** Those of the doors; a kind that has none yet is lent one, so that it can be asked for. */
function sourcesOf({ kinds }: LoadHouse): SearchSource[] {
  const sources = doors.flatMap((door) => door.search ?? [])
  const lent = Object.values(kinds)
    .filter(({ kind }) => !sources.some((one) => Object.hasOwn(one.kinds, kind)))
    .map(({ kind, subjectKind, states }): SearchSource => {
      const names = { one: kind, many: kind }
      const words = Object.fromEntries(states.map((state) => [state, { sq: state, en: state }]))
      return {
        subjectKind,
        kinds: { [kind]: { sq: names, en: names } },
        states: words,
        find: async () => [],
        idsAfter: async () => [],
      }
    })
  return [...sources, ...lent]
}
