import type { Database } from '#platform/db/database.ts'

type Statement = { text: string; values: unknown[] }

/** The statements that a work sends, with what was sent in them. */
export async function statementsOf(db: Database, work: () => Promise<unknown>): Promise<Statement[]> {
  const seen: Statement[] = []
  const options = db.options as { debug?: unknown }
  options.debug = (_connection: number, text: string, values: unknown[]) => void seen.push({ text, values })
  try {
    await work()
  } finally {
    options.debug = false
  }
  return seen
}

/** The longest of the statements, explained as it is run: under all the settings that stand before it. */
export async function planOf(db: Database, statements: readonly Statement[]): Promise<string[]> {
  const asked = statements.filter(({ text }) => text.includes('search_documents'))
  const [longest] = asked.toSorted((one, other) => other.text.length - one.text.length)
  if (!longest) return []
  const settings = statements.filter(({ text }) => text.includes('set_config'))
  const rows = await db.begin(async (tx) => {
    for (const { text, values } of settings) await tx.unsafe(text, values as never[])
    return tx.unsafe<{ queryPlan: string }[]>(
      `explain (analyze, buffers, costs off, timing on, summary on) ${longest.text}`,
      longest.values as never[],
    )
  })
  return rows.map((row) => String(Object.values(row)[0]))
}

/** What says how rows were found, and what it cost: steps over the index table, their rows, and the pages they read. */
export const shortened = (plan: readonly string[]): string[] =>
  plan
    .filter((line) => /->|Scan|Buffers: |Execution Time|Planning Time|Rows Removed|Index Cond/.test(line))
    .map((line) => (line.length > 160 ? `${line.slice(0, 157)}…` : line))
    .slice(0, 40)
