import type {
  SittingEvent,
  SittingEventBody,
  SittingRefusal,
  SittingSetup,
} from '#modules/council/sitting/sitting-event-rules.ts'
import { applyEvent, inOrder, refusalOf, replay } from '#modules/council/sitting/sitting-rules.ts'
import type { SittingState } from '#modules/council/sitting/sitting-state-rules.ts'
import { newId } from './page.ts'
import type { Answer, Aside, Known, Pen, Server, Told } from './server.ts'
import type { Store, Waiting } from './store.ts'

/** Now. A clock that is behind stops nobody: what happens now does not lie before what stands. */
const momentAfter = ({ at }: SittingState): Date => new Date(Math.max(Date.now(), at === null ? 0 : Date.parse(at)))

export type Contact = 'unknown' | 'there' | 'away' | 'out'

/** So many events go out together. */
const BATCH = 100
const BETWEEN_LOOKS_MS = 10_000
const LONGEST_PAUSE_MS = 10_000

/**
 * The record of a meeting on one device. What is recorded is kept first, then decided by the rules that the server has too,
 * then told in order as soon as somebody hears it. `changed` is called whenever something is to be seen differently.
 */
export class Recorder {
  setup: SittingSetup | null = null
  state: SittingState | null = null
  aside: readonly Aside[] = []
  /** What the server could not even read; it stands in nobody's way and is shown. */
  unread: SittingEvent[] = []
  pen: Pen | null = null
  contact: Contact = 'unknown'
  kept = true
  waiting: Waiting[]
  private told: SittingEvent[] = []
  private version = -1
  private failures = 0
  private poke: (() => void) | null = null
  private readonly store: Store
  private readonly server: Server
  private readonly changed: () => void

  constructor(store: Store, server: Server, changed: () => void) {
    this.store = store
    this.server = server
    this.changed = changed
    this.waiting = store.waiting()
  }

  get holdsPen(): boolean {
    return this.pen !== null && this.pen.device === this.store.device
  }

  /** What happened now (`at` null), or at another time. Gives why it cannot be, or null: it stands. */
  record(body: SittingEventBody, at: Date | null): SittingRefusal | null {
    const { setup, state } = this
    if (!setup || !state || !this.holdsPen) return 'pen-elsewhere'
    const event = inOrder(state, { ...body, id: newId(), at: (at ?? momentAfter(state)).toISOString() })
    const refusal = refusalOf(setup, state, event)
    if (refusal !== null) return refusal
    this.keep([...this.waiting, { event, pen: this.pen?.number ?? null }])
    this.state = applyEvent(setup, state, event)
    this.changed()
    this.hurry()
    return null
  }

  async takePen(): Promise<boolean> {
    const answer = await this.server.takePen(this.store.device)
    if (answer.kind === 'ok') this.pen = answer.given.pen
    await this.look()
    this.changed()
    return answer.kind === 'ok'
  }

  /** Tells what waits and looks what others did, again and again. */
  async run(): Promise<never> {
    for (;;) {
      const answered = this.waiting.length > 0 && this.setup ? await this.tell() : await this.look()
      this.failures = answered ? 0 : this.failures + 1
      const pause = answered
        ? this.waiting.length > 0
          ? 0
          : BETWEEN_LOOKS_MS
        : Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** (this.failures - 1))
      await this.rest(pause)
    }
  }

  /** Not later, but now: something is there to tell, or the network is back. What failed before does not count any more. */
  hurry(): void {
    this.failures = 0
    this.poke?.()
  }

  private rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.poke = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  private keep(waiting: Waiting[]): void {
    this.waiting = waiting
    this.kept = this.store.keep(waiting)
  }

  private async look(): Promise<boolean> {
    const answer = await this.server.look()
    const before = [this.contact, this.version, this.pen?.number, this.aside.length].join(' ')
    this.hear(answer)
    if (answer.kind === 'ok') this.takeIn(answer.given)
    if (before !== [this.contact, this.version, this.pen?.number, this.aside.length].join(' ')) this.changed()
    return answer.kind === 'ok'
  }

  private hear(answer: Answer<unknown>): void {
    this.contact = answer.kind === 'away' || answer.kind === 'out' ? answer.kind : 'there'
  }

  private takeIn({ setup, events, setAside, pen, version }: Known): void {
    // Asked before something that has been told meanwhile.
    if (version < this.version) return
    this.setup = setup
    this.told = events
    this.aside = setAside
    this.pen = pen
    this.version = version
    this.reckon(setup)
  }

  /** What waits counts as having happened while this device holds the pen: the server will say the same of it. */
  private reckon(setup: SittingSetup): void {
    const known = new Set(this.told.map(({ id }) => id))
    const own = this.holdsPen ? this.waiting.map(({ event }) => event).filter(({ id }) => !known.has(id)) : []
    this.state = replay(setup, [...this.told, ...own]).state
  }

  private async tell(): Promise<boolean> {
    const [first] = this.waiting
    if (!first) return true
    const next = this.waiting.findIndex(({ pen }) => pen !== first.pen)
    const sent = this.waiting.slice(0, Math.min(BATCH, next < 0 ? BATCH : next)).map(({ event }) => event)
    const answer = await this.server.tell(first.pen, this.store.device, sent)
    this.hear(answer)
    if (answer.kind === 'ok') await this.heard(sent, answer.given)
    if (answer.kind === 'unreadable') this.setAsideHere(sent[answer.at ?? 0])
    this.changed()
    return answer.kind === 'ok' || answer.kind === 'unreadable'
  }

  private async heard(sent: readonly SittingEvent[], told: Told): Promise<void> {
    const answered = new Set(told.results.map(({ id }) => id))
    this.keep(this.waiting.filter(({ event }) => !answered.has(event.id)))
    const asExpected =
      told.results.every(({ outcome }) => outcome === 'applied') &&
      told.ordinal === this.version + sent.length &&
      told.pen?.number === this.pen?.number
    if (!asExpected) return void (await this.look())
    this.told = [...this.told, ...sent]
    this.version = told.ordinal
  }

  private setAsideHere(event: SittingEvent | undefined): void {
    if (!event) return
    this.unread = [...this.unread, event]
    this.keep(this.waiting.filter((one) => one.event.id !== event.id))
    if (this.setup) this.reckon(this.setup)
  }
}
