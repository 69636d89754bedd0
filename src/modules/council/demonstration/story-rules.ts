import { entitledTo } from '../sitting/voting-rules.ts'
import { applyEvent, beginSitting, refusalOf } from '../sitting/sitting-rules.ts'
import type {
  Choice,
  Majority,
  SittingEvent,
  SittingEventBody,
  SittingSetup,
  VoteStage,
} from '../sitting/sitting-event-rules.ts'
import type { SittingState, StateItem } from '../sitting/sitting-state-rules.ts'
import { chanceOf, numberOf, type Chance } from './chance-rules.ts'

export type Temper = {
  /** The share of the members who are against it. */
  against: number
  byName: boolean
  secret?: boolean
}

export type Plot = {
  /** What the story is told from; the same words give the same story. */
  key: string
  setup: SittingSetup
  startsAt: Date
  chair: string | null
  /** By member: those of one list vote alike, as a rule. */
  listOf: ReadonlyMap<string, string>
  /** By item. */
  temperOf(item: string): Temper
  majorityOf(stage: VoteStage, item: StateItem | null): Majority | null
  /** Of an amendment, a note, a question of a vote. */
  words: StoryWords
  /** How many items are taken; all where not told. The meeting stays open then. */
  stopAfter?: number
}

export type StoryWords = {
  question: (title: string) => string
  agenda: string
  minutes: string
  amendment: string
  article: string
}

/** Whoever writes the record: each event is asked of the rules, and what does not fit is not written. */
type Pen = { state: SittingState; events: SittingEvent[]; at: number; chance: Chance; plot: Plot }

/** A meeting as it could have been, from the roll call to the last item. The same plot gives the same record. */
export function tellSitting(plot: Plot): SittingEvent[] {
  const chance = chanceOf(plot.key)
  const pen: Pen = { state: beginSitting(plot.setup), events: [], at: plot.startsAt.getTime(), chance, plot }
  pass(pen, 0, 8)
  write(pen, { kind: 'opened', body: { chair: plot.chair } })
  pass(pen, 1, 3)
  callRoll(pen)
  if (!pen.state.quorum.met) return closed(pen)
  voteOn(pen, { stage: 'agenda', item: null, question: plot.words.agenda, temper: CALM })
  const items = plot.setup.items.slice(0, plot.stopAfter ?? plot.setup.items.length)
  for (const [index, { id }] of items.entries()) {
    if (index === 1) someComeLate(pen)
    if (index === Math.floor(items.length / 2)) someLeave(pen)
    if (pen.state.quorum.met) takeItem(pen, id)
  }
  return plot.stopAfter === undefined ? closed(pen) : pen.events
}

function closed(pen: Pen): SittingEvent[] {
  pass(pen, 1, 4)
  write(pen, { kind: 'closed', body: {} })
  return pen.events
}

const CALM: Temper = { against: 0.03, byName: false }

function write(pen: Pen, body: SittingEventBody): boolean {
  const { key, setup } = pen.plot
  const event: SittingEvent = {
    ...body,
    id: numberOf(`${key}/event/${pen.events.length}`),
    at: new Date(pen.at).toISOString(),
  }
  if (refusalOf(setup, pen.state, event) !== null) return false
  pen.state = applyEvent(setup, pen.state, event)
  pen.events.push(event)
  return true
}

const pass = (pen: Pen, from: number, to: number): void => {
  pen.at += pen.chance.between(from * 60, to * 60) * 1000
}

/** Most are there; some say beforehand that they cannot come, one or two follow from elsewhere. */
function callRoll(pen: Pen): void {
  const everybody = pen.plot.setup.members.map(({ id }) => id)
  const away = pen.chance.some(everybody, pen.chance.between(1, Math.ceil(everybody.length / 6)))
  const excused = away.filter(() => pen.chance.next() < 0.6)
  const there = everybody.filter((one) => !away.includes(one))
  const remote = there.filter((one) => one !== pen.plot.chair && pen.chance.next() < 0.04)
  const present = there.filter((one) => !remote.includes(one))
  write(pen, { kind: 'roll-called', body: { present, remote, excused } })
  pass(pen, 2, 5)
}

function someComeLate(pen: Pen): void {
  const away = Object.keys(pen.state.presence).filter((one) => pen.state.presence[one] === 'absent')
  for (const person of pen.chance.some(away, 1)) {
    pass(pen, 0, 2)
    write(pen, { kind: 'arrived', body: { person, remote: false } })
  }
}

