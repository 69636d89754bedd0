import { institutionsWhere } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { councilPermissions as may } from '../../permissions.ts'
import { listWritable } from '../office-people-view.ts'
import { listDraftMembers, type DraftMember } from './publish-many-queries.ts'

/** A whole council with room to spare. */
const MOST_SHOWN = 200

export type DraftsView = { drafts: DraftMember[]; names: ReadonlyMap<string, string> }

export async function viewDrafts(services: Services, lang: Lang, official: Official): Promise<DraftsView> {
  const [drafts, institutions] = await Promise.all([
    listDraftMembers(services.db, institutionsWhere(official, may['council-people.write']), MOST_SHOWN),
    listWritable(services, lang, official),
  ])
  return { drafts, names: new Map(institutions.map(({ id, name }) => [id, name])) }
}
