import { institutionsWhere, mayAnywhere } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { OfficeTile } from '#platform/door.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { taskPermissions } from '#platform/tasks/permissions.ts'
import { taskUrls } from '#platform/tasks/urls.ts'
import { countOverdue } from './task-list-queries.ts'
import { taskTexts } from './texts.ts'

/** For who answers for the whole house; one's own tasks stand above the tiles. */
export async function taskTiles({ db, clock }: Services, official: Official, lang: Lang): Promise<OfficeTile[]> {
  const roles = taskPermissions['tasks.board']
  if (!mayAnywhere(official, roles)) return []
  const count = await countOverdue(db, institutionsWhere(official, roles), clock.now())
  const href = inLanguage(lang, `${taskUrls.board()}?afati=overdue`)
  return count === 0 ? [] : [{ title: taskTexts(lang).tiles.overdue, count, href }]
}
