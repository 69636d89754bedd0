import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { Subject } from '#platform/subjects/subject.ts'
import { TASK_KIND } from '#platform/tasks/task-rules.ts'
import { taskUrls } from '#platform/tasks/urls.ts'
import { listHeldTasks, listTasksById } from './task-list-queries.ts'

/** What others may know of a task when they hold its reference. It has no page for everyone, ever. */
export const listTaskSubjects = async ({ db }: Services, lang: Lang, ids: readonly string[]): Promise<Subject[]> =>
  (await listTasksById(db, lang, ids)).map(({ id, institutionId, title }) => ({
    ref: refOf(TASK_KIND, id),
    institutionId,
    title,
    lang: 'sq',
    officeHref: taskUrls.one(id),
    publicHref: null,
  }))

const MOST = 500

/** What is open with an official who is about to leave. */
export const tasksOpenWith = async (
  { db }: Services,
  lang: Lang,
  accountId: string,
): Promise<{ title: string; href: string }[]> =>
  (await listHeldTasks(db, lang, accountId, MOST)).map(({ id, title }) => ({ title, href: taskUrls.one(id) }))
