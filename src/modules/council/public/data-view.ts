import { documentUrls } from '#platform/documents/urls.ts'
import type { Document } from '#platform/documents/document-queries.ts'
import { councilUrls } from '../urls.ts'
import type { PublicOpinion } from './agenda-queries.ts'
import type { MeetingView, ShownItem } from './meeting-view.ts'
import type { PaperView } from './paper-view.ts'
import { publicUrls } from './urls.ts'

/** A meeting as data: what its page shows, and nothing else. */
export const meetingAsData = (view: MeetingView, url: string) => {
  const { meeting: m, institution } = view
  return {
    id: m.id,
    url: url + councilUrls.meeting(m.slug),
    calendar: url + publicUrls.meetingCalendar(m.slug),
    institution: { slug: institution.slug, name: institution.name, jurisdiction: institution.jurisdiction },
    body: { id: m.bodyId, kind: m.bodyKind, name: m.bodyName },
    sitsTogetherWith: m.together,
    kind: m.kind,
    number: m.number,
    numberYear: m.numberYear,
    numberWords: m.numberWords,
    title: view.title,
    titleLang: view.titleLang,
    lang: m.lang,
    state: m.state,
    history: m.history,
    startsAt: m.startsAt,
    endsAt: m.endsAt,
    day: m.day,
    zone: m.zone,
    place: m.place,
    mode: m.mode,
    accessibility: m.accessibility,
    ...noticeAsData(view),
    closed: m.closed ? { askedBy: m.closedAskedBy, ground: m.closedReason } : null,
    openedAt: m.openedAt,
    closedAt: m.closedAt,
    cancelReason: m.cancelReason,
    agenda: view.items.map((item) => itemAsData(item, url)),
    documents: view.documents.map((one) => fileAsData(one, url)),
    attendance: attendanceOf(view),
    events: view.events.map(({ kind, at, itemId, changes, reason }) => ({ kind, at, item: itemId, changes, reason })),
    ...aboutAsData(view),
    version: m.version,
    publishedAt: m.publishedAt,
    changedAt: m.changedAt,
  }
}

const noticeAsData = (view: MeetingView) => {
  const { meeting: m } = view
  return {
    calledBy: { by: m.calledBy, members: view.callers, reason: m.callReason },
    notice: {
      givenAt: m.convenedAt,
      rule: view.notice?.deadline.ruleId ?? null,
      dueOn: view.notice?.deadline.dueOn ?? null,
      shortNoticeReason: m.shortNoticeReason,
      postings: view.postings.map(({ place, postedAt }) => ({ place, postedAt })),
    },
  }
}

const aboutAsData = ({ topics, places }: Pick<MeetingView, 'topics' | 'places'>) => ({
  topics: topics.map(({ id, name }) => ({ id, name })),
  places: places.map(({ id, name }) => ({ id, name })),
})

const attendanceOf = ({ beside: { present, remote, excused, absent } }: MeetingView) => ({
  present,
  remote,
  excused,
  absent,
})

const itemAsData = (item: ShownItem, url: string) => ({
  id: item.id,
  ordinal: item.ordinal,
  label: item.label,
  title: item.title,
  titleEn: item.titleEn,
  kind: item.closed ? null : item.kind,
  state: item.state,
  stateReason: item.stateReason,
  origin: item.origin,
  rapporteur: item.rapporteur,
  closed: item.closed ? { askedBy: item.closedAskedBy, ground: item.closedReason } : null,
  paper: item.paperId && {
    id: item.paperId,
    title: item.paperTitle,
    reference: item.paperReference,
    url: url + councilUrls.paper(item.paperId),
  },
  documents: item.files.map((one) => fileAsData(one, url)),
  opinions: item.opinions.map((one) => opinionAsData(one, url)),
  sentBackTo: item.sentBackTo,
  carriedFrom: item.carriedFrom && url + councilUrls.agendaItem(item.carriedFrom.slug, item.carriedFrom.itemId),
  carriedTo: item.carriedTo && url + councilUrls.agendaItem(item.carriedTo.slug, item.carriedTo.itemId),
  hearingAt: item.hearingAt,
  speakerMinutes: item.speakerMinutes,
  result: item.result,
})

const fileAsData = (one: Document, url: string) => ({
  title: one.title,
  lang: one.ownLang,
  mediaType: one.mediaType,
  size: one.size,
  sha256: one.digest,
  url: url + documentUrls.one(one.id),
})

const opinionAsData = (one: PublicOpinion, url: string) => ({
  body: { id: one.bodyId, name: one.bodyName },
  stance: one.stance,
  words: one.words,
  givenOn: one.givenOn,
  votes: one.votesFor === null ? null : { for: one.votesFor, against: one.votesAgainst, abstain: one.votesAbstain },
  meeting: one.slug && url + councilUrls.meeting(one.slug),
})

/** A paper as data: what its page shows. */
export const paperAsData = (view: PaperView, url: string) => {
  const { paper: p, institution } = view
  return {
    id: p.id,
    url: url + councilUrls.paper(p.id),
    institution: { slug: institution.slug, name: institution.name, jurisdiction: institution.jurisdiction },
    kind: p.kind,
    kindWords: p.kindWords,
    reference: p.reference,
    title: p.title,
    titleEn: p.titleEn,
    lang: p.lang,
    summary: p.summary,
    proposer: { kind: p.proposerKind, name: p.proposer },
    datedOn: p.datedOn,
    about: view.about?.publicHref ? url + view.about.publicHref : null,
    documents: view.files.map((one) => fileAsData(one, url)),
    opinions: view.opinions.map((one) => opinionAsData(one, url)),
    meetings: view.meetings.map((one) => ({
      title: one.title,
      day: one.day,
      body: one.bodyName,
      state: one.state,
      reason: one.stateReason,
      result: one.result,
      url: url + councilUrls.agendaItem(one.slug, one.itemId),
    })),
    ...aboutAsData(view),
    version: p.version,
    publishedAt: p.publishedAt,
    changedAt: p.changedAt,
  }
}
