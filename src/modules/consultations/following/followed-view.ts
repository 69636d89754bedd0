import type { Queryable } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { IcalEvent } from '#platform/lists/ical-rules.ts'
import type { FollowedKind, HappeningWords } from '#platform/subscriptions/followed-kind.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { CONSULTATION_KIND } from '../closing/closing-rules.ts'
import { monitoringHappenings } from '../monitoring/followed-monitoring-view.ts'
import { planHappenings } from '../plan/followed-plans-view.ts'
import { consultationUrls } from '../urls.ts'
import { listActivityDays, listConsultationDays, type ConsultationDays } from './followed-queries.ts'
import { en } from './texts.en.ts'
import { sq, type FollowedTexts } from './texts.sq.ts'

const textsOf = (lang: Lang): FollowedTexts => (lang === 'sq' ? sq : en)

const namedIn = (lang: Lang): Record<string, HappeningWords> =>
  Object.fromEntries(Object.entries(textsOf(lang).happenings).map(([kind, words]) => [`consultations.${kind}`, words]))

/** Consultations as people follow them: what happens to them, and their days. */
export const followedConsultations: FollowedKind = {
  subjectKind: CONSULTATION_KIND,
  happenings: {
    sq: { ...namedIn('sq'), ...planHappenings.sq, ...monitoringHappenings.sq },
    en: { ...namedIn('en'), ...planHappenings.en, ...monitoringHappenings.en },
  },
  crowds: ['consultations.comment'],
  daysOf,
}

type Day = IcalEvent & { matter: string }

async function daysOf(db: Queryable, lang: Lang, ids: readonly string[]): Promise<Day[]> {
  const [all, activities] = await Promise.all([listConsultationDays(db, lang, ids), listActivityDays(db, lang, ids)])
  const t = textsOf(lang).days
  const activitiesOf = Map.groupBy(activities, ({ consultationId }) => consultationId)
  return all.flatMap((one) => {
    const { id, title, opensOn, closesOn } = one
    return [
      ...(opensOn ? [event(one, 'opens', { day: opensOn }, t.opens(title))] : []),
      ...(closesOn ? [event(one, 'closes', { day: closesOn }, t.closes(title))] : []),
      ...(activitiesOf.get(id) ?? []).map(({ ordinal, dateFrom, dateTo, title: what, place }) => ({
        ...event(
          one,
          `activity-${ordinal}`,
          dateTo ? { day: dateFrom, to: dateTo } : { day: dateFrom },
          t.activity(what, title),
        ),
        description: place,
      })),
    ]
  })
}

const event = (
  { id, slug, version, changedAt, cancelled }: ConsultationDays,
  what: string,
  at: IcalEvent['at'],
  summary: string,
): Day => ({
  matter: refOf(CONSULTATION_KIND, id),
  uid: `consultation-${id}-${what}`,
  sequence: version,
  stamp: changedAt,
  at,
  summary,
  url: consultationUrls.one(slug),
  cancelled,
})
