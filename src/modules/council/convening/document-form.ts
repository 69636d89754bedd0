import { FILE_LANGUAGES } from '#platform/documents/document-rules.ts'
import type { IncomingFile } from '#platform/files/incoming-file.ts'
import { lengthOf } from '#platform/http/field-rules.ts'
import type { FieldErrors, Parsed, Typed } from '#platform/http/form.ts'
import type { NewDocument } from './keep-documents.ts'
import { PAPER_ROLES } from './paper-rules.ts'
import type { PaperTexts } from './paper-texts.sq.ts'

export const DOCUMENT_FIELDS = ['titulli-dok', 'lloji-dok', 'gjuha-dok']

export function readDocument(typed: Typed, file: IncomingFile | undefined, texts: PaperTexts): Parsed<NewDocument> {
  const t = texts.documents.errors
  const errors: FieldErrors = {}
  const title = typed['titulli-dok'] ?? ''
  if (lengthOf(title) < 1 || lengthOf(title) > 200) errors['titulli-dok'] = t.title
  const role = PAPER_ROLES.find((one) => one === typed['lloji-dok'])
  if (!role) errors['lloji-dok'] = t.role
  const lang = FILE_LANGUAGES.find((one) => one === (typed['gjuha-dok'] || 'sq'))
  if (!lang) errors['gjuha-dok'] = t.lang
  if (!file) errors.dokumenti = t.file
  // A picture of a paper says nothing to who cannot see it.
  if (file?.mediaType.startsWith('image/')) errors.dokumenti = t.picture
  if (!role || !file || !lang || Object.keys(errors).length > 0) return { ok: false, errors, typed }
  return { ok: true, value: { title, role, lang, file } }
}

export function uploadError(texts: PaperTexts, kind: string): string {
  const t = texts.documents.errors
  if (kind === 'too-large') return t.tooLarge
  return kind === 'over-quota' || kind === 'no-space' ? t.noSpace : t.type
}
