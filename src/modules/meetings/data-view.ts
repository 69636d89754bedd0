import { documentUrls } from '#platform/documents/urls.ts'
import { attendedIn } from './meeting-rules.ts'
import type { MeetingView } from './meeting-view.ts'
import { meetingUrls } from './urls.ts'

/** A meeting as data: what its page shows, and nothing else. Who asked to come stands nowhere. */
export const meetingAsData = (view: MeetingView, url: string) => {
  const { meeting: m, institution } = view
  return {
    url: url + meetingUrls.one(m.slug),
    calendar: url + meetingUrls.calendar(m.slug),
    institution: { slug: institution.slug, name: institution.name, jurisdiction: institution.jurisdiction },
    kind: m.kind,
    mode: m.mode,
    lang: m.lang,
    title: m.title,
    summary: m.summary,
    state: m.state,
    phase: view.phase,
    history: m.history,
    days: view.days.map(({ day, from, to }) => ({ day, from, to })),
    zone: m.zone,
    address: m.address,
    onlineUrl: m.onlineUrl,
    moderator: m.moderator,
    moderatorName: m.moderatorName,
    ...peopleAsData(view),
    topics: view.topics.map(({ id, name }) => ({ id, name })),
    places: view.places.map(({ id, name }) => ({ id, name })),
    ...recordAsData(view),
    ...besideAsData(view, url),
    notice: view.notice && { rule: view.notice.deadline.ruleId, dueOn: view.notice.deadline.dueOn },
    events: view.events,
    contactEmail: m.contactEmail,
    version: m.version,
    publishedAt: m.publishedAt,
    changedAt: m.changedAt,
    cancelled: m.cancelledAt === null ? null : { at: m.cancelledAt, reason: m.cancelReason },
  }
}

const recordAsData = (view: MeetingView) => {
  const { meeting: m } = view
  return {
    agenda: view.items.map(({ from, title, minutes }) => ({ from, title, minutes })),
    minutes: m.minutes,
    minutesPublishedAt: m.minutesPublishedAt,
    outcomes: view.outcomes.map(({ kind, words, wordsEn, dueOn }) => ({ kind, words, wordsEn, dueOn })),
    attendance: m.attendance && { total: attendedIn(m.attendance), bySector: m.attendance },
    participants: m.participants.map(({ kind, words }) => ({ kind, words })),
    writtenUpAt: m.writtenUpAt,
  }
}

const besideAsData = (view: MeetingView, url: string) => ({
  links: view.links.map(({ kind, direction, subject }) => ({
    kind,
    direction,
    title: subject.title,
    url: url + (subject.publicHref ?? ''),
  })),
  documents: view.documents.map((one) => ({
    title: one.title,
    mediaType: one.mediaType,
    size: one.size,
    sha256: one.digest,
    languages: one.languages,
    url: url + documentUrls.one(one.id),
  })),
  pictures: view.pictures.map(({ id, alt }) => ({ alt, url: url + documentUrls.file(id) })),
})

const peopleAsData = ({ meeting: m, bodies }: MeetingView) => ({
  partners: m.partners.map(({ name }) => name),
  audience: m.audience,
  audienceNote: m.audienceNote,
  languages: m.languages,
  accessibility: m.accessibility,
  capacity: m.capacity,
  registration: m.registration,
  bodies: bodies.map(({ name }) => name),
})
