import type { Queryable } from '#platform/db/database.ts'
import { listNodeChanges, listNodes, listTextVersions, type TextVersion } from '#platform/texts/text-queries.ts'
import { listAmendments, listStates, type Amendment, type StateRow } from './making-queries.ts'
import { changedPlaces, orphansOf, type ChangedPlace } from './place-rules.ts'

/** How far the text of an act is on its way from the laid to the adopted one. */
export type TextOfAct = {
  amendments: Amendment[]
  states: StateRow[]
  /** Newest first. */
  versions: TextVersion[]
  draft: TextVersion | null
  /** What the draft changes against the version that it continues. */
  places: ChangedPlace[]
  orphans: ChangedPlace[]
}

export async function viewTextOfAct(db: Queryable, act: { id: string; textId: string | null }): Promise<TextOfAct> {
  const [amendments, states, versions] = await Promise.all([
    listAmendments(db, act.id),
    listStates(db, act.id),
    act.textId === null ? [] : listTextVersions(db, act.textId, false),
  ])
  const draft = versions.find(({ state }) => state === 'draft') ?? null
  const places = draft?.basedOn ? await placesOf(db, draft.id, draft.basedOn) : []
  return { amendments, states, versions, draft, places, orphans: orphansOf(places, amendments) }
}

async function placesOf(db: Queryable, draftId: string, basedOn: string): Promise<ChangedPlace[]> {
  const [changes, from, to] = await Promise.all([
    listNodeChanges(db, draftId),
    listNodes(db, basedOn),
    listNodes(db, draftId),
  ])
  return changedPlaces(changes, from, to)
}
