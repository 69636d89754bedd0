import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { typedOf, type FieldErrors, type Parsed, type Typed } from '#platform/http/form.ts'
import { formatHour } from '#platform/i18n/formats.ts'
import type { ItemFields } from './agenda-queries.ts'
import type { AgendaTexts } from './agenda-texts.sq.ts'
import { ITEM_KINDS, MEETING_LIMITS as LIMITS, readHour } from './convening-rules.ts'
import type { AgendaItem, CouncilMeeting } from './meeting-queries.ts'
import { momentOf } from './moment-rules.ts'
import { PAPER_ACT_KINDS } from './paper-rules.ts'

const FIELDS = [
  'dergesa',
  'versioni',
  'titulli',
  'titulli-en',
  'lloji',
  'materiali',
  'akti',
  'referon',
  'ora-degjeses',
  'minuta',
  'mbyllur',
  'titulli-publik',
  'mbyllja-kush',
  'mbyllja-pse',
  'arsyeja',
]

export const typedItem = (form: FormData): Typed => typedOf(form, FIELDS)

export const chosenIds = (form: FormData, name: string): string[] =>
  form.getAll(name).flatMap((one) => (typeof one === 'string' && isUuid(one) ? [one] : []))

type Asked = {
  meeting: Pick<CouncilMeeting, 'day' | 'zone'>
  /** Papers that can be chosen. */
  papers: readonly { id: string }[]
  texts: AgendaTexts
  /** Everybody reads it, so the change says why. */
  reason: boolean
}

export function readItemForm(form: FormData, { meeting, papers, texts, reason }: Asked): Parsed<ItemFields> {
  const typed = typedItem(form)
  const t = texts.errors
  const errors: FieldErrors = {}
  const words = (name: string, [least, most]: readonly [number, number], why: string): string | null => {
    const found = typed[name] ?? ''
    const length = lengthOf(found)
    if (length > 0 && (length < least || length > most)) errors[name] = why
    return found === '' ? null : found
  }
  const title = words('titulli', [2, LIMITS.itemTitle], t.title)
  if (title === null) errors.titulli = t.title
  const kind = ITEM_KINDS.find((one) => one === typed.lloji)
  if (!kind) errors.lloji = t.kind
  const paperId = typed.materiali || null
  if (paperId !== null && !papers.some(({ id }) => id === paperId)) errors.materiali = t.paper
  const closed = typed.mbyllur === 'po'
  const fields = {
    titleEn: words('titulli-en', [2, LIMITS.itemTitle], t.title),
    paperId,
    actKind: PAPER_ACT_KINDS.find((one) => one === typed.akti) ?? null,
    rapporteur: words('referon', [2, LIMITS.rapporteur], t.words),
    ...readHearing(typed, errors, meeting, texts),
    closed,
    publicTitle: closed ? words('titulli-publik', [2, LIMITS.publicTitle], t.publicTitle) : null,
    closedAskedBy: closed ? words('mbyllja-kush', [2, LIMITS.askedBy], t.words) : null,
    closedReason: closed ? words('mbyllja-pse', [5, LIMITS.reason], t.closedReason) : null,
  }
  if (closed && fields.publicTitle === null) errors['titulli-publik'] = t.publicTitle
  if (closed && fields.closedReason === null) errors['mbyllja-pse'] = t.closedReason
  if (reason && words('arsyeja', [5, LIMITS.reason], t.reason) === null) errors.arsyeja = t.reason
  if (!kind || title === null || Object.keys(errors).length > 0) return { ok: false, errors, typed }
  return { ok: true, value: { ...fields, title, kind } }
}

function readHearing(
  typed: Typed,
  errors: FieldErrors,
  { day, zone }: Pick<CouncilMeeting, 'day' | 'zone'>,
  { errors: t }: AgendaTexts,
) {
  const { 'ora-degjeses': hour = '', minuta = '' } = typed
  if (typed.lloji !== 'hearing') return { hearingAt: null, speakerMinutes: null }
  const read = readHour(hour)
  if (hour !== '' && read === null) errors['ora-degjeses'] = t.hour
  if (read !== null && day === null) errors['ora-degjeses'] = t.hourNoDay
  const minutes = minuta === '' ? null : /^\d{1,3}$/.test(minuta) ? Number(minuta) : 0
  if (minutes !== null && (minutes < 1 || minutes > LIMITS.speakerMinutes)) errors.minuta = t.minutes
  return { hearingAt: read === null || day === null ? null : momentOf(day, read, zone), speakerMinutes: minutes }
}

/** What the inputs show for an item as it stands. */
export const typedOfItem = (item: AgendaItem, { zone, version }: Pick<CouncilMeeting, 'zone' | 'version'>): Typed => ({
  versioni: String(version),
  titulli: item.title,
  'titulli-en': item.titleEn ?? '',
  lloji: item.kind,
  materiali: item.paperId ?? '',
  akti: item.ownActKind ?? '',
  referon: item.rapporteur ?? '',
  'ora-degjeses': item.hearingAt === null ? '' : formatHour(item.hearingAt, zone),
  minuta: item.speakerMinutes === null ? '' : String(item.speakerMinutes),
  mbyllur: item.closed ? 'po' : '',
  'titulli-publik': item.publicTitle ?? '',
  'mbyllja-kush': item.closedAskedBy ?? '',
  'mbyllja-pse': item.closedReason ?? '',
})
