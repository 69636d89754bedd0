import type { Transaction } from '#platform/db/database.ts'
import { recordChange } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { publishTextVersion } from '#platform/texts/publish-text-version.ts'
import { listTextVersions } from '#platform/texts/text-queries.ts'
import type { Act } from '../act-queries.ts'
import { ACT_RECORD } from '../act-rules.ts'
import { accountOf, doWithAct, type ActOutcome } from '../do-with-act.ts'
import { listStates, writeState } from './making-queries.ts'

type Order = { by: { accountId: string }; seen: number }
export type LayRefusal = 'no-text' | 'open-doubts' | 'laid-before'

/** What was read in is the text that lay before the council: from here on it never changes, and amendments are written beside it. */
export const layText = (services: Services, id: string, { by, seen }: Order): Promise<ActOutcome<LayRefusal>> =>
  doWithAct<LayRefusal>(services, id, { seen }, async ({ tx, act, at }) => {
    if (act.state === 'void') return 'wrong-state'
    return layDown(tx, act, { by, at })
  })

/** The same inside another deed. */
export async function layDown(
  tx: Transaction,
  { id, institutionId, textId }: Pick<Act, 'id' | 'institutionId' | 'textId'>,
  { by, at }: { by: { accountId: string }; at: Date },
): Promise<'done' | LayRefusal> {
  if (textId === null) return 'no-text'
  if ((await listStates(tx, id)).length > 0) return 'laid-before'
  const draft = (await listTextVersions(tx, textId, false)).find(({ state }) => state === 'draft')
  if (!draft) return 'no-text'
  const outcome = await publishTextVersion(tx, draft.id, at)
  if (outcome.kind !== 'published') return outcome.kind === 'open-doubts' ? 'open-doubts' : 'no-text'
  const state = { institutionId, actId: id, versionId: draft.id, role: 'laid', note: null, at } as const
  await writeState(tx, { ...state, by: accountOf(by) })
  await recordChange(tx, { institutionId, subject: refOf(ACT_RECORD, id), kind: 'text-laid', by, at })
  return 'done'
}
