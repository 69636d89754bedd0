import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Services } from '#platform/services.ts'
import { consultationPermissions as may } from '../permissions.ts'
import {
  changeViewRow,
  deleteViewRow,
  findViewByForm,
  holdView,
  insertView,
  setDefaultView,
} from './saved-view-queries.ts'

export type SavedViewOutcome =
  { kind: 'saved'; id: string } | { kind: 'done' } | { kind: 'not-permitted' } | { kind: 'no-such-view' }

export type ViewOrder = { institutionId: string; name: string; query: string; shared: boolean; formId: string }

/** Keeps a way of narrowing the list under a name. The same form keeps it once. */
export async function saveView(services: Services, official: Official, order: ViewOrder): Promise<SavedViewOutcome> {
  if (!mayIn(official, may['comments.desk'], order.institutionId)) return { kind: 'not-permitted' }
  const { accountId } = official
  return services.db.begin(async (tx): Promise<SavedViewOutcome> => {
    const id = await insertView(tx, { ...order, accountId, at: services.clock.now() })
    return { kind: 'saved', id: id ?? (await findViewByForm(tx, order.formId)) ?? '' }
  })
}

export type ViewChange =
  { deed: 'change'; name: string; shared: boolean } | { deed: 'delete' } | { deed: 'default'; wanted: boolean }

/** Its owner alone names and deletes it; whoever reads a shared one may begin with it. */
export async function changeView(
  services: Services,
  official: Official,
  id: string,
  change: ViewChange,
): Promise<SavedViewOutcome> {
  const { accountId } = official
  return services.db.begin(async (tx): Promise<SavedViewOutcome> => {
    const view = await holdView(tx, id)
    const own = view?.accountId === accountId
    if (!view || !(own || (view.shared && mayIn(official, may['comments.desk'], view.institutionId))))
      return { kind: 'no-such-view' }
    if (change.deed === 'default') await setDefaultView(tx, accountId, change.wanted ? id : null)
    else if (!own) return { kind: 'not-permitted' }
    else if (change.deed === 'delete') await deleteViewRow(tx, id)
    else await changeViewRow(tx, id, { ...change, at: services.clock.now() })
    return { kind: 'done' }
  })
}
