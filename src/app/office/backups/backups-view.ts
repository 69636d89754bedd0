import { DEFAULT_SETTINGS } from '#platform/backup/rotation-rules.ts'
import { findSettings, listRuns, type BackupSettings, type RunRow } from '#platform/backup/run-queries.ts'
import { readListKey, writeListKey } from '#platform/lists/list-key.ts'
import type { Services } from '#platform/services.ts'

const AT_ONCE = 25
export const STATES = ['running', 'verified', 'failed'] as const

export type BackupsView = {
  settings: BackupSettings
  state: (typeof STATES)[number] | null
  runs: readonly RunRow[]
  /** The key of the next page, and whether this is not the first. */
  older: string | null
  later: boolean
}

export async function viewBackups(
  { db }: Pick<Services, 'db'>,
  asked: { state: string | undefined; after: string | undefined },
): Promise<BackupsView> {
  const state = STATES.find((one) => one === asked.state) ?? null
  const after = readListKey(asked.after)
  const [settings, runs] = await Promise.all([findSettings(db), listRuns(db, { state, after, limit: AT_ONCE + 1 })])
  const shown = runs.slice(0, AT_ONCE)
  const last = shown.at(-1)
  const older = runs.length > AT_ONCE && last ? writeListKey({ at: last.startedAt, id: last.id }) : null
  return { settings: settings ?? DEFAULT_SETTINGS, state, runs: shown, older, later: after !== null }
}

export const viewSettings = async ({ db }: Pick<Services, 'db'>): Promise<BackupSettings> =>
  (await findSettings(db)) ?? DEFAULT_SETTINGS
