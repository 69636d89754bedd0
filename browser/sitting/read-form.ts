import type {
  Choice,
  ItemOutcome,
  Majority,
  SittingEvent,
  SittingEventBody,
  SittingEventKind,
  VoteMethod,
  VoteStage,
} from '#modules/council/sitting/sitting-event-rules.ts'
import type { SittingState } from '#modules/council/sitting/sitting-state-rules.ts'
import { entitledTo } from '#modules/council/sitting/voting-rules.ts'
import { newId, type PageData } from './page.ts'

type Read = { data: FormData; state: SittingState; page: PageData; today: Date }
type Body<Kind extends SittingEventKind> = Extract<SittingEventBody, { kind: Kind }>['body']
type Readers = { [Kind in SittingEventKind]: (read: Read) => Body<Kind> | null }

/** What was typed, as an event of the record; null: there is something that cannot be read. */
export function readEvent(kind: SittingEventKind, read: Read): SittingEventBody | null {
  const body = READERS[kind](read)
  return body === null ? null : ({ kind, body } as SittingEventBody)
}

const text = ({ data }: Read, name: string): string | null => {
  const value = data.get(name)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}
const must = (read: Read, name: string): string => text(read, name) ?? ''
const whole = (read: Read, name: string): number | null => {
  const value = Number(text(read, name) ?? Number.NaN)
  return Number.isInteger(value) && value >= 0 ? value : null
}
const NOTHING = (): Record<string, never> => ({})

const READERS: Readers = {
  opened: (read) => ({ chair: text(read, 'chair') }),
  'roll-called': (read) => {
    const of = (presence: string): string[] =>
      Object.keys(read.state.presence).filter((person) => text(read, `roll-${person}`) === presence)
    return { present: of('present'), remote: of('remote'), excused: of('excused') }
  },
  arrived: (read) => ({ person: must(read, 'person'), remote: text(read, 'remote') !== null }),
  left: (read) => ({ person: must(read, 'person') }),
  'chair-taken': (read) => ({ person: must(read, 'person') }),
  'item-opened': (read) => ({ item: must(read, 'item') }),
  'item-closed': (read) => ({
    item: read.state.currentItem ?? '',
    outcome: must(read, 'outcome') as ItemOutcome,
    reason: text(read, 'reason'),
    to: text(read, 'to'),
  }),
  'item-added': (read) => ({
    item: newId(),
    title: must(read, 'title'),
    itemKind: must(read, 'itemKind'),
    actKind: null,
  }),
  'agenda-ordered': (read) => ({
    items: moved(
      read.state.items.map(({ id }) => id),
      must(read, 'item'),
      text(read, 'before'),
    ),
  }),
  'speaker-called': (read) => ({
    speech: newId(),
    person: text(read, 'person'),
    name: text(read, 'person') === null ? text(read, 'name') : null,
    minutes: whole(read, 'minutes'),
  }),
  'speaker-ended': ({ state }) => ({ speech: state.speeches.findLast(({ to }) => to === null)?.id ?? '' }),
  'motion-moved': (read) => ({
    motion: newId(),
    item: read.state.currentItem,
    motionKind: must(read, 'motionKind') as 'amendment' | 'procedural' | 'main',
    article: text(read, 'article'),
    words: must(read, 'words'),
    person: text(read, 'person'),
    mover: text(read, 'person') === null ? text(read, 'mover') : null,
  }),
  'motion-withdrawn': (read) => ({ motion: must(read, 'motion') }),
  'conflict-declared': (read) => ({
    item: must(read, 'item'),
    person: must(read, 'person'),
    ground: text(read, 'ground'),
  }),
  'conflict-lifted': (read) => {
    const [item = '', person = ''] = must(read, 'conflict').split(' ')
    return { item, person }
  },
  'vote-opened': readVote,
  'vote-taken': readTaken,
  'vote-cancelled': (read) => ({ vote: read.state.openVote?.id ?? '', reason: must(read, 'reason') }),
  'doors-closed': (read) => ({
    item: must(read, 'scope') === 'item' ? read.state.currentItem : null,
    askedBy: must(read, 'askedBy'),
    vote: read.state.votes.findLast((one) => one.stage === 'closing-doors' && one.result === 'adopted')?.id ?? '',
    reason: must(read, 'reason'),
    publicTitle: must(read, 'publicTitle'),
  }),
  'doors-opened': NOTHING,
  suspended: (read) => ({
    until: hourOf(read, 'until')?.toISOString() ?? null,
    reason: text(read, 'reason'),
  }),
  resumed: NOTHING,
  closed: NOTHING,
  reopened: (read) => ({ reason: must(read, 'reason') }),
  noted: (read) => ({ words: must(read, 'words') }),
  corrected: readCorrection,
}

