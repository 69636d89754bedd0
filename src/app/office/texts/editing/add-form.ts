import type { Lang } from '#platform/i18n/language.ts'
import { textField, typedOf, type Parsed } from '#platform/http/form.ts'
import { ADDED_KINDS, type AddedKind } from '#platform/texts/editing/structure-edit-rules.ts'
import { editingTexts } from './editing-texts.ts'
import { readUnitForm, type UnitForm } from './unit-form.ts'

export type AddForm = UnitForm & { kind: AddedKind; takes: boolean }

export function readAddForm(form: FormData, lang: Lang): Parsed<AddForm> {
  const kind = ADDED_KINDS.find((one) => one === textField(form, 'lloji'))
  const unit = readUnitForm(form, lang, kind ?? 'article', false)
  const typed = typedOf(form, ['lloji', 'etiketa', 'titulli', 'teksti', 'merr'])
  const errors = { ...(kind ? {} : { lloji: editingTexts(lang).errors.kind }), ...(unit.ok ? {} : unit.errors) }
  if (!kind || !unit.ok) return { ok: false, errors, typed }
  return { ok: true, value: { ...unit.value, kind, takes: textField(form, 'merr') === 'po' } }
}
