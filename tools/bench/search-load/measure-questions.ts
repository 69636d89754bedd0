import { viewSearch, type SearchView } from '#platform/search/find/search-view.ts'
import type { SearchSource } from '#platform/search/search-source.ts'
import type { Services } from '#platform/services.ts'
import { markdownTable } from '../search-quality/table.ts'
import type { Question } from './questions.ts'
import { inMs, runAll, timesOf } from './times.ts'

const CALLS = 40

export type Asker = (query: Record<string, string>) => Promise<unknown>

/** As the page asks, without making the page. */
export const askerOfView =
  (services: Services, sources: readonly SearchSource[]): ((query: Record<string, string>) => Promise<SearchView>) =>
  (query) =>
    viewSearch({ services, sources, lang: 'sq' }, query)

/** Each kind of question by one client; then all of them mixed by one and by eight. */
export async function measureQuestions(
  name: string,
  questions: readonly Question[],
  ask: Asker,
  tell?: (question: Question) => Promise<string>,
): Promise<string[]> {
  const rows: string[][] = []
  for (const question of questions) {
    for (const variant of question.variants) await ask(variant)
    const times = timesOf(await runAll(callsOf(question, ask, CALLS), 1))
    rows.push([question.name, (await tell?.(question)) ?? '', inMs(times.p50), inMs(times.p95), inMs(times.p99)])
  }
  const table = markdownTable([name, 'found', 'p50', 'p95', 'p99'], rows)
  const mixed = mix(questions.flatMap((question) => callsOf(question, ask, CALLS / 2)))
  const lines: string[] = []
  for (const callers of [1, 8]) {
    const { p50, p95, p99, count } = timesOf(await runAll(mixed, callers))
    lines.push(
      `- ${name}, all mixed, ${callers} at once (${count} of them): p50 ${inMs(p50)}, p95 ${inMs(p95)}, p99 ${inMs(p99)} ms`,
    )
  }
  return [table, '', ...lines]
}

const callsOf = ({ variants }: Question, ask: Asker, count: number): (() => Promise<unknown>)[] =>
  Array.from({ length: count }, (_, n) => () => ask(variants[n % variants.length] ?? {}))

/** The same order each time, the kinds one after the other. */
const mix = <T>(all: readonly T[]): T[] =>
  all
    .map((one, place) => ({ one, at: (place * 7919) % 104_729 }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one)

/** How many a question finds in its first variant, as the page says it. */
export function foundBy({ outcome }: SearchView): string {
  if (outcome.kind !== 'found') return outcome.kind
  return `${outcome.capped ? 'over ' : ''}${outcome.total}`
}
