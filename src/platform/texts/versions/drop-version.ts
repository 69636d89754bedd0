import type { Official } from '../../auth/visitor.ts'
import type { Services } from '../../services.ts'
import type { TextHolder } from '../text-holder.ts'
import { deleteReading } from '../text-writing-queries.ts'
import { holdText, isRefusal, type TextRefusal } from './hold-text.ts'
import { deleteChanges, deleteVersion } from './version-writing-queries.ts'

export type DropOutcome =
  | { kind: 'dropped' }
  /** It was dropped or published before; or it is the first version, which goes only with its record. */
  | { kind: 'no-draft' }
  | TextRefusal

/** Takes away the draft of a later version, with all that was decided about it. Also of a record that is at its end. */
export async function dropVersion(
  services: Services,
  holder: TextHolder,
  official: Official,
  { id, versionId }: { id: string; versionId: string },
): Promise<DropOutcome> {
  return services.db.begin(async (tx): Promise<DropOutcome> => {
    const held = await holdText(tx, holder, official, { id, roles: holder.writers })
    if (isRefusal(held)) return held
    const { record, draft } = held
    if (!draft || draft.id !== versionId || draft.basedOn === null) return { kind: 'no-draft' }
    await deleteChanges(tx, draft.id)
    await deleteReading(tx, draft.id)
    await deleteVersion(tx, draft.id)
    const fields = [{ field: 'version', from: String(draft.n), to: null }]
    const note = { institutionId: record.institutionId, id, by: official, at: services.clock.now(), fields }
    await holder.note(tx, { ...note, kind: 'version-dropped' })
    return { kind: 'dropped' }
  })
}
