import type { DocumentCorrection } from '#platform/documents/correct-document.ts'
import {
  DOCUMENT_CLASSES,
  DOCUMENT_ROLES,
  FILE_LANGUAGES,
  needsAlternative,
  stateWord,
} from '#platform/documents/document-rules.ts'
import { lengthOf } from '#platform/http/field-rules.ts'
import { typedOf, type FieldErrors, type Parsed, type Typed } from '#platform/http/form.ts'
import type { DocumentHead, DocumentWords } from '#platform/documents/document-queries.ts'
import type { OfficeDocumentTexts } from './texts.sq.ts'

const LONGEST = { title: 200, alt: 500, reason: 1000 } as const

/** The document as it stands. */
type Standing = { document: DocumentHead; words: readonly DocumentWords[]; isPicture: boolean }

export const CORRECTION_FIELDS = [
  'titulli',
  'roli',
  'klasa',
  'gjuha',
  'dekorative',
  'arsyeja',
  'pare',
  ...FILE_LANGUAGES.flatMap((lang) => [`titulli-${lang}`, `alt-${lang}`]),
]

/** The document as it stands, as the form shows it first. */
export function typedFrom({ document, words }: Omit<Standing, 'isPicture'>): Typed {
  const said = words.flatMap(({ lang, title, alt }): [string, string][] => [
    [`titulli-${lang}`, title ?? ''],
    [`alt-${lang}`, alt ?? ''],
  ])
  return {
    ...Object.fromEntries(said),
    titulli: document.title,
    roli: document.role,
    klasa: document.class,
    gjuha: document.lang,
    dekorative: document.decorative ? 'po' : '',
    pare: stateWord(document),
  }
}

export function readCorrection(
  form: FormData,
  { document, isPicture, words }: Standing,
  texts: OfficeDocumentTexts,
): Parsed<DocumentCorrection> {
  const t = texts.correct.errors
  const typed = typedOf(form, CORRECTION_FIELDS)
  const errors: FieldErrors = {}
  const title = typed.titulli ?? ''
  if (title === '' || lengthOf(title) > LONGEST.title) errors.titulli = t.title
  const role = DOCUMENT_ROLES.find((one) => one === typed.roli)
  if (!role) errors.roli = t.role
  const of = DOCUMENT_CLASSES.find((one) => one === typed.klasa)
  if (!of) errors.klasa = t.class
  const lang = FILE_LANGUAGES.find((one) => one === typed.gjuha)
  if (!lang) errors.gjuha = t.lang
  for (const one of FILE_LANGUAGES) {
    if (lengthOf(typed[`titulli-${one}`] ?? '') > LONGEST.title) errors[`titulli-${one}`] = t.title
    if (lengthOf(typed[`alt-${one}`] ?? '') > LONGEST.alt) errors[`alt-${one}`] = t.altLength
  }
  const decorative = isPicture && typed.dekorative === 'po'
  const mediaType = isPicture ? 'image/' : ''
  const mustSay = role !== undefined && needsAlternative({ mediaType, role }) && !decorative
  if (mustSay && lang && typed[`alt-${lang}`] === '') errors[`alt-${lang}`] = t.alt
  if (lengthOf(typed.arsyeja ?? '') > LONGEST.reason) errors.arsyeja = t.reason
  if (Object.keys(errors).length > 0 || !role || !of || !lang) return { ok: false, errors, typed }
  const said = FILE_LANGUAGES.map((one) => ({
    lang: one,
    title: one === lang ? null : typed[`titulli-${one}`] || null,
    alt: isPicture ? typed[`alt-${one}`] || null : (words.find((word) => word.lang === one)?.alt ?? null),
  }))
  const { arsyeja, pare = '' } = typed
  const facts = { title, role, class: of, lang, decorative: isPicture ? decorative : document.decorative }
  return { ok: true, value: { ...facts, words: said, reason: arsyeja || null, seen: pare } }
}
