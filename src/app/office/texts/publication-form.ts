import { textField, typedOf, type Parsed } from '#platform/http/form.ts'
import { isSummary } from '#platform/texts/versions/publish-version-rules.ts'
import type { RoomTexts } from './texts.sq.ts'

export type PublicationForm = { summary: string; summaryEn: string | null }

export const PUBLICATION_FIELDS = ['permbledhja', 'permbledhja-en']

/** What a new version changes and why, in the words that everybody will read. */
export function readPublication(form: FormData, words: RoomTexts['summaryErrors']): Parsed<PublicationForm> {
  const summary = textField(form, 'permbledhja')
  const summaryEn = textField(form, 'permbledhja-en') || null
  const errors = {
    ...(!isSummary(summary) && { permbledhja: words.summary }),
    ...(summaryEn !== null && !isSummary(summaryEn) && { 'permbledhja-en': words.summaryEn }),
  }
  return Object.keys(errors).length > 0
    ? { ok: false, errors, typed: typedOf(form, PUBLICATION_FIELDS) }
    : { ok: true, value: { summary, summaryEn } }
}
