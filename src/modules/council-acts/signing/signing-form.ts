import type { IncomingFile } from '#platform/files/incoming-file.ts'
import { lengthOf } from '#platform/http/field-rules.ts'
import { typedOf, type FieldErrors, type Parsed, type Typed } from '#platform/http/form.ts'
import { readCivilDate, type CivilDate } from '#platform/time/civil-date.ts'
import type { SignedFile } from './put-signed-file.ts'
import type { ReturnOrder } from './return-act.ts'
import type { Settling } from './return-queries.ts'
import { RETURN_OUTCOMES } from './return-rules.ts'
import { dayIsPossible, WAYS, type SigningFacts } from './signing-rules.ts'
import type { SigningTexts } from './texts.sq.ts'

export const dateFields = (name: string): string[] => ['day', 'month', 'year'].map((part) => `${name}-${part}`)

const dayIn = (typed: Typed, name: string): CivilDate | null => {
  const part = (which: string, length: number) => (typed[`${name}-${which}`] ?? '').padStart(length, '0')
  return readCivilDate(`${part('year', 4)}-${part('month', 2)}-${part('day', 2)}`)
}

const between = (words: string, least: number, most: number): boolean =>
  lengthOf(words) >= least && lengthOf(words) <= most

export type Days = { from: CivilDate | null; today: CivilDate }

export const SIGNERS_FIELDS = ['kryesuesi', 'sekretari', 'arsyeja', ...dateFields('nenshkruar')]

export type SignersOrder = { facts: SigningFacts; reason: string | null }

export function readSigners(form: FormData, { errors: t }: SigningTexts, days: Days): Parsed<SignersOrder> {
  const typed = typedOf(form, SIGNERS_FIELDS)
  const errors: FieldErrors = {}
  const { kryesuesi: chairName = '', sekretari = '', arsyeja = '' } = typed
  if (!between(chairName, 2, 200)) errors.kryesuesi = t.chair
  if (sekretari !== '' && !between(sekretari, 2, 200)) errors.sekretari = t.secretary
  const signedOn = dayIn(typed, 'nenshkruar')
  if (signedOn === null) errors.nenshkruar = t.dayWrong
  else if (!dayIsPossible(signedOn, days)) errors.nenshkruar = t.dayOutside
  if (arsyeja !== '' && !between(arsyeja, 3, 1000)) errors.arsyeja = t.reason
  if (signedOn === null || Object.keys(errors).length > 0) return { ok: false, errors, typed }
  return {
    ok: true,
    value: { facts: { chairName, secretaryName: sekretari || null, signedOn }, reason: arsyeja || null },
  }
}

export const FILE_FIELDS = ['menyra', 'arsyeja-skedarit']
const SCANS = ['application/pdf', 'image/jpeg', 'image/png']

export function readSignedFile(
  form: FormData,
  file: IncomingFile | undefined,
  texts: SigningTexts,
): Parsed<SignedFile> {
  const t = texts.errors
  const typed = typedOf(form, FILE_FIELDS)
  const errors: FieldErrors = {}
  const way = WAYS.find((one) => one === typed.menyra)
  if (!way) errors.menyra = t.way
  const kinds = way === 'ink' ? SCANS : SCANS.slice(0, 1)
  if (!file) errors.skedari = t.file
  else if (!kinds.includes(file.mediaType)) errors.skedari = t.fileType
  const reason = typed['arsyeja-skedarit'] ?? ''
  if (reason !== '' && !between(reason, 3, 1000)) errors['arsyeja-skedarit'] = t.reason
  if (!way || !file || Object.keys(errors).length > 0) return { ok: false, errors, typed }
  return { ok: true, value: { file, way, reason: reason || null } }
}

export const RETURN_FIELDS = ['arsyet', 'protokolli', ...dateFields('kthyer')]

export function readReturn(form: FormData, { errors: t }: SigningTexts, days: Days): Parsed<ReturnOrder> {
  const typed = typedOf(form, RETURN_FIELDS)
  const errors: FieldErrors = {}
  const { arsyet: reasons = '', protokolli = '' } = typed
  const returnedOn = dayIn(typed, 'kthyer')
  if (returnedOn === null) errors.kthyer = t.dayWrong
  else if (!dayIsPossible(returnedOn, days)) errors.kthyer = t.dayOutside
  if (!between(reasons, 5, 5000)) errors.arsyet = t.reasons
  if (lengthOf(protokolli) > 100) errors.protokolli = t.protocol
  if (returnedOn === null || Object.keys(errors).length > 0) return { ok: false, errors, typed }
  return { ok: true, value: { returnedOn, reasons, protocol: protokolli || null } }
}

export const OUTCOME_FIELDS = ['vendosi', 'votimi', 'shenim', ...dateFields('vendosur')]

/** The vote on it, or in words how it was decided; who gives an act up says why. */
export function readOutcome(form: FormData, { errors: t }: SigningTexts, days: Days): Parsed<Settling> {
  const typed = typedOf(form, OUTCOME_FIELDS)
  const errors: FieldErrors = {}
  const outcome = RETURN_OUTCOMES.find((one) => one === typed.vendosi)
  if (!outcome) errors.vendosi = t.outcome
  const on = dayIn(typed, 'vendosur')
  if (on === null) errors.vendosur = t.dayWrong
  else if (!dayIsPossible(on, days)) errors.vendosur = t.outcomeOn
  const { votimi = '', shenim = '' } = typed
  if (votimi !== '' && !/^council\.vote:[0-9a-f-]{36}$/.test(votimi)) errors.votimi = t.voteUnknown
  if (shenim === '' ? outcome === 'withdrawn' : !between(shenim, 5, 1000)) errors.shenim = t.note
  if (outcome && outcome !== 'withdrawn' && votimi === '' && shenim === '') errors.votimi = t.vote
  if (!outcome || on === null || Object.keys(errors).length > 0) return { ok: false, errors, typed }
  return { ok: true, value: { outcome, on, voteRef: votimi || null, note: shenim || null } }
}
