import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { textField, type FieldErrors } from '#platform/http/form.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { HOLD_GROUNDS } from '../comments/comment-rules.ts'
import { textsIn } from '../texts.ts'
import { BULK_DEEDS, type BulkDeedKind, type BulkOrder } from './bulk-rules.ts'

/** What was chosen in the list, on the way to its confirmation. */
export type BulkChoice = {
  deed: BulkDeedKind | null
  ids: string[]
  /** All that match the question, not only the ticked ones. */
  all: boolean
  /** The question of the list. */
  query: string
}

export type BulkTyped = { kujt: string; etiketa: string; arsyeja: string; shpjegimi: string }

export const EMPTY_BULK: BulkTyped = { kujt: '', etiketa: '', arsyeja: '', shpjegimi: '' }

/** From the address of the list, or from the form of the confirmation. */
export function readBulkChoice(value: (name: string) => string | undefined, ids: readonly string[]): BulkChoice {
  return {
    deed: BULK_DEEDS.find((one) => one === value('veprimi')) ?? null,
    ids: [...new Set(ids.filter(isUuid))].slice(0, 500),
    all: value('te-gjitha') === 'po',
    query: (value('filtri') ?? '').slice(0, 2000),
  }
}

export const typedOfBulk = (form: FormData): BulkTyped => ({
  kujt: textField(form, 'kujt'),
  etiketa: textField(form, 'etiketa'),
  arsyeja: textField(form, 'arsyeja'),
  shpjegimi: textField(form, 'shpjegimi'),
})

export type BulkRead = { ok: true; order: BulkOrder } | { ok: false; errors: FieldErrors }

export function readBulkOrder(lang: Lang, deed: BulkDeedKind, typed: BulkTyped): BulkRead {
  const t = textsIn(lang).bulk
  switch (deed) {
    case 'release':
      return { ok: true, order: { deed } }
    case 'assign':
      if (typed.kujt === 'askush') return { ok: true, order: { deed, assigneeId: null } }
      return isUuid(typed.kujt)
        ? { ok: true, order: { deed, assigneeId: typed.kujt } }
        : { ok: false, errors: { kujt: t.assigneeError } }
    case 'label':
    case 'unlabel':
      return typed.etiketa !== '' && lengthOf(typed.etiketa) <= 60
        ? { ok: true, order: { deed, label: typed.etiketa } }
        : { ok: false, errors: { etiketa: t.labelError } }
    case 'hold': {
      const ground = HOLD_GROUNDS.find((one) => one === typed.arsyeja)
      const long = lengthOf(typed.shpjegimi) > 1000
      if (ground && !long) return { ok: true, order: { deed, ground, note: typed.shpjegimi || null } }
      return {
        ok: false,
        errors: { ...(ground ? {} : { arsyeja: t.groundError }), ...(long ? { shpjegimi: t.noteError } : {}) },
      }
    }
  }
}
