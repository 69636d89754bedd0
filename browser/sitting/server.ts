import type { SittingEvent, SittingRefusal, SittingSetup } from '#modules/council/sitting/sitting-event-rules.ts'
import type { PageData } from './page.ts'

export type Pen = { number: number; device: string; name: string; takenAt: string; mine: boolean }
export type Aside = { event: SittingEvent; refusal: SittingRefusal; ordinal: number }

/** What the server knows of the meeting. */
export type Known = {
  setup: SittingSetup
  events: SittingEvent[]
  setAside: Aside[]
  pen: Pen | null
  version: number
}

export type Told = {
  results: { id: string; outcome: 'applied' | 'already' | 'set-aside'; refusal: SittingRefusal | null }[]
  pen: Pen | null
  ordinal: number
}

/** `away`: nobody answers. `out`: somebody does, and does not let us. `unreadable`: one event is not understood. */
export type Answer<Given> =
  { kind: 'ok'; given: Given } | { kind: 'away' } | { kind: 'out' } | { kind: 'unreadable'; at: number | null }

/** Longer, and the network is as good as not there. */
const PATIENCE_MS = 15_000

export class Server {
  private readonly urls: PageData['urls']

  constructor(urls: PageData['urls']) {
    this.urls = urls
  }

  look(): Promise<Answer<Known>> {
    return ask<Known>(this.urls.state)
  }

  tell(pen: number | null, device: string, events: readonly SittingEvent[]): Promise<Answer<Told>> {
    return ask<Told>(this.urls.events, { pen, device, events })
  }

  takePen(device: string): Promise<Answer<{ pen: Pen }>> {
    return ask<{ pen: Pen }>(this.urls.pen, { device })
  }
}

async function ask<Given>(url: string, sent?: unknown): Promise<Answer<Given>> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), PATIENCE_MS)
  try {
    const answer = await fetch(url, {
      method: sent === undefined ? 'GET' : 'POST',
      headers: { accept: 'application/json', ...(sent !== undefined && { 'content-type': 'application/json' }) },
      ...(sent !== undefined && { body: JSON.stringify(sent) }),
      cache: 'no-store',
      redirect: 'manual',
      signal: stop.signal,
    })
    if (answer.status === 200) return { kind: 'ok', given: (await answer.json()) as Given }
    if (answer.status === 422) return { kind: 'unreadable', at: ((await answer.json()) as { at: number | null }).at }
    // Sent on to sign in, or told that one may not.
    const refused = answer.type === 'opaqueredirect' || [401, 403, 404, 409, 413].includes(answer.status)
    return { kind: refused ? 'out' : 'away' }
  } catch {
    return { kind: 'away' }
  } finally {
    clearTimeout(timer)
  }
}
