import type { DeadlineKind } from '#platform/deadlines/deadline-kind.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { SubjectKind } from '#platform/subjects/subject.ts'
import {
  ACT_RECORD,
  CHECK_AGAIN_SLOT,
  CHECK_SLOT,
  DEPOSIT_SLOT,
  TRANSMITTAL_RECORD,
  VERDICT_RECORD,
} from '../act-rules.ts'
import { actPermissions as may } from '../permissions.ts'
import { publicActTitles } from '../subjects-view.ts'
import { actUrls } from '../urls.ts'
import { listTransmittalNames, listVerdictNames } from './subject-queries.ts'
import { inEvery, textsIn } from './texts.ts'
import { deskUrls, reviewUrls } from './urls.ts'

/** The clocks of the review. They end by letters and words, which its pages give. */
const clock = (words: DeadlineKind['words']): DeadlineKind => ({
  kind: ACT_RECORD,
  words,
  publicBoard: true,
  publicTitles: publicActTitles,
  readers: may['acts.read'],
  ownDeeds: true,
})

export const reviewDeadlines: Record<string, DeadlineKind> = {
  [DEPOSIT_SLOT]: clock(inEvery((t) => t.deadlines.deposit)),
  [CHECK_SLOT]: clock(inEvery((t) => t.deadlines.check)),
  [CHECK_AGAIN_SLOT]: clock(inEvery((t) => t.deadlines.check)),
}

/** What others may know of a letter or of a word of the authority when they hold its reference. */
export const reviewSubjects: Record<string, SubjectKind> = {
  [TRANSMITTAL_RECORD]: {
    name: inEvery((t) => t.transmittalKind),
    readers: may['acts.read'],
    find: async ({ db }: Services, lang: Lang, ids: readonly string[]) =>
      (await listTransmittalNames(db, ids)).map((one) => ({
        ref: refOf(TRANSMITTAL_RECORD, one.id),
        institutionId: one.institutionId,
        title: one.number === null ? textsIn(lang).draft : textsIn(lang).transmittal(one.number),
        lang,
        officeHref: reviewUrls.one(one.id),
        publicHref: null,
      })),
  },
  [VERDICT_RECORD]: {
    name: inEvery((t) => t.verdictKind),
    readers: may['acts.read'],
    find: async ({ db }: Services, lang: Lang, ids: readonly string[]) =>
      (await listVerdictNames(db, ids)).map((one) => ({
        ref: refOf(VERDICT_RECORD, one.id),
        institutionId: one.institutionId,
        title: textsIn(lang).verdictOf(one.number ?? '–', textsIn(lang).verdicts[one.kind]),
        lang,
        officeHref: reviewUrls.act(one.actId),
        publicHref: one.slug === null ? null : actUrls.act(one.slug),
      })),
  },
}

/** The authority finds its desk in the menu of the office. */
export const deskMenu = {
  href: deskUrls.list(),
  label: inEvery((t) => t.desk.title),
  roles: may['acts-review.decide'],
}
