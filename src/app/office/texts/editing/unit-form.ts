import type { Lang } from '#platform/i18n/language.ts'
import { textField, typedOf, type Parsed } from '#platform/http/form.ts'
import { lengthOf } from '#platform/http/field-rules.ts'
import { readMarkedText, type MarkedNode } from '#platform/texts/editing/marked-text-rules.ts'
import type { NodeKind } from '#platform/texts/text-rules.ts'
import { editingTexts } from './editing-texts.ts'

export type UnitForm = { label: string | null; heading: string | null; body: string; nodes: MarkedNode[] }

const LONGEST_HEADING = 400
const LONGEST_WORDS = 200_000
const LABEL = /^[\p{L}\d][\p{L}\d/. –-]{0,19}$/u
/** Kinds that are nothing without a number. */
const NUMBERED: readonly NodeKind[] = ['article']

/** `asWords`: these are words by themselves, without number and heading of their own. */
export function readUnitForm(form: FormData, lang: Lang, kind: NodeKind, asWords: boolean): Parsed<UnitForm> {
  const t = editingTexts(lang)
  const typed = typedOf(form, ['etiketa', 'titulli', 'teksti'])
  const { etiketa: label = '', teksti: words = '' } = typed
  const heading = textField(form, 'titulli').replace(/\s+/g, ' ')
  const errors: Record<string, string> = {}
  if (!asWords && label === '' && NUMBERED.includes(kind)) errors['etiketa'] = t.errors.label
  if (label !== '' && !LABEL.test(label)) errors['etiketa'] = t.errors.labelShape
  if (lengthOf(heading) > LONGEST_HEADING) errors['titulli'] = t.errors.headingLong
  if (asWords && words === '') errors['teksti'] = t.errors.wordsEmpty
  if (lengthOf(words) > LONGEST_WORDS) errors['teksti'] = t.errors.wordsLong
  const read = errors['teksti'] ? null : readMarkedText(words, asWords ? null : kind)
  if (read?.kind === 'unclear') errors['teksti'] = t.unclear(read.line, read.why)
  if (read?.kind !== 'read' || Object.keys(errors).length > 0) return { ok: false, errors, typed }
  return { ok: true, value: { label: label || null, heading: heading || null, body: read.body, nodes: read.nodes } }
}
