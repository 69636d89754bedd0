import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { typedOf, type FieldErrors, type Parsed, type Typed } from '#platform/http/form.ts'
import { formatHour } from '#platform/i18n/formats.ts'
import { CALLERS, MEETING_KINDS, MEETING_LIMITS as LIMITS, MODES, readHour } from './convening-rules.ts'
import type { MeetingForm } from './create-meeting.ts'
import type { CouncilMeeting } from './meeting-queries.ts'
import { dateParts, dayIn, momentOf } from './moment-rules.ts'
import type { ConveningTexts } from './texts.sq.ts'

const PLAIN = [
  'dergesa',
  'versioni',
  'organi',
  'kopjo',
  'lloji',
  'thirri',
  'arsyeja-thirrjes',
  'titulli',
  'dita-day',
  'dita-month',
  'dita-year',
  'ora',
  'mbarimi',
  'vendi',
  'menyra',
  'lidhja',
  'aksesi',
  'mbyllur',
  'mbyllja-kush',
  'mbyllja-pse',
  'arsyeja',
]
const MANY = ['bashke', 'thirresit'] as const

/** What was typed; the boxes that were chosen stand in one word each, parted by spaces. */
export const typedMeeting = (form: FormData): Typed => ({
  ...typedOf(form, PLAIN),
  ...Object.fromEntries(
    MANY.map((name) => [
      name,
      form
        .getAll(name)
        .filter((one) => typeof one === 'string')
        .join(' '),
    ]),
  ),
})

const chosenIn = (words: string | undefined): string[] => (words ?? '').split(' ').filter(isUuid)

type Asked = { zone: string; texts: ConveningTexts; reason: boolean }

/** `reason`: everybody reads it, so the change says why. */
export function readMeetingForm(form: FormData, { zone, texts, reason }: Asked): Parsed<MeetingForm> {
  const typed = typedMeeting(form)
  const t = texts.form.errors
  const errors: FieldErrors = {}
  const words = (name: string, [least, most]: readonly [number, number], why: string): string | null => {
    const found = typed[name] ?? ''
    const length = lengthOf(found)
    if (length > 0 && (length < least || length > most)) errors[name] = why
    return found === '' ? null : found
  }
  const kind = MEETING_KINDS.find((one) => one === typed.lloji)
  if (!kind) errors.lloji = t.kind
  const calledBy = CALLERS.find((one) => one === typed.thirri)
  if (!calledBy) errors.thirri = t.calledBy
  const mode = MODES.find((one) => one === typed.menyra)
  if (!mode) errors.menyra = t.mode
  const closed = typed.mbyllur === 'po'
  const times = readTimes(typed, errors, zone, texts)
  const value = {
    ...times,
    callReason: words('arsyeja-thirrjes', [5, LIMITS.callReason], t.callReason),
    title: words('titulli', [2, LIMITS.title], t.words),
    place: words('vendi', [2, LIMITS.place], t.place),
    onlineUrl: words('lidhja', [8, LIMITS.url], t.url),
    accessibility: words('aksesi', [2, LIMITS.accessibility], t.words),
    closed,
    closedAskedBy: closed ? words('mbyllja-kush', [2, LIMITS.askedBy], t.words) : null,
    closedReason: closed ? words('mbyllja-pse', [5, LIMITS.reason], t.closedReason) : null,
    jointIds: chosenIn(typed.bashke),
    callerIds: chosenIn(typed.thirresit),
  }
  if (closed && value.closedReason === null) errors['mbyllja-pse'] = t.closedReason
  if (value.onlineUrl !== null && !/^https?:\/\/\S+\.\S+$/.test(value.onlineUrl)) errors.lidhja = t.url
  if (reason && words('arsyeja', [5, LIMITS.reason], t.reason) === null) errors.arsyeja = t.reason
  if (!kind || !calledBy || !mode || Object.keys(errors).length > 0) return { ok: false, errors, typed }
  return { ok: true, value: { ...value, kind, calledBy, mode } }
}

function readTimes(typed: Typed, errors: FieldErrors, zone: string, { form: { errors: t } }: ConveningTexts) {
  const day = dayIn(typed, 'dita')
  if (day === undefined) errors.dita = t.date
  const [from, to] = [typed.ora ?? '', typed.mbarimi ?? '']
  const [start, end] = [readHour(from), readHour(to)]
  if (from !== '' && start === null) errors.ora = t.hour
  if (to !== '' && end === null) errors.mbarimi = t.hour
  if (day && from === '') errors.ora = t.hourMissing
  if (day === null && (from !== '' || to !== '')) errors.dita = t.dayMissing
  if (!day || start === null) return { day: null, startsAt: null, endsAt: null }
  const startsAt = momentOf(day, start, zone)
  const endsAt = end === null ? null : momentOf(day, end, zone)
  if (endsAt !== null && endsAt <= startsAt) errors.mbarimi = t.hourOrder
  return { day, startsAt, endsAt }
}

/** What the inputs show for a meeting as it stands. */
export const typedOfMeeting = (
  meeting: CouncilMeeting,
  beside: { jointIds: readonly string[]; callerIds: readonly string[] },
): Typed => ({
  ...dateParts('dita', meeting.day),
  versioni: String(meeting.version),
  organi: meeting.bodyId,
  lloji: meeting.kind,
  thirri: meeting.calledBy,
  'arsyeja-thirrjes': meeting.callReason ?? '',
  titulli: meeting.title ?? '',
  ora: meeting.startsAt === null ? '' : formatHour(meeting.startsAt, meeting.zone),
  mbarimi: meeting.endsAt === null ? '' : formatHour(meeting.endsAt, meeting.zone),
  vendi: meeting.place ?? '',
  menyra: meeting.mode,
  lidhja: meeting.onlineUrl ?? '',
  aksesi: meeting.accessibility ?? '',
  mbyllur: meeting.closed ? 'po' : '',
  'mbyllja-kush': meeting.closedAskedBy ?? '',
  'mbyllja-pse': meeting.closedReason ?? '',
  bashke: beside.jointIds.join(' '),
  thirresit: beside.callerIds.join(' '),
})
