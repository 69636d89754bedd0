import { textField } from '#platform/http/form.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { civilDateIn, instantAt, readCivilDate, type CivilDate } from '#platform/time/civil-date.ts'
import { readSittingEvent } from './sitting-event-form.ts'
import { ACT_KINDS } from '#law/majorities/majority.ts'
import { actKindFor, type MajorityOf } from './majority-rules.ts'
import { VOTE_STAGES, type EventOf, type Majority, type SittingEvent } from './sitting-event-rules.ts'
import type { SittingState } from './sitting-state-rules.ts'
import type { SittingTexts } from './texts.sq.ts'

export type PageEvent = {
  kind: string
  /** What was typed, to fill the form again. */
  typed: Record<string, string>
  pen: number | null
  read: { ok: true; event: SittingEvent } | { ok: false; field: string; message: string }
}

type Known = {
  state: SittingState
  members: readonly string[]
  majorities: readonly MajorityOf[]
  zone: string
  now: Date
  texts: SittingTexts
  newId: string
}

/** One event as a form of the page sends it: the fields of its body under their own names. */
export function readPageEvent(form: FormData, known: Known): PageEvent {
  const kind = textField(form, 'lloji')
  const typed = Object.fromEntries([...new Set(form.keys())].map((name) => [name, textField(form, name)]))
  const pen = /^\d{1,9}$/.test(typed.pena ?? '') ? Number(typed.pena) : null
  const frame = { kind, typed, pen }
  const at = whenIn(typed, known)
  if (at === null) return { ...frame, read: { ok: false, field: 'ora', message: known.texts.errors.when } }
  const body = bodyOf(kind, { form, typed, known, at })
  if (body === 'no-rule') return { ...frame, read: { ok: false, field: 'rule', message: known.texts.errors.rule } }
  const id = isUuid(typed.dergesa ?? '') ? typed.dergesa : known.newId
  // The time of a correction is now; what it says of the time stands inside.
  const moment = kind === 'corrected' ? known.now.toISOString() : at
  const read = readSittingEvent({ id, at: moment, kind, body })
  if (read.ok) return { ...frame, read }
  return { ...frame, read: { ok: false, field: read.field, message: messageFor(read.field, known.texts) } }
}

/** `21.11.2026` or `21/11/2026`, as people write it, or `2026-11-21`. */
function readTypedDay(words: string): CivilDate | null {
  const [, day, month, year] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(words.trim()) ?? []
  return readCivilDate(day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : words)
}

/** Now, or the day and the hour that were typed; null: they are none. */
function whenIn(typed: Record<string, string>, { zone, now }: Known): string | null {
  const { dita = '', ora = '' } = typed
  if (dita === '' && ora === '') return now.toISOString()
  const day = dita === '' ? civilDateIn(zone, now) : readTypedDay(dita)
  const hour = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(ora)
  if (day === null || !hour) return null
  return instantAt(day, Number(hour[1]) * 3600 + Number(hour[2]) * 60, zone).toISOString()
}

type Sent = { form: FormData; typed: Record<string, string>; known: Known; at: string }

const orNull = (words: string | undefined): string | null => (words === undefined || words === '' ? null : words)
const asCount = (words: string | undefined): number => (/^\d{1,4}$/.test(words ?? '') ? Number(words) : words ? -1 : 0)

/** The body of each kind, where it is more than its fields as they are. */
const BODIES: Readonly<Record<string, (sent: Sent) => unknown>> = {
  opened: ({ typed }) => ({ chair: orNull(typed.chair) }),
  'roll-called': ({ typed, known }) => rollOf(typed, known.members),
  arrived: ({ typed }) => ({ person: typed.person, remote: typed.remote === 'po' }),
  'item-closed': ({ typed: { item, outcome, reason, to } }) => ({
    item,
    outcome,
    reason: orNull(reason),
    to: orNull(to),
  }),
  'item-added': ({ typed: { item, title, itemKind, actKind } }) => ({
    item,
    title,
    itemKind,
    actKind: orNull(actKind),
  }),
  'agenda-ordered': ({ form }) => ({ items: form.getAll('items') }),
  'speaker-called': ({ typed: { speech, person, name, minutes } }) => ({
    speech,
    person: orNull(person),
    name: orNull(name),
    minutes: minutesOf(minutes),
  }),
  'motion-moved': ({ typed: { motion, item, motionKind, article, words, person, mover } }) => ({
    motion,
    item: orNull(item),
    motionKind,
    article: orNull(article),
    words,
    person: orNull(person),
    mover: orNull(mover),
  }),
  'conflict-declared': ({ typed: { item, person, ground } }) => ({ item, person, ground: orNull(ground) }),
  'vote-opened': ({ typed, known }) => voteOf(typed, known),
  'vote-taken': ({ typed, known }) => ({ vote: typed.vote, ...takenOf(typed, known) }),
  'doors-closed': ({ typed: { item, askedBy, vote, reason, publicTitle } }) => ({
    item: orNull(item),
    askedBy,
    vote,
    reason,
    publicTitle,
  }),
  suspended: ({ typed, known }) => ({ until: untilOf(typed.until, known), reason: orNull(typed.reason) }),
  corrected: ({ typed, known, at }) => correctionOf(typed, known, at),
  'doors-opened': () => ({}),
  resumed: () => ({}),
  closed: () => ({}),
}

