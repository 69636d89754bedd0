import type { Listening } from '../db/listening.ts'
import type { Logger } from '../logs/logger.ts'

/** What is watched: who tells of a change, and what the state is of each key by which a change is known that nobody told. */
export type Watched = {
  listen(hears: { heard: (key: string) => void; begun: () => void }): Promise<Listening>
  statesOf(keys: readonly string[]): Promise<ReadonlyMap<string, string>>
}

/** How many may listen at once: in one process, to one record, from one address. */
export type StreamLimits = { all: number; perKey: number; perAddress: number }
export type StreamTimes = { beatMs: number; gatherMs: number }

const LIMITS: StreamLimits = { all: 1500, perKey: 1000, perAddress: 150 }

/** Proxies close what is silent for a minute. What comes in one rush is told once. */
const TIMES: StreamTimes = { beatMs: 20_000, gatherMs: 200 }

/** Of a browser that takes nothing any more, so many messages are kept. */
const WAITING = 50

type Client = { key: string; address: string; controller: ReadableStreamDefaultController<Uint8Array>; leave(): void }

const ENCODER = new TextEncoder()
const CHANGED = ENCODER.encode('event: change\ndata: 1\n\n')
const BEAT = ENCODER.encode(': still here\n\n')

/**
 * Server-sent events that say "something has changed" and nothing of what: the page then asks for what it may read. One
 * process listens to the database once, for all who listen to it.
 */
export class ChangeStreams {
  private readonly watched: Watched
  private readonly log: Logger
  private readonly limits: StreamLimits
  private readonly times: StreamTimes
  private readonly clients = new Set<Client>()
  private readonly told = new Set<string>()
  private readonly waiting = new Set<string>()
  private known: ReadonlyMap<string, string> = new Map()
  private listening: Promise<Listening | null> | null = null
  private beating: NodeJS.Timeout | null = null
  private hears = false
  private opened = 0

  constructor(
    watched: Watched,
    log: Logger,
    { limits = LIMITS, times = TIMES }: { limits?: StreamLimits; times?: StreamTimes } = {},
  ) {
    this.watched = watched
    this.log = log
    this.limits = limits
    this.times = times
  }

  get open(): number {
    return this.clients.size
  }

  /** A stream of changes of one record; null: too many listen already. It ends when the process stops. */
  stream(key: string, address: string, stopping?: AbortSignal): Response | null {
    if (stopping?.aborted || this.isFull(key, address)) return null
    let mine: Client | null = null
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        mine = this.enter({ key, address, controller }, stopping)
      },
      cancel: () => mine?.leave(),
    })
    return new Response(body, {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        // Nobody on the way may hold it back to compress it or to keep it.
        'cache-control': 'no-store, no-transform',
        'x-accel-buffering': 'no',
      },
    })
  }

  endAll(): void {
    for (const client of this.clients) this.end(client)
  }

  private isFull(key: string, address: string): boolean {
    if (this.clients.size >= this.limits.all) return true
    const all = [...this.clients]
    return (
      all.filter((one) => one.key === key).length >= this.limits.perKey ||
      all.filter((one) => one.address === address).length >= this.limits.perAddress
    )
  }

  private enter(one: Omit<Client, 'leave'>, stopping: AbortSignal | undefined): Client {
    const onStop = () => this.end(client)
    const leave = () => {
      stopping?.removeEventListener('abort', onStop)
      this.clients.delete(client)
      if (this.clients.size === 0) this.rest()
    }
    const client: Client = { ...one, leave }
    stopping?.addEventListener('abort', onStop)
    this.clients.add(client)
    // Those who are cut off together do not come back together.
    const retry = 2000 + (this.opened++ % 20) * 200
    one.controller.enqueue(ENCODER.encode(`retry: ${retry}\n\n`))
    this.wakeUp()
    // What happened between the page and this stream. Where nobody listens yet, all are told once somebody does.
    if (this.hears) this.send(client, CHANGED)
    return client
  }

  private send(client: Client, message: Uint8Array): void {
    if (!this.clients.has(client)) return
    if ((client.controller.desiredSize ?? 0) < -WAITING) return this.end(client)
    client.controller.enqueue(message)
  }

  private end(client: Client): void {
    if (!this.clients.has(client)) return
    client.leave()
    client.controller.close()
  }

  private wakeUp(): void {
    this.listening ??= this.listen()
    if (this.beating) return
    this.beating = setInterval(() => void this.beat(), this.times.beatMs)
    this.beating.unref()
  }

  private rest(): void {
    if (this.beating) clearInterval(this.beating)
    this.beating = null
    this.known = new Map()
  }

  private listen(): Promise<Listening | null> {
    const heard = (key: string) => {
      this.told.add(key)
      this.gather(key)
    }
    const begun = () => {
      this.hears = true
      for (const { key } of this.clients) this.gather(key)
    }
    return this.watched.listen({ heard, begun }).catch((error: unknown) => {
      this.log.warn({ error: String(error) }, 'cannot hear of changes; they are asked for instead')
      begun()
      return null
    })
  }

  /** Tells all who listen to it, a moment later: a device that comes back sends many events at once. */
  private gather(key: string): void {
    if (this.waiting.has(key)) return
    this.waiting.add(key)
    const timer = setTimeout(() => {
      this.waiting.delete(key)
      for (const client of this.clients) if (client.key === key) this.send(client, CHANGED)
    }, this.times.gatherMs)
    timer.unref()
  }

  /** A sign of life to all, and a look whether something changed that nobody told. */
  private async beat(): Promise<void> {
    for (const client of this.clients) this.send(client, BEAT)
    const keys = [...new Set([...this.clients].map(({ key }) => key))]
    try {
      const states = await this.watched.statesOf(keys)
      const missed = keys.filter(
        (key) => this.known.has(key) && this.known.get(key) !== states.get(key) && !this.told.has(key),
      )
      this.known = states
      this.told.clear()
      for (const key of missed) this.gather(key)
      if (missed.length > 0 || (await this.listening) === null) await this.listenAnew()
    } catch (error) {
      // The database is away, perhaps for good with this house: whoever listens comes back by itself, to whoever answers.
      this.log.warn({ error: String(error) }, 'streams of changes end: the database does not answer')
      this.endAll()
    }
  }

  private async listenAnew(): Promise<void> {
    const before = this.listening
    this.listening = this.listen()
    await (await before)?.end().catch(() => {})
    await this.listening
  }
}
