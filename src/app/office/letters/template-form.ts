import { lengthOf } from '#platform/http/field-rules.ts'
import { typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import {
  LETTER_KINDS,
  LETTER_LIMITS,
  type LetterLang,
  type OfficialLetterKind,
} from '#platform/letters/official-letter-rules.ts'
import type { TemplateFields } from '#platform/letters/template-queries.ts'
import { problemsIn } from '#platform/letters/template-rules.ts'
import type { LetterTexts } from './texts.sq.ts'

const FIELDS = [
  'institucioni',
  'lloji',
  'emri',
  'gjuha',
  'lenda',
  'teksti',
  'ankimi',
  'lenda-tjeter',
  'teksti-tjeter',
  'ankimi-tjeter',
  'versioni',
  'dergesa',
] as const

export type ReadTemplate = {
  typed: Typed
  errors: FieldErrors
  fields: TemplateFields
  kind: OfficialLetterKind
  version: number
}

export function readTemplateForm(form: FormData, t: LetterTexts): ReadTemplate {
  const typed = typedOf(form, FIELDS)
  const errors: FieldErrors = {}
  const kind = LETTER_KINDS.find((one) => one === typed.lloji)
  if (!kind) errors.lloji = t.errors.kind
  const name = typed.emri ?? ''
  if (lengthOf(name) < 2 || lengthOf(name) > LETTER_LIMITS.templateName) errors.emri = t.errors.templateName
  const otherLang: LetterLang | null = typed.gjuha === 'en' || typed.gjuha === 'sr' ? typed.gjuha : null
  const words = (field: string, most: number, error: string, least = 2): string => {
    const value = typed[field] ?? ''
    const problem = problemsIn(value)[0]
    if (lengthOf(value) < least || lengthOf(value) > most) errors[field] = error
    else if (problem) errors[field] = t.problems[problem.kind](problem.name)
    return value
  }
  const fields: TemplateFields = {
    name,
    lang: 'sq',
    subjectLine: words('lenda', LETTER_LIMITS.subjectLine, t.errors.subjectLine),
    body: words('teksti', LETTER_LIMITS.templateBody, t.errors.body),
    remedy: words('ankimi', LETTER_LIMITS.remedy, t.errors.remedy, 0),
    otherLang,
    otherSubjectLine: otherLang && words('lenda-tjeter', LETTER_LIMITS.subjectLine, t.errors.otherWords),
    otherBody: otherLang && words('teksti-tjeter', LETTER_LIMITS.templateBody, t.errors.otherWords),
    otherRemedy: otherLang && words('ankimi-tjeter', LETTER_LIMITS.remedy, t.errors.remedy, 0),
  }
  return { typed, errors, fields, kind: kind ?? 'general', version: Number(typed.versioni) || 0 }
}

export const typedOfTemplate = (
  template: TemplateFields & { institutionId: string; kind: OfficialLetterKind; version: number },
): Typed => ({
  institucioni: template.institutionId,
  lloji: template.kind,
  emri: template.name,
  gjuha: template.otherLang ?? '',
  lenda: template.subjectLine,
  teksti: template.body,
  ankimi: template.remedy,
  'lenda-tjeter': template.otherSubjectLine ?? '',
  'teksti-tjeter': template.otherBody ?? '',
  'ankimi-tjeter': template.otherRemedy ?? '',
  versioni: String(template.version),
})
