import type { Lang } from '#platform/i18n/language.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'
import { eventOfRow } from '../sitting/event-row-rules.ts'
import { readSetup } from '../sitting/setup-queries.ts'
import { listEvents } from '../sitting/sitting-queries.ts'
import { replay } from '../sitting/sitting-rules.ts'
import { findLiveLink, findLiveMeeting, listLiveEvents, listLiveItems, type LiveMeeting } from './live-queries.ts'
import { liveOf, type Live } from './live-rules.ts'

export type LiveView = {
  meeting: LiveMeeting
  institution: InstitutionSummary
  live: Live
  /** Where it can be watched and heard. */
  watch: string | null
}

/** A meeting as everybody may follow it; null: there is none at this address. */
export async function viewLive(services: Services, lang: Lang, slug: string): Promise<LiveView | null> {
  const { db } = services
  const meeting = await findLiveMeeting(db, slug)
  const institution = meeting && (await findInstitutionById(db, lang, meeting.institutionId))
  if (!meeting || !institution) return null
  const now = services.clock.now()
  const [{ setup }, rows, shown, items, link] = await Promise.all([
    readSetup(db, meeting, now),
    listEvents(db, meeting.id),
    listLiveEvents(db, meeting.id),
    listLiveItems(db, meeting.id),
    findLiveLink(db, meeting.id),
  ])
  const published = new Map(items.map(({ id, title, closed }) => [id, { title, closed }]))
  const open = new Set(shown.filter((one) => !one.closed).map(({ id }) => id))
  const kept = rows
    .filter(({ state }) => state === 'applied')
    .map((row) => ({ event: eventOfRow(row), ordinal: row.ordinal, closed: !open.has(row.eventId) }))
  const { state } = replay(
    setup,
    kept.map(({ event }) => event),
  )
  const shut = meeting.closed || setup.closed === true
  const closed = shut ? { askedBy: meeting.closedAskedBy, reason: meeting.closedReason } : null
  const live = liveOf({ setup, state, events: kept, published, closed })
  return { meeting, institution, live, watch: link?.url ?? null }
}

/** Which meeting this is, for whoever wants to hear of its changes. */
export const viewLiveId = async ({ db }: Services, slug: string): Promise<string | null> =>
  (await findLiveMeeting(db, slug))?.id ?? null
