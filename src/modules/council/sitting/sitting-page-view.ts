import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { listCouncilBodies } from '../people/member-queries.ts'
import { councilPermissions as may } from '../permissions.ts'
import { majorityOf, SETTABLE, type MajorityOf } from './majority-rules.ts'
import { listMajoritySettings, type EventRow } from './sitting-queries.ts'
import { viewSitting } from './sitting-setup-view.ts'
import type { SittingRecord } from './sitting-view.ts'
import { entitledTo } from './voting-rules.ts'

export type Corrected = 'struck' | 'corrected'

export type SittingPageView = SittingRecord & {
  /** What the meeting is called in the office. */
  name: string
  names: ReadonlyMap<string, string>
  itemTitles: ReadonlyMap<string, string>
  /** Where an item can be sent back to. */
  bodies: { id: string; name: string }[]
  majorities: MajorityOf[]
  /** Who votes in the vote that is open. */
  entitled: string[]
  setAside: EventRow[]
  corrected: ReadonlyMap<string, Corrected>
  mayWrite: boolean
  pen: (SittingRecord['pen'] & { mine: boolean }) | null
  /** The forms are shown: this official may write, and nobody else has the pen. */
  writing: boolean
}

/** Null: there is none that this official may read. */
export async function viewSittingPage(
  services: Services,
  lang: Lang,
  official: Official,
  id: string,
): Promise<SittingPageView | null> {
  const record = isUuid(id) ? await viewSitting(services, id) : null
  if (!record || !mayIn(official, may['council.read'], record.meeting.institutionId)) return null
  const { meeting, setup, state, rows } = record
  const [bodies, settings] = await Promise.all([
    listCouncilBodies(services.db, meeting.institutionId),
    listMajoritySettings(services.db, meeting.institutionId),
  ])
  const mayWrite = mayIn(official, may['council-sitting.write'], meeting.institutionId)
  const pen = record.pen && { ...record.pen, mine: record.pen.accountId === official.accountId }
  const recordable = ['convened', 'under-way', 'suspended', 'closed'].includes(meeting.state)
  return {
    ...record,
    name: meeting.title ?? ((lang === 'en' && meeting.bodyEn) || meeting.body),
    names: new Map(setup.members.map((one) => [one.id, one.name])),
    itemTitles: new Map(state.items.map((one) => [one.id, one.title])),
    bodies: bodies
      .filter((one) => one.kind === 'commission' && one.endedOn === null)
      .map((one) => ({ id: one.id, name: (lang === 'en' && one.nameEn) || one.name })),
    majorities: SETTABLE.map((kind) => majorityOf(meeting.jurisdiction, kind, settings, lang)),
    entitled: state.openVote === null ? [] : entitledTo(state, state.openVote.item),
    setAside: rows.filter((row) => row.state === 'set-aside'),
    corrected: correctedIn(rows),
    mayWrite,
    pen,
    writing: mayWrite && recordable && (pen === null || pen.mine),
  }
}

function correctedIn(rows: readonly EventRow[]): Map<string, Corrected> {
  const applied = rows.filter(
    (row) => row.kind === 'corrected' && row.state === 'applied' && row.body.place !== 'before',
  )
  return new Map(applied.map(({ body }) => [String(body.event), body.instead === null ? 'struck' : 'corrected']))
}

/** The record as the script of the page asks for it. */
export async function viewSittingState(services: Services, lang: Lang, official: Official, id: string) {
  const view = await viewSittingPage(services, lang, official, id)
  if (!view) return null
  const { meeting, setup, events, pen, version, setAside, majorities } = view
  return {
    meeting: {
      id: meeting.id,
      title: view.name,
      zone: meeting.zone,
      lang: meeting.lang,
      public: `/mbledhje/${meeting.slug}`,
    },
    setup,
    events: events.map(({ event }) => event),
    setAside: setAside.map(({ eventId, kind, body, happenedAt, refusal, ordinal }) => ({
      event: { id: eventId, at: happenedAt.toISOString(), kind, body },
      refusal,
      ordinal,
    })),
    pen: pen && shownPen(pen),
    majorities: Object.fromEntries(majorities.map(({ kind, majority }) => [kind, majority])),
    mayWrite: view.mayWrite,
    version,
  }
}

type Shown = NonNullable<SittingRecord['pen']> & { mine: boolean }

export const shownPen = ({ number, device, name, takenAt, mine }: Shown) => ({
  number,
  device,
  name,
  takenAt: takenAt.toISOString(),
  mine,
})