function moved(items: readonly string[], item: string, before: string | null): string[] {
  const others = items.filter((one) => one !== item)
  const at = before === null ? others.length : others.indexOf(before)
  return [...others.slice(0, at), item, ...others.slice(at)]
}

function readVote(read: Read): Body<'vote-opened'> | null {
  const stage = must(read, 'stage') as VoteStage
  const majority = readMajority(read)
  if (!majority) return null
  return {
    vote: newId(),
    item: read.state.currentItem,
    motion: stage === 'amendment' ? text(read, 'motion') : null,
    stage,
    article: stage === 'article' ? text(read, 'article') : null,
    question: must(read, 'question'),
    method: must(read, 'method') as VoteMethod,
    majority,
  }
}

function readMajority(read: Read): Majority | null {
  const rule = must(read, 'rule')
  if (rule !== 'own') return read.page.majorities.find(({ kind }) => kind === rule)?.majority ?? null
  const [numerator, denominator] = [whole(read, 'numerator'), whole(read, 'denominator')]
  if (numerator === null || denominator === null || denominator === 0 || numerator > denominator) return null
  const of = must(read, 'of') as Majority['of']
  return { of, numerator, denominator, strict: text(read, 'strict') !== null, id: null, basis: text(read, 'basis') }
}

function readTaken(read: Read): Body<'vote-taken'> | null {
  const vote = read.state.openVote
  if (vote?.method !== 'by-name') {
    const counts = { for: whole(read, 'for'), against: whole(read, 'against'), abstain: whole(read, 'abstain') }
    if (counts.for === null || counts.against === null || counts.abstain === null) return null
    const { for: yes, against, abstain } = counts
    return { vote: vote?.id ?? '', ballots: null, counts: { for: yes, against, abstain } }
  }
  const ballots = entitledTo(read.state, vote.item).flatMap((person) => {
    const choice = text(read, `ballot-${person}`)
    return choice === null ? [] : [[person, choice] as const]
  })
  return { vote: vote.id, ballots: Object.fromEntries(ballots) as Record<string, Choice>, counts: null }
}

function readCorrection(read: Read): Body<'corrected'> | null {
  const event = read.state.taken.find(({ id }) => id === must(read, 'event'))
  if (!event || event.kind === 'corrected') return null
  const reason = must(read, 'reason')
  if (must(read, 'what') === 'strike') return { event: event.id, instead: null, reason }
  const at = hourOf(read, 'newTime', new Date(event.at))
  return at && { event: event.id, instead: bodyAt(event, at), reason }
}

const bodyAt = ({ kind, body }: SittingEvent, at: Date): SittingEventBody & { at: string } =>
  ({ kind, body, at: at.toISOString() }) as SittingEventBody & { at: string }

/** `14:20` of the day of another moment. What would lie far ahead was before midnight. */
export function hourOf(read: Pick<Read, 'data' | 'today'>, name: string, near: Date = read.today): Date | null {
  const value = read.data.get(name)
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(typeof value === 'string' ? value.trim() : '') ?? []
  if (hours === undefined || minutes === undefined) return null
  const moment = new Date(near)
  moment.setHours(Number(hours), Number(minutes), 0, 0)
  if (moment.getTime() - near.getTime() > HALF_A_DAY) moment.setDate(moment.getDate() - 1)
  if (near.getTime() - moment.getTime() > HALF_A_DAY) moment.setDate(moment.getDate() + 1)
  return moment
}

const HALF_A_DAY = 12 * 60 * 60 * 1000
