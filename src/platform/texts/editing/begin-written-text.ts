import type { Official } from '../../auth/visitor.ts'
import type { Services } from '../../services.ts'
import { storeText } from '../store-text.ts'
import type { TextHolder } from '../text-holder.ts'
import { holdText, isRefusal, type TextRefusal } from '../versions/hold-text.ts'

export type BeginWrittenOutcome = { kind: 'begun' } | { kind: 'begun-before' } | TextRefusal

/** A text that is born here: empty, to be written in the office. */
export async function beginWrittenText(
  services: Services,
  holder: TextHolder,
  official: Official,
  id: string,
): Promise<BeginWrittenOutcome> {
  return services.db.begin(async (tx): Promise<BeginWrittenOutcome> => {
    const held = await holdText(tx, holder, official, { id, roles: holder.writers })
    if (isRefusal(held)) return held
    const { record } = held
    if (record.textId !== null) return { kind: 'begun-before' }
    if (record.stage !== 'draft') return { kind: 'final' }
    const at = services.clock.now()
    const { institutionId } = record
    const { textId } = await storeText(tx, {
      institutionId,
      lang: 'sq',
      read: { nodes: [], doubts: [], source: [] },
      source: { kind: 'written', document: null, readAt: at },
    })
    await holder.take(tx, { id, textId, at })
    await holder.note(tx, { institutionId, id, kind: 'text-edited', by: official, at })
    return { kind: 'begun' }
  })
}
