import type { Logger } from '#platform/logs/logger.ts'
import { loadAssets } from '#ui/assets.ts'
import type { Config } from './config.ts'
import { openHouse, type House } from './house.ts'
import { listen, type Fetch, type Listener } from './listener.ts'

export type RunningKuvend = {
  /** Null in a worker that was given no port. */
  port: number | null
  /** The exit code, once everything is stopped. */
  ended: Promise<number>
  stop(): Promise<void>
}

/** More deaths of the database than this within five minutes are not an accident. */
const REVIVALS = 3
const REVIVALS_WITHIN_MS = 300_000

/**
 * Starts database, web and worker as the configuration has it. When the embedded PostgreSQL dies by itself (out of memory,
 * killed), another is started, at most three times in five minutes; meanwhile the web goes on listening and answers 503, so
 * that nobody's browser meets a closed door. After that, and on every other failure, the process ends with 1 and a
 * supervisor decides.
 */
export async function startKuvend(config: Config, log: Logger): Promise<RunningKuvend> {
  if (config.role !== 'worker') loadAssets('.build')
  const kuvend = new Kuvend(config, log)
  return kuvend.start()
}

class Kuvend {
  private readonly config: Config
  private readonly log: Logger
  private readonly ended = Promise.withResolvers<number>()
  private house: House | null = null
  private listener: Listener | null = null
  private reviving: Promise<void> = Promise.resolve()
  private stopping: Promise<void> | null = null
  private deaths: number[] = []

  constructor(config: Config, log: Logger) {
    this.config = config
    this.log = log
  }

  async start(): Promise<RunningKuvend> {
    this.house = await this.open()
    try {
      this.listener = await this.listen()
    } catch (error) {
      await this.house.close()
      throw error
    }
    return { port: this.listener?.port ?? null, ended: this.ended.promise, stop: () => this.stop(0) }
  }

  /** A worker alone has an address only where it is given one: beside a web process the other port is that one's. */
  private listen(): Promise<Listener> | null {
    const { host, port, role, workerPort } = this.config
    const own = role === 'worker' ? workerPort : port
    return own === null ? null : listen(host, own, this.answer)
  }

  private open(): Promise<House> {
    return openHouse(this.config, this.log, () => {
      // Stopping waits for all of them: of an earlier one something may still be closing.
      this.reviving = Promise.all([this.reviving, this.revive()]).then(() => {})
    })
  }

  /** Of the house that stands now: after a revival it is another. */
  private readonly answer: Fetch = (request, bindings) =>
    this.house?.web.fetch(request, bindings) ?? new Response(null, { status: 503 })

  private async revive(): Promise<void> {
    if (this.stopping) return
    const now = performance.now()
    this.deaths = [...this.deaths.filter((death) => death > now - REVIVALS_WITHIN_MS), now]
    if (this.deaths.length > REVIVALS) return this.giveUp('the database died too often')
    const dead = this.house
    try {
      this.house = await this.open()
      this.log.warn({ times: this.deaths.length }, 'the embedded database runs again')
    } catch (error) {
      this.giveUp(String(error))
    }
    await dead?.close().catch((error: unknown) => this.log.warn({ error: String(error) }, 'some of it did not close'))
  }

  private giveUp(why: string): void {
    this.log.error({ why }, 'Kuvend gives up')
    // Not awaited: stopping waits for the revival that gives up here.
    void this.stop(1)
  }

  private stop(code: number): Promise<void> {
    this.stopping ??= this.stopAll().then(
      () => this.ended.resolve(code),
      (error: unknown) => {
        this.log.error({ error: String(error) }, 'did not stop cleanly')
        this.ended.resolve(1)
      },
    )
    return this.stopping
  }

  private async stopAll(): Promise<void> {
    await this.reviving
    await this.listener?.close()
    await this.house?.close()
  }
}
