import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { typedOf, type FieldErrors, type Parsed, type Typed } from '#platform/http/form.ts'
import { dateParts, dayIn } from './moment-rules.ts'
import type { NewOpinion, Paper, PaperFields } from './paper-queries.ts'
import { PAPER_ACT_KINDS, PAPER_KINDS, PAPER_LIMITS as LIMITS, PROPOSER_KINDS, STANCES } from './paper-rules.ts'
import type { PaperTexts } from './paper-texts.sq.ts'

const FIELDS = [
  'dergesa',
  'versioni',
  'institucioni',
  'titulli',
  'titulli-en',
  'numri',
  'permbledhja',
  'lloji',
  'akti',
  'propozuesi',
  'propozuesi-fjale',
  'propozuesi-anetar',
  'data-day',
  'data-month',
  'data-year',
  'arsyeja',
]

export const typedPaper = (form: FormData): Typed => typedOf(form, FIELDS)

type Asked = { texts: PaperTexts; members: readonly { personId: string }[]; reason: boolean }

export function readPaperForm(form: FormData, { texts, members, reason }: Asked): Parsed<PaperFields> {
  const typed = typedPaper(form)
  const t = texts.form.errors
  const errors: FieldErrors = {}
  const words = (name: string, [least, most]: readonly [number, number], why: string): string | null => {
    const found = typed[name] ?? ''
    const length = lengthOf(found)
    if (length > 0 && (length < least || length > most)) errors[name] = why
    return found === '' ? null : found
  }
  const title = words('titulli', [2, LIMITS.title], t.title)
  if (title === null) errors.titulli = t.title
  const kind = PAPER_KINDS.find((one) => one === typed.lloji)
  if (!kind) errors.lloji = t.kind
  const datedOn = dayIn(typed, 'data')
  if (datedOn === undefined) errors.data = t.date
  const fields = {
    reference: words('numri', [1, LIMITS.reference], t.words),
    titleEn: words('titulli-en', [2, LIMITS.title], t.title),
    summary: words('permbledhja', [2, LIMITS.summary], t.words),
    actKind: PAPER_ACT_KINDS.find((one) => one === typed.akti) ?? null,
    proposerKind: PROPOSER_KINDS.find((one) => one === typed.propozuesi) ?? null,
    proposer: words('propozuesi-fjale', [2, LIMITS.proposer], t.words),
    proposerId: members.find(({ personId }) => personId === typed['propozuesi-anetar'])?.personId ?? null,
    datedOn: datedOn ?? null,
  }
  if (reason && words('arsyeja', [5, LIMITS.reason], t.reason) === null) errors.arsyeja = t.reason
  if (!kind || title === null || Object.keys(errors).length > 0) return { ok: false, errors, typed }
  return { ok: true, value: { ...fields, title, kind } }
}

export const typedOfPaper = (paper: Paper): Typed => ({
  ...dateParts('data', paper.datedOn),
  versioni: String(paper.version),
  titulli: paper.title,
  'titulli-en': paper.titleEn ?? '',
  numri: paper.reference ?? '',
  permbledhja: paper.summary ?? '',
  lloji: paper.kind,
  akti: paper.actKind ?? '',
  propozuesi: paper.proposerKind ?? '',
  'propozuesi-fjale': paper.proposer ?? '',
  'propozuesi-anetar': paper.proposerId ?? '',
})

const OPINION = [
  'dergesa',
  'komisioni',
  'mendimi',
  'mendimi-fjale',
  'mendimi-dita-day',
  'mendimi-dita-month',
  'mendimi-dita-year',
  'mbledhja',
  'pro',
  'kunder',
  'abstenime',
]

export const typedOpinion = (form: FormData): Typed => typedOf(form, OPINION)

type AskedOpinion = {
  texts: PaperTexts
  commissions: readonly { id: string }[]
  meetings: readonly { id: string; day: string }[]
}

export function readOpinion(form: FormData, { texts, commissions, meetings }: AskedOpinion): Parsed<NewOpinion> {
  const typed = typedOpinion(form)
  const t = texts.errors
  const errors: FieldErrors = {}
  const body = commissions.find(({ id }) => id === typed.komisioni)
  if (!body) errors.komisioni = t.body
  const stance = STANCES.find((one) => one === typed.mendimi)
  if (!stance) errors.mendimi = t.stance
  const meeting = isUuid(typed.mbledhja ?? '') ? meetings.find(({ id }) => id === typed.mbledhja) : undefined
  const day = dayIn(typed, 'mendimi-dita') ?? meeting?.day ?? null
  if (day === null) errors['mendimi-dita'] = t.day
  const count = (name: string): number | null => {
    const found = typed[name] ?? ''
    if (found !== '' && (!/^\d{1,4}$/.test(found) || Number(found) > 1000)) errors[name] = t.count
    return found === '' ? null : Number(found)
  }
  const votes = { votesFor: count('pro'), votesAgainst: count('kunder'), votesAbstain: count('abstenime') }
  const words = typed['mendimi-fjale'] ?? ''
  if (words !== '' && (lengthOf(words) < 2 || lengthOf(words) > LIMITS.words)) errors['mendimi-fjale'] = t.words
  if (!body || !stance || day === null || Object.keys(errors).length > 0) return { ok: false, errors, typed }
  const said = { stance, words: words || null, givenOn: day, meetingId: meeting?.id ?? null }
  return { ok: true, value: { bodyId: body.id, ...said, ...votes } }
}