function someLeave(pen: Pen): void {
  const there = entitledTo(pen.state, null).filter((one) => one !== pen.plot.chair)
  for (const person of pen.chance.some(there, pen.chance.between(0, 2))) {
    pass(pen, 0, 2)
    write(pen, { kind: 'left', body: { person } })
  }
}

function takeItem(pen: Pen, id: string): void {
  const { plot, chance } = pen
  const item = pen.state.items.find((one) => one.id === id)
  if (!item || !write(pen, { kind: 'item-opened', body: { item: id } })) return
  const temper = plot.temperOf(id)
  letSpeak(pen, temper.against > 0.2 ? chance.between(2, 4) : chance.between(0, 2))
  const decides = item.kind === 'act' || item.kind === 'minutes' || (item.kind === 'report' && chance.next() < 0.8)
  if (decides && temper.against > 0.2 && chance.next() < 0.5) moveAmendment(pen, id, temper)
  if (decides) {
    const stage = item.kind === 'minutes' ? 'minutes' : 'as-a-whole'
    const question = item.kind === 'minutes' ? plot.words.minutes : plot.words.question(item.title)
    voteOn(pen, { stage, item: id, question, temper })
  }
  pass(pen, 0, 2)
  const late = !decides && chance.next() < 0.08
  const outcome = late ? ('postponed' as const) : ('done' as const)
  write(pen, { kind: 'item-closed', body: { item: id, outcome, reason: null, to: null } })
}

function letSpeak(pen: Pen, count: number): void {
  const there = entitledTo(pen.state, null)
  for (const person of pen.chance.some(there, count)) {
    const speech = numberOf(`${pen.plot.key}/speech/${pen.events.length}`)
    pass(pen, 0, 1)
    write(pen, { kind: 'speaker-called', body: { speech, person, name: null, minutes: 5 } })
    pass(pen, 1, 5)
    write(pen, { kind: 'speaker-ended', body: { speech } })
  }
}

function moveAmendment(pen: Pen, item: string, temper: Temper): void {
  const { key, words } = pen.plot
  const motion = numberOf(`${key}/motion/${pen.events.length}`)
  const [person = null] = pen.chance.some(entitledTo(pen.state, item), 1)
  const { amendment, article } = words
  const body = { motion, item, motionKind: 'amendment' as const, article, words: amendment, person, mover: null }
  if (!write(pen, { kind: 'motion-moved', body })) return
  const share = 0.35 + pen.chance.next() * 0.3
  voteOn(pen, {
    stage: 'amendment',
    item,
    motion,
    question: amendment,
    temper: { ...temper, against: share, byName: false },
  })
}

type Question = { stage: VoteStage; item: string | null; motion?: string; question: string; temper: Temper }

function voteOn(pen: Pen, { stage, item, motion, question, temper }: Question): void {
  const { plot } = pen
  const majority = plot.majorityOf(stage, pen.state.items.find(({ id }) => id === item) ?? null)
  if (majority === null) return
  const vote = numberOf(`${plot.key}/vote/${pen.events.length}`)
  const method = temper.secret && stage === 'as-a-whole' ? 'secret' : temper.byName ? 'by-name' : 'by-hands'
  pass(pen, 0, 2)
  const asked = { vote, item, motion: motion ?? null, stage, article: null, question, method, majority } as const
  if (!write(pen, { kind: 'vote-opened', body: asked })) return
  pass(pen, 1, 3)
  const ballots = ballotsOf(pen, item, temper)
  const count = (choice: Choice) => Object.values(ballots).filter((one) => one === choice).length
  const counts = { for: count('for'), against: count('against'), abstain: count('abstain') }
  write(pen, {
    kind: 'vote-taken',
    body: { vote, ballots: method === 'by-name' ? ballots : null, counts: method === 'by-name' ? null : counts },
  })
  pass(pen, 0, 1)
}

/** Lists vote alike, with somebody now and then who does not. */
function ballotsOf(pen: Pen, item: string | null, temper: Temper): Record<string, Choice> {
  const { plot, chance } = pen
  const lists = [...new Set(plot.listOf.values())]
  const against = new Set(lists.filter((_, index) => index > 0 && chance.next() < temper.against * 1.6))
  return Object.fromEntries(
    entitledTo(pen.state, item).map((person): [string, Choice] => {
      const own = against.has(plot.listOf.get(person) ?? '')
      const drawn = chance.next()
      if (drawn < 0.03) return [person, 'not-voting']
      if (drawn < 0.09) return [person, 'abstain']
      return [person, (drawn < 0.15 ? !own : own) ? 'against' : 'for']
    }),
  )
}
