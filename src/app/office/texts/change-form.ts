import { isUuid } from '#platform/http/field-rules.ts'
import { textField, typedOf, type Parsed } from '#platform/http/form.ts'
import type { ChangeDecision } from '#platform/texts/versions/settle-change-rules.ts'
import type { RoomTexts } from './texts.sq.ts'

/** What an official says of one change. */
export function readDecision(form: FormData, errors: RoomTexts['decisionErrors']): Parsed<ChangeDecision> {
  const typed = typedOf(form, ['vendimi', 'nyja'])
  const nodeId = textField(form, 'nyja')
  switch (typed.vendimi) {
    case 'prano':
      return { ok: true, value: { kind: 'accept' } }
    case 'i-ri':
      return { ok: true, value: { kind: 'new' } }
    case 'vazhdon':
      return isUuid(nodeId)
        ? { ok: true, value: { kind: 'continues', nodeId } }
        : { ok: false, typed, errors: { nyja: errors.nyja } }
    default:
      return { ok: false, typed, errors: { vendimi: errors.vendimi } }
  }
}
