import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { deadlineView, type DeadlineView } from '#platform/deadlines/deadline-view.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { takedownPermissions } from '#platform/takedowns/takedown-permissions.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { findAct, type Act } from '../act-queries.ts'
import { ACT_RECORD, FORCE_SLOT, forceOn, isPublic, PUBLICATION_SLOT, type Force } from '../act-rules.ts'
import { actPermissions as may } from '../permissions.ts'
import {
  findReadiness,
  listNotifications,
  listPostings,
  type Notification,
  type Posting,
} from './announcing-queries.ts'
import { isLate, type Readiness } from './announcing-rules.ts'

export type AnnouncingView = {
  act: Act
  force: Force
  today: string
  readiness: Readiness
  /** It would be late today. */
  late: boolean
  publication: DeadlineView | null
  coming: DeadlineView | null
  postings: Posting[]
  /** Addressee and protocol are taken out for those who may not read them. */
  notifications: (Notification & { hidden: boolean })[]
  mayWrite: boolean
  mayDecide: boolean
  mayTakeDown: boolean
}

/** Null: there is none that this official may read. */
export async function viewAnnouncing(
  services: Services,
  lang: Lang,
  official: Official,
  id: string,
): Promise<AnnouncingView | null> {
  const { db, clock } = services
  const act = isUuid(id) ? await findAct(db, id) : null
  if (!act || !mayIn(official, may['acts.read'], act.institutionId)) return null
  const subject = refOf(ACT_RECORD, id)
  const [readiness, publication, coming, postings, notifications] = await Promise.all([
    findReadiness(db, id),
    deadlineView(services, lang, subject, PUBLICATION_SLOT),
    deadlineView(services, lang, subject, FORCE_SLOT),
    listPostings(db, id),
    listNotifications(db, id),
  ])
  const today = civilDateIn(act.zone, clock.now())
  const sees = mayIn(official, may['acts-private.read'], act.institutionId)
  return {
    act,
    force: forceOn(today, act),
    today,
    readiness,
    late: isLate(today, act.announceBy),
    publication,
    coming,
    postings,
    notifications: notifications.map((one) => ({
      ...one,
      hidden: !sees,
      addressee: sees ? one.addressee : null,
      protocol: sees ? one.protocol : null,
    })),
    mayWrite: mayIn(official, may['acts.write'], act.institutionId),
    mayDecide: mayIn(official, may['acts.decide'], act.institutionId),
    mayTakeDown: isPublic(act.state) && mayIn(official, takedownPermissions['takedowns.take'], act.institutionId),
  }
}