function bodyOf(kind: string, sent: Sent): unknown {
  const body = Object.hasOwn(BODIES, kind) ? BODIES[kind] : undefined
  if (body) return body(sent)
  const { lloji: _kind, dergesa: _id, pena: _pen, ora: _hour, dita: _day, ...fields } = sent.typed
  return fields
}

const minutesOf = (words: string | undefined): number | null => (orNull(words) === null ? null : asCount(words))

function rollOf(typed: Record<string, string>, members: readonly string[]) {
  const said = (what: string) =>
    members.filter((id) => (typed.all === 'present' ? 'present' : typed[`roll-${id}`]) === what)
  return { present: said('present'), remote: said('remote'), excused: said('excused') }
}

function takenOf(typed: Record<string, string>, { state, members }: Known) {
  if (state.openVote?.method !== 'by-name') {
    const { for: yes, against, abstain } = typed
    return { ballots: null, counts: { for: asCount(yes), against: asCount(against), abstain: asCount(abstain) } }
  }
  const ballots = members.flatMap((id) => {
    const choice = typed[`ballot-${id}`]
    return choice === undefined || choice === '' || choice === 'not-voting' ? [] : [[id, choice] as const]
  })
  return { ballots: Object.fromEntries(ballots), counts: null }
}

function voteOf(typed: Record<string, string>, known: Known): unknown {
  const item = known.state.items.find(({ id }) => id === typed.item) ?? null
  const stage = VOTE_STAGES.find((one) => one === typed.stage) ?? 'other'
  const majority = majorityIn(typed, known, actKindFor(stage, item))
  if (majority === null) return 'no-rule'
  const motion = orNull(typed.motion)
  return {
    vote: typed.vote,
    item: motion === null ? orNull(typed.item) : (known.state.motions.find(({ id }) => id === motion)?.item ?? null),
    motion,
    stage: typed.stage,
    article: orNull(typed.article),
    question: typed.question,
    method: typed.method,
    majority,
  }
}

function majorityIn(typed: Record<string, string>, { majorities }: Known, byDefault: string): Majority | null {
  const { rule = 'default' } = typed
  if (rule === 'own') {
    const [numerator, denominator] = [asCount(typed.numerator), asCount(typed.denominator)]
    const of = (['all-members', 'present', 'voting'] as const).find((one) => one === typed.of)
    const basis = orNull(typed.basis)
    if (!of || basis === null || denominator < 1 || numerator < 0 || numerator > denominator) return null
    return { of, numerator, denominator, strict: typed.strict === 'po', id: null, basis }
  }
  const kind = ACT_KINDS.find((one) => one === rule) ?? byDefault
  return majorities.find((one) => one.kind === kind)?.majority ?? null
}

/** A day and an hour as they are typed: `22.11.2026 10:00`. */
function untilOf(words: string | undefined, known: Known): string | null {
  if (orNull(words) === null) return null
  const [dita = '', ora = ''] = (words ?? '').trim().split(/[,\s]+/)
  return whenIn({ dita, ora }, known) ?? (words as string)
}

/** It was not at all, at another time, or the votes were others. What else was otherwise is struck and written anew. */
function correctionOf(typed: Record<string, string>, { state }: Known, at: string): unknown {
  const { event = '', reason, what } = typed
  const target = state.taken.find(({ id }) => id === event)
  if (what === 'votes' && target?.kind === 'vote-taken') {
    const body = { ...target.body, ...otherVotes(typed, target.body) }
    return { event, instead: { kind: target.kind, body, at: target.at }, reason }
  }
  if (what !== 'time' || !target || target.kind === 'corrected') return { event, instead: null, reason }
  return { event, instead: { kind: target.kind, body: target.body, at }, reason }
}

/** Other counts, or another choice of one member. */
function otherVotes(typed: Record<string, string>, { ballots }: EventOf<'vote-taken'>['body']) {
  const { for: yes, against, abstain, person = '', choice = '' } = typed
  if (ballots === null) return { counts: { for: asCount(yes), against: asCount(against), abstain: asCount(abstain) } }
  if (person === '') return { ballots }
  const { [person]: _before, ...others } = ballots
  return { ballots: choice === '' || choice === 'not-voting' ? others : { ...others, [person]: choice } }
}

function messageFor(field: string, { errors }: SittingTexts): string {
  switch (field) {
    case 'person':
      return errors.person
    case 'reason':
      return errors.reason
    case 'words':
      return errors.words
    case 'question':
      return errors.question
    case 'counts':
      return errors.counts
    case 'majority':
      return errors.fraction
    case 'vote':
      return errors.vote
    case 'publicTitle':
      return errors.publicTitle
    case 'title':
      return errors.title
    case 'name':
      return errors.name
    case 'until':
    case 'at':
      return errors.when
    default:
      return errors.field
  }
}
