import { institutionsWhere } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Services } from '#platform/services.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { listSavedViews, type SavedView } from './saved-view-queries.ts'

export const viewSavedViews = ({ db }: Services, official: Official): Promise<SavedView[]> =>
  listSavedViews(db, official.accountId, institutionsWhere(official, may['comments.read']))

/** With which the desk opens; null: with everything. One that is not shared with them any more is none. */
export const viewDefaultView = async (services: Services, official: Official): Promise<SavedView | null> =>
  (await viewSavedViews(services, official)).find(({ isDefault }) => isDefault) ?? null
