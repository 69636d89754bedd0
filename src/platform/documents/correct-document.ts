import { mayIn } from '../auth/permissions.ts'
import type { Official } from '../auth/visitor.ts'
import type { Door } from '../door.ts'
import { changedFields, type FieldChange } from '../history/change-rules.ts'
import { recordChange } from '../history/record-change.ts'
import { enterSubjects } from '../ledger/touch-records.ts'
import type { Services } from '../services.ts'
import { refOf } from '../subjects/subject-rules.ts'
import { DOCUMENT_KIND } from '../takedowns/takedown-rules.ts'
import { listDocumentFiles, listDocumentWords, type DocumentWords } from './document-queries.ts'
import { stateWord, type DocumentClass, type DocumentRole } from './document-rules.ts'
import {
  holdDocument,
  moveFilesToLanguage,
  setDocumentWords,
  updateDocument,
  type HeldDocument,
} from './document-writing-queries.ts'
import { documentPermissions } from './permissions.ts'
import { touchedRefs } from './touched-refs-rules.ts'

export type DocumentCorrection = {
  title: string
  role: DocumentRole
  class: DocumentClass
  lang: string
  decorative: boolean
  /** Titles in other languages, and alternative texts. */
  words: readonly { lang: string; title: string | null; alt: string | null }[]
  reason: string | null
  /** `stateWord` of the document as the form showed it. */
  seen: string
}

export type CorrectionOutcome =
  | { kind: 'done' }
  | { kind: 'changed-meanwhile' }
  /** Files of another language stand where these would move to. */
  | { kind: 'language-taken' }
  | { kind: 'taken-down' }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-document' }

/** Corrects what is said of a document. Its files stay as they are; every change of a field stands in its history. */
export async function correctDocument(
  services: Services,
  doors: readonly Door[],
  official: Official,
  id: string,
  correction: DocumentCorrection,
): Promise<CorrectionOutcome> {
  const at = services.clock.now()
  return services.db.begin(async (tx): Promise<CorrectionOutcome> => {
    const before = await holdDocument(tx, id)
    if (!before) return { kind: 'no-such-document' }
    if (!mayCorrect(official, before, correction)) return { kind: 'not-permitted' }
    if (before.takenDown) return { kind: 'taken-down' }
    if (stateWord(before) !== correction.seen) return { kind: 'changed-meanwhile' }
    if (before.lang !== correction.lang) {
      const files = await listDocumentFiles(tx, id)
      if (files.some((file) => file.lang === correction.lang)) return { kind: 'language-taken' }
      await moveFilesToLanguage(tx, id, before.lang, correction.lang)
    }
    const words = await listDocumentWords(tx, id)
    await updateDocument(tx, { ...correction, id })
    for (const one of correction.words) await setDocumentWords(tx, { documentId: id, ...one })
    const fields = fieldsOf(before, words, correction)
    if (fields.length > 0) {
      const { institutionId } = before
      const subject = refOf(DOCUMENT_KIND, id)
      const { reason } = correction
      await recordChange(tx, { institutionId, subject, kind: 'corrected', by: official, at, reason, fields })
    }
    await enterSubjects(tx, services, doors, touchedRefs(refOf(DOCUMENT_KIND, id), before.subject))
    return { kind: 'done' }
  })
}

function mayCorrect(official: Official, before: HeldDocument, after: DocumentCorrection): boolean {
  const { institutionId } = before
  if (!mayIn(official, documentPermissions['documents.write'], institutionId)) return false
  const secret = before.class === 'confidential' || after.class === 'confidential'
  return !secret || mayIn(official, documentPermissions['documents.confidential'], institutionId)
}

/** History cannot be erased, and titles of people's papers hold their names: there it says only that something changed. */
function fieldsOf(before: HeldDocument, words: readonly DocumentWords[], after: DocumentCorrection): FieldChange[] {
  const facts = changedFields(
    { role: before.role, class: before.class, lang: before.lang, decorative: before.decorative },
    { role: after.role, class: after.class, lang: after.lang, decorative: after.decorative },
  )
  const said = changedFields(
    { title: before.title, ...wordsByField(words) },
    { title: after.title, ...wordsByField(after.words) },
  )
  const open = before.addedBy !== null && isOpen(before.class) && isOpen(after.class)
  return [...facts, ...(open ? said : said.map(({ field }) => ({ field, from: null, to: null })))]
}

const isOpen = (of: DocumentClass): boolean => of === 'public' || of === 'internal'

const wordsByField = (words: readonly DocumentWords[]): Record<string, string | null> =>
  Object.fromEntries(
    words.flatMap(({ lang, title, alt }) => [
      [`title-${lang}`, title],
      [`alt-${lang}`, alt],
    ]),
  )
