import type { ChangedBy } from '#platform/history/record-change.ts'
import { changedFields } from '#platform/history/change-rules.ts'
import type { Services } from '#platform/services.ts'
import { deleteItem, insertItem, orderItems, updateItem, withdrawItemRow, type ItemFields } from './agenda-queries.ts'
import { isOrderOf, isPublicMeeting, MEETING_LIMITS, shownTitle } from './convening-rules.ts'
import { doWithMeeting, lacksReason, writtenMeeting, type Held, type MeetingOutcome } from './do-with-meeting.ts'
import { listAgenda, type AgendaItem } from './meeting-queries.ts'
import { touchMeeting } from './meeting-writing-queries.ts'
import { publishPapersOf } from './publish-papers.ts'
import { tellOfMeeting } from './tell-meeting.ts'

/** `seen`: the version that stood on the page; null where a form of its own tells a second sending from a second deed. */
type Ask = { by: ChangedBy; seen: number | null; reason: string | null }
export type AddedItem = ItemFields & { formId: string }

/** One or several at once, at the end of the agenda. A form that arrives twice adds once: the item has its number. */
export const addItems = (
  services: Services,
  id: string,
  items: readonly AddedItem[],
  { by, seen, reason }: Ask,
): Promise<MeetingOutcome> =>
  doWithMeeting(services, id, { deed: 'agenda', seen }, async ({ tx, meeting, at }) => {
    const standing = await listAgenda(tx, id)
    if (items.every(({ formId }) => standing.some((one) => one.id === formId))) return 'done'
    if (lacksReason(meeting, reason)) return 'reason-missing'
    if (standing.length + items.length > MEETING_LIMITS.items) return 'too-many'
    const open = isPublicMeeting(meeting.state)
    const origin = open ? 'added' : 'notice'
    await touchMeeting(tx, id, at)
    const now = await writtenMeeting(tx, id)
    for (const { formId, ...fields } of items) {
      const row = { ...fields, id: formId, institutionId: meeting.institutionId, meetingId: id, origin, at } as const
      if (!(await insertItem(tx, { ...row, carriedFrom: null }))) return 'changed-meanwhile'
      const changes = { title: [null, shownTitle(fields)] } as const
      await tellOfMeeting(tx, now, {
        kind: 'item-added',
        by,
        at,
        itemId: formId,
        changes,
        reason,
        quiet: fields.closed,
      })
    }
    if (open) await publishPapersOf(tx, now, { by, at })
    return 'done'
  })

/** Its words, kind, paper and hearing; whether its doors are asked to be closed. */
export const changeItem = (
  services: Services,
  id: string,
  itemId: string,
  { by, seen, reason, fields }: Ask & { fields: ItemFields },
): Promise<MeetingOutcome> =>
  doWithMeeting(services, id, { deed: 'agenda', seen }, async (held) => {
    const { tx, meeting, at } = held
    const before = await plannedItem(held, itemId)
    if (!before) return 'no-such-item'
    const changed = changesOf(before, fields)
    if (Object.keys(changed).length === 0) return 'done'
    if (lacksReason(meeting, reason)) return 'reason-missing'
    await updateItem(tx, itemId, fields, at)
    await touchMeeting(tx, id, at)
    const now = await writtenMeeting(tx, id)
    if (isPublicMeeting(meeting.state)) await publishPapersOf(tx, now, { by, at })
    const hidden = fields.closed || before.closed
    // Of an item that is, or was, behind closed doors only that is told.
    const changes = hidden ? { closed: [String(before.closed), String(fields.closed)] as const } : changed
    await tellOfMeeting(tx, now, { kind: 'item-changed', by, at, itemId, changes, reason, quiet: hidden })
    return 'done'
  })

/** Of a draft it is gone; after the notice it stays where it was, with the reason. */
export const withdrawItem = (
  services: Services,
  id: string,
  itemId: string,
  { by, seen, reason }: Ask,
): Promise<MeetingOutcome> =>
  doWithMeeting(services, id, { deed: 'agenda', seen }, async (held) => {
    const { tx, meeting, at } = held
    const item = await plannedItem(held, itemId)
    if (!item) return 'no-such-item'
    if (lacksReason(meeting, reason)) return 'reason-missing'
    const open = isPublicMeeting(meeting.state)
    await touchMeeting(tx, id, at)
    if (open) await withdrawItemRow(tx, itemId, reason ?? '', at)
    else await removeFromDraft(held, itemId)
    const changes = { title: [shownTitle(item), null] } as const
    const told = { kind: 'item-withdrawn', by, at, itemId: open ? itemId : null, changes, reason } as const
    await tellOfMeeting(tx, await writtenMeeting(tx, id), { ...told, quiet: item.closed })
    return 'done'
  })

async function removeFromDraft({ tx, meeting, at }: Held, itemId: string): Promise<void> {
  await deleteItem(tx, itemId)
  const left = (await listAgenda(tx, meeting.id)).map((one) => one.id)
  await orderItems(tx, meeting.id, left, at)
}

/** The whole agenda in another order, as it stood on the page. */
export const orderAgenda = (
  services: Services,
  id: string,
  order: readonly string[],
  { by, seen, reason }: Ask,
): Promise<MeetingOutcome> =>
  doWithMeeting(services, id, { deed: 'agenda', seen }, async ({ tx, meeting, at }) => {
    const ids = (await listAgenda(tx, id)).map((one) => one.id)
    if (!isOrderOf(order, ids)) return 'changed-meanwhile'
    if (order.every((one, place) => one === ids[place])) return 'done'
    if (lacksReason(meeting, reason)) return 'reason-missing'
    await orderItems(tx, id, order, at)
    await touchMeeting(tx, id, at)
    const moved = order.filter((one, place) => one !== ids[place]).length
    const changes = { order: [null, String(moved)] } as const
    await tellOfMeeting(tx, await writtenMeeting(tx, id), { kind: 'order-changed', by, at, changes, reason })
    return 'done'
  })

async function plannedItem({ tx, meeting }: Held, itemId: string): Promise<AgendaItem | null> {
  const item = (await listAgenda(tx, meeting.id)).find((one) => one.id === itemId)
  return item?.state === 'planned' ? item : null
}

const TOLD = ['title', 'kind', 'rapporteur', 'hearingAt', 'speakerMinutes', 'closed', 'paperId', 'actKind'] as const
const NAMES: Record<(typeof TOLD)[number], string> = {
  title: 'title',
  kind: 'item_kind',
  rapporteur: 'rapporteur',
  hearingAt: 'hearing_at',
  speakerMinutes: 'speaker_minutes',
  closed: 'closed',
  paperId: 'paper',
  actKind: 'act_kind',
}
/** Changed without being told in words: they count as a change all the same. */
const SILENT = ['titleEn', 'publicTitle', 'closedAskedBy', 'closedReason'] as const

function changesOf(before: AgendaItem, after: ItemFields): Record<string, readonly [string | null, string | null]> {
  const told = (item: ItemFields) => Object.fromEntries(TOLD.map((field) => [NAMES[field], item[field]]))
  const stood = { ...before, actKind: before.ownActKind }
  const changes = changedFields(told(stood), told(after))
  const silent = SILENT.some((field) => before[field] !== after[field])
  if (changes.length === 0 && silent) return { words: [null, null] }
  return Object.fromEntries(changes.map(({ field, from, to }) => [field, [from, to] as const]))
}
