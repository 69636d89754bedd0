import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { recordChange } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { consultationPermissions } from '../permissions.ts'
import { holdGroup, insertGroup, isNameTaken, updateGroup, type GroupWords } from './group-queries.ts'

export type GroupForm = GroupWords & { institutionId: string; formId: string; ended: boolean; fromVersion: number }
export type GroupOutcome =
  | { kind: 'written' }
  | { kind: 'name-taken' }
  | { kind: 'changed-meanwhile' }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-group' }

const GROUP = 'consultations.thematic-group'

export async function startGroup(services: Services, official: Official, form: GroupForm): Promise<GroupOutcome> {
  return services.db.begin(async (tx): Promise<GroupOutcome> => {
    const { institutionId } = form
    if (!mayIn(official, consultationPermissions['comments.enter'], institutionId)) return { kind: 'not-permitted' }
    const at = services.clock.now()
    if (await isNameTaken(tx, { institutionId, name: form.name, except: null })) return { kind: 'name-taken' }
    const id = await insertGroup(tx, { ...form, by: official.accountId, at })
    const by = { accountId: official.accountId }
    const fields = [{ field: 'name', from: null, to: form.name }]
    if (id !== null)
      await recordChange(tx, { institutionId, subject: refOf(GROUP, id), kind: 'created', by, at, fields })
    return { kind: 'written' }
  })
}

export async function changeGroup(
  services: Services,
  official: Official,
  id: string,
  form: GroupForm,
): Promise<GroupOutcome> {
  return services.db.begin(async (tx): Promise<GroupOutcome> => {
    const group = await holdGroup(tx, id)
    if (!group) return { kind: 'no-such-group' }
    const { institutionId } = group
    if (!mayIn(official, consultationPermissions['comments.enter'], institutionId)) return { kind: 'not-permitted' }
    if (group.version !== form.fromVersion) return { kind: 'changed-meanwhile' }
    if (!form.ended && (await isNameTaken(tx, { institutionId, name: form.name, except: id })))
      return { kind: 'name-taken' }
    const at = services.clock.now()
    await updateGroup(tx, { ...form, id, at })
    const by = { accountId: official.accountId }
    const fields = [
      ...(group.name === form.name ? [] : [{ field: 'name', from: group.name, to: form.name }]),
      ...(group.aims === form.aims ? [] : [{ field: 'aims', from: null, to: null }]),
      // Addresses of members never stand in the history.
      ...(JSON.stringify(group.members) === JSON.stringify(form.members)
        ? []
        : [{ field: 'members', from: null, to: null }]),
    ]
    const kind = form.ended && group.endedAt === null ? 'ended' : 'changed'
    await recordChange(tx, { institutionId, subject: refOf(GROUP, id), kind, by, at, fields })
    return { kind: 'written' }
  })
}
