import { consultationUrls } from '../urls.ts'
import type { ActView } from './act-view.ts'
import { actUrl } from './urls.ts'

const month = (date: string | null): string | null => date && date.slice(0, 7)

const period = (from: string | null, to: string | null) => (from && to ? { from: month(from), to: month(to) } : null)

/** A planned act as data, with its way and every change. Months as `2027-03`; what the plan does not say is null. */
export const plannedActAsData = (
  { act, institution, topics, places, changes, consultations, carried }: ActView,
  url: string,
) => ({
  url: url + actUrl(act),
  institution: { slug: institution.slug, name: institution.name, jurisdiction: institution.jurisdiction },
  year: act.year,
  number: act.number,
  title: act.titleSq,
  titleEn: act.titleEn,
  actKind: act.actKind,
  proposer: act.proposer,
  decidingBody: act.decidingBody,
  consultationPlanned: act.consultationPlanned,
  note: act.note,
  due: period(act.dueFrom, act.dueTo),
  promised: period(act.promisedFrom, act.promisedTo),
  state: act.state,
  slippage: act.slippage && { by: act.slippage.by, month: month(act.slippage.month), months: act.slippage.months },
  announcedOn: act.announcedOn,
  adopted: act.adoptedOn === null ? null : { on: act.adoptedOn, reference: act.adoptedReference },
  dropped: act.droppedOn === null ? null : { on: act.droppedOn, reason: act.dropReason },
  addedLater: act.addedLater,
  publishedAt: act.publishedAt,
  changedAt: act.changedAt,
  version: act.version,
  topics: topics.map(({ id, name }) => ({ id, name })),
  places: places.map(({ id, name }) => ({ id, name })),
  consultations: consultations.map((one) => consultationOf(one, url)),
  carried: carried.map((one) => ({ year: one.year, url: url + actUrl(one) })),
  changes: changes.map(changeOf),
})

const consultationOf = (one: ActView['consultations'][number], url: string) => ({
  url: url + consultationUrls.one(one.slug),
  title: one.title,
  phase: one.phase,
  announcedOn: one.announcedOn,
  opensOn: one.opensOn,
  closesOn: one.closesOn,
})

const changeOf = (change: ActView['changes'][number]) => ({
  version: change.version,
  kind: change.kind,
  at: change.at,
  from: period(change.fromDueFrom, change.fromDueTo),
  to: period(change.toDueFrom, change.toDueTo),
  fields: change.fields,
  reason: change.reason,
})
