import { formatHour, formatMoment } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { textsIn as publicTexts } from '../public/texts.ts'
import { titleFor, isTold } from './invitation-rules.ts'
import { textsIn } from './texts.ts'

/** What a call is made of: the meeting, its agenda and what happened to it, as they lie in the database. */
export type CallRows = {
  meeting: {
    title: string | null
    body: string
    bodyEn: string | null
    bodyKind: string
    jurisdiction: 'AL' | 'XK'
    kind: 'ordinary' | 'extraordinary' | 'urgent' | 'constitutive'
    number: number | null
    numberYear: number | null
    numberWords: string | null
    startsAt: Date | null
    endsAt: Date | null
    place: string | null
    mode: 'in-person' | 'hybrid' | 'online'
    onlineUrl: string | null
    zone: string
    closed: boolean
    state: string
    cancelReason: string | null
  }
  items: readonly CallItem[]
  events: readonly {
    id: string
    kind: string
    itemId: string | null
    changes: Record<string, readonly [string | null, string | null]>
    reason: string | null
    at: Date
  }[]
}

type CallItem = {
  id: string
  title: string
  titleEn: string | null
  state: string
  closed: boolean
  publicTitle: string | null
}

/** In words, for one reader. */
export type Call = {
  meeting: string
  when: string
  place: string
  /** The link for taking part from elsewhere; for members alone. */
  online: string | null
  /** Postponed or cancelled, and why. */
  state: string | null
  items: readonly { id: string; title: string }[]
  /** What happened since, each with its time. */
  changes: readonly string[]
}

/** `from`: they know of what happened up to this event. */
type Reader = { member: boolean; lang: Lang; from: number }

type Named = Pick<
  CallRows['meeting'],
  'title' | 'body' | 'bodyEn' | 'bodyKind' | 'jurisdiction' | 'kind' | 'number' | 'numberYear' | 'numberWords'
>

/** As everybody reads it: its own title, else kind, number and body in the words of its country. */
export function meetingName(lang: Lang, meeting: Named): string {
  const { title, kind, jurisdiction, bodyKind, body, bodyEn } = meeting
  const t = publicTexts(lang)
  const group = bodyKind === 'commission' ? 'commission' : 'council'
  return title ?? t.title(t.kindOf(kind, jurisdiction, group), t.numberOf(meeting), (lang === 'en' && bodyEn) || body)
}

type Timed = Pick<CallRows['meeting'], 'startsAt' | 'endsAt' | 'zone'>

export function whenOf(lang: Lang, { startsAt, endsAt, zone }: Timed): string {
  if (startsAt === null) return textsIn(lang).call.noDay
  return formatMoment(lang, startsAt, zone) + (endsAt === null ? '' : `–${formatHour(endsAt, zone)}`)
}

export function callOf({ meeting, items, events }: CallRows, reader: Reader): Call {
  const { lang, member } = reader
  const t = textsIn(lang).call
  const named = (item: CallItem) =>
    titleFor(item, { member, closedMeeting: meeting.closed, en: lang === 'en' }) ?? t.closedItem
  const byId = new Map(items.map((item) => [item.id, named(item)]))
  const state =
    meeting.state === 'cancelled'
      ? [t.cancelled, meeting.cancelReason].filter(Boolean).join(' ')
      : meeting.state === 'postponed'
        ? t.postponed
        : null
  return {
    meeting: meetingName(lang, meeting),
    when: whenOf(lang, meeting),
    place: [meeting.place, meeting.mode === 'in-person' ? null : t.modes[meeting.mode]].filter(Boolean).join('; '),
    online: member ? meeting.onlineUrl : null,
    state,
    items: items.filter((item) => item.state !== 'withdrawn').map((item) => ({ id: item.id, title: named(item) })),
    changes: events
      .filter(({ id, kind }) => isTold(kind) && Number(id) > reader.from)
      .map((event) => changeLine(lang, meeting.zone, event, byId)),
  }
}

function changeLine(
  lang: Lang,
  zone: string,
  { kind, itemId, changes, reason, at }: CallRows['events'][number],
  titles: ReadonlyMap<string, string>,
): string {
  const t = textsIn(lang).call
  // Of an item that is gone the event alone knows the words, and those are what everybody reads.
  const told = changes.title?.[1] ?? changes.title?.[0] ?? null
  const title = titles.get(itemId ?? '') ?? told
  const start = changes.starts_at
  const place = changes.place
  const parts = [
    isTold(kind) ? t.changes[kind] : null,
    title === null ? null : `«${title}»`,
    start === undefined ? null : t.moved(momentWords(lang, zone, start[0]), momentWords(lang, zone, start[1])),
    place === undefined ? null : t.movedPlace(place[1] ?? '–'),
    reason === null ? null : `(${reason})`,
  ]
  return `${formatMoment(lang, at, zone)}: ${parts.filter(Boolean).join(' ')}`
}

function momentWords(lang: Lang, zone: string, words: string | null): string {
  const moment = words === null ? null : new Date(words)
  if (moment === null) return '–'
  return Number.isNaN(moment.getTime()) ? (words ?? '–') : formatMoment(lang, moment, zone)
}
