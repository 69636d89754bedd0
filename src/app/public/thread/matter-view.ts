import type { Door } from '#platform/door.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { viewThread, type MatterThread } from '#platform/links/thread-view.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'
import { findSubjects } from '#platform/subjects/find-subjects.ts'
import { readRef } from '#platform/subjects/subject-rules.ts'
import type { Subject } from '#platform/subjects/subject.ts'
import { isUuid } from '#platform/http/field-rules.ts'

export type MatterView = { subject: Subject; institution: InstitutionSummary; thread: MatterThread }

/** The thread that a record stands in, as everybody may see it; null: nobody may open the record. */
export async function viewMatter(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  ref: string,
): Promise<MatterView | null> {
  if (!isUuid(readRef(ref)?.id ?? '')) return null
  const subject = (await findSubjects(doors, services, lang, [ref])).get(ref)
  if (!subject || subject.publicHref === null) return null
  const [institution, thread] = await Promise.all([
    findInstitutionById(services.db, lang, subject.institutionId),
    viewThread(services, doors, lang, ref, { public: true }),
  ])
  return institution && { subject, institution, thread }
}

/** The same for programs; addresses are whole. */
export const matterAsData = ({ subject, thread }: MatterView, url: string) => ({
  ref: subject.ref,
  title: subject.title,
  url: url + (subject.publicHref ?? ''),
  records: thread.records.map((one) => ({
    ref: one.subject.ref,
    step: one.step,
    on: one.on,
    title: one.subject.title,
    lang: one.subject.lang,
    url: url + (one.subject.publicHref ?? ''),
    distance: one.distance,
    neighbour: one.of?.ref ?? null,
    words: one.words,
    beside: (one.subject.life?.beside ?? []).map(({ title, href }) => ({ title, url: url + href })),
  })),
  links: thread.edges.map(({ fromRef, toRef, kind, words }) => ({ from: fromRef, to: toRef, kind, words })),
  more: thread.more,
})
