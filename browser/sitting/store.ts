import type { SittingEvent } from '#modules/council/sitting/sitting-event-rules.ts'
import { newId } from './page.ts'

/** Recorded here and not yet told, under the pen that was held then. */
export type Waiting = { event: SittingEvent; pen: number | null }

const DEVICE = 'kuvend-device'

/**
 * What waits, kept by the browser before anything else is done with it: it is there after a reload, a crash, an empty battery.
 * Written whole each time, at once: a few hundred events are a few hundred kilobytes.
 */
export class Store {
  readonly device: string
  private readonly key: string

  constructor(meeting: string) {
    this.key = `kuvend-sitting-${meeting}`
    this.device = (this.read(DEVICE) as string | null) ?? newId()
    this.write(DEVICE, this.device)
  }

  waiting(): Waiting[] {
    return (this.read(this.key) as Waiting[] | null) ?? []
  }

  /** False: this browser keeps nothing, and says so. Nothing remains here once everything is told. */
  keep(waiting: readonly Waiting[]): boolean {
    if (waiting.length > 0) return this.write(this.key, waiting)
    try {
      localStorage.removeItem(this.key)
    } catch {
      return false
    }
    return true
  }

  private read(key: string): unknown {
    try {
      return JSON.parse(localStorage.getItem(key) ?? 'null') as unknown
    } catch {
      return null
    }
  }

  private write(key: string, value: unknown): boolean {
    try {
      localStorage.setItem(key, JSON.stringify(value))
      return true
    } catch {
      return false
    }
  }
}
