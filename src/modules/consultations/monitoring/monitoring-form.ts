import type { FieldErrors, Parsed, Typed } from '#platform/http/form.ts'
import { lengthOf } from '#platform/http/field-rules.ts'
import { INDICATORS, LIMITS } from '../plan/content-rules.ts'
import { lines, optional, together, wholeNumber, yesOrNo, type Field, type FieldWords } from '../plan/field-form.ts'
import { countingToolsField, each, findingsField, judgingToolsField, processField } from '../plan/section-form.ts'
import { MONITORING_LIMITS, type Written } from './monitoring-rules.ts'

type OwnWords = { reason: string; valueMissing: string }

const LONG = LIMITS.words

/** `kept`: the keys of the measures that are asked about. Names of fields are those that the page writes. */
const fieldOf = (kept: readonly string[]): Field<Written> =>
  together({
    process: ['procesi', processField],
    indicators: [
      'tregues',
      each(
        INDICATORS,
        together({
          corrected: ['saktesuar', wholeNumber],
          reason: ['arsyeja', optional(MONITORING_LIMITS.reasonMost)],
          adequate: ['po-jo', yesOrNo],
          measure: ['masa', optional(LONG)],
        }),
      ),
    ],
    countingTools: ['mjete-sasiore', countingToolsField],
    findings: ['cilesor', findingsField],
    judgingTools: ['mjete-cilesore', judgingToolsField],
    kept: ['mbajtur', each(kept, together({ kept: ['po-jo', yesOrNo], words: ['shenim', optional(LONG)] }))],
    notes: ['shenime', lines(LONG)],
  })

/** What was written, or what to mend: a figure is put right with why, and why stands with a figure. */
export function readMonitoring(
  typed: Typed,
  kept: readonly string[],
  words: FieldWords,
  own: OwnWords,
): Parsed<Written> {
  const errors: FieldErrors = {}
  const value = fieldOf(kept).read({ typed, errors, words }, '')
  for (const key of INDICATORS) {
    const { corrected, reason } = value.indicators[key]
    const name = `tregues-${key}`
    if (corrected !== null && lengthOf(reason ?? '') < MONITORING_LIMITS.reasonLeast)
      errors[`${name}-arsyeja`] ??= own.reason
    if (corrected === null && reason !== null) errors[`${name}-saktesuar`] ??= own.valueMissing
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors, typed } : { ok: true, value }
}

export const typedOfMonitoring = (written: Written, kept: readonly string[]): Typed => {
  const answers = Object.fromEntries(kept.map((key) => [key, written.kept[key] ?? { kept: null, words: null }]))
  return fieldOf(kept).write({ ...written, kept: answers }, '')
}
