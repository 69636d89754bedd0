import type { Transaction } from '#platform/db/database.ts'
import type { ChangedBy } from '#platform/history/record-change.ts'
import { changedFields } from '#platform/history/change-rules.ts'
import { recordChange } from '#platform/history/record-change.ts'
import { linkRecords } from '#platform/links/link-records.ts'
import { setPlaces } from '#platform/places/subject-places.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { setTopics } from '#platform/topics/subject-topics.ts'
import {
  findByForm,
  findByImportKey,
  insertMeeting,
  listNamed,
  moveMeeting,
  setEnglish,
  updateMeeting,
  type Meeting,
  type MeetingFields,
} from '../meeting-queries.ts'
import { deleteItemsBut, listAgenda, listDays, replaceBodies, replaceDays, writeItem } from '../agenda-queries.ts'
import { isPublic, KIND, matchItems, slugOf, type MeetingDay } from '../meeting-rules.ts'
import { doWithMeeting, writtenMeeting, type MeetingOutcome } from './do-with-meeting.ts'
import { planNotice } from './keep-notice-clock.ts'
import { tellOfMeeting } from './tell-meeting.ts'

/** What a form brings, checked. */
export type MeetingForm = Omit<MeetingFields, 'partners'> & {
  titleEn: string
  summaryEn: string
  partners: readonly string[]
  days: readonly MeetingDay[]
  agenda: readonly { from: string | null; title: string }[]
  bodyIds: readonly string[]
  topicIds: readonly string[]
  placeIds: readonly string[]
}

export type NewMeetingOrder = {
  form: MeetingForm
  institution: { id: string; slug: string }
  by: ChangedBy
  formId?: string
  importKey?: string
  history?: boolean
  /** What it is about from the beginning: a reference. */
  about?: string | null
}

/** So many meetings of an institution may have the same title. */
const MOST_ALIKE = 200

/** Makes a draft; a form, or a line of a file, that arrives twice makes one. */
export const createMeeting = (services: Services, order: NewMeetingOrder): Promise<string> =>
  services.db.begin(async (tx) => (await newMeeting(tx, services, order)).id)

export async function newMeeting(
  tx: Transaction,
  services: Services,
  { form, institution, by, formId, importKey, history = false, about = null }: NewMeetingOrder,
): Promise<{ id: string; isNew: boolean }> {
  const at = services.clock.now()
  const institutionId = institution.id
  const fields = await fieldsOf(tx, form)
  for (let nth = 1; nth <= MOST_ALIKE; nth += 1) {
    const known = await knownAs(tx, institutionId, formId, importKey)
    if (known !== null) return { id: known, isNew: false }
    const id = await insertMeeting(tx, {
      ...fields,
      institutionId,
      formId: formId ?? null,
      importKey: importKey ?? null,
      slug: slugOf(institution.slug, form.title, nth),
      history,
      createdBy: typeof by === 'string' ? null : by.accountId,
      at,
    })
    if (id === null) continue
    const meeting = await writeBeside(tx, await writtenMeeting(tx, id), form, at)
    const subject = refOf(KIND, id)
    await recordChange(tx, { institutionId, subject, kind: 'created', by, at })
    if (about !== null) await linkRecords(tx, { institutionId, from: subject, to: about, kind: 'about', by, at })
    await planNotice(tx, services, meeting, by)
    return { id, isNew: true }
  }
  throw new Error(`no free address for a meeting of ${institution.slug}`)
}

async function knownAs(
  tx: Transaction,
  institutionId: string,
  formId: string | undefined,
  importKey: string | undefined,
): Promise<string | null> {
  if (formId !== undefined) return findByForm(tx, formId)
  return importKey === undefined ? null : findByImportKey(tx, institutionId, importKey)
}

/** Who helps to hold it: those that stand in the directory are known by their id. */
async function fieldsOf(tx: Transaction, { partners, ...form }: MeetingForm): Promise<MeetingFields> {
  const named = new Map((await listNamed(tx, partners)).map(({ name, id }) => [name, id]))
  return { ...form, partners: partners.map((name) => ({ name, institution: named.get(name) ?? null })) }
}

/** Days, agenda, bodies, translations, topics and places. */
async function writeBeside(tx: Transaction, meeting: Meeting, form: MeetingForm, at: Date): Promise<Meeting> {
  const { id, institutionId } = meeting
  await replaceDays(tx, meeting, form.days)
  const standing = await listAgenda(tx, id)
  const ids = matchItems(standing, form.agenda)
  await deleteItemsBut(
    tx,
    id,
    ids.flatMap((one) => one ?? []),
  )
  for (const [place, { from, title }] of form.agenda.entries())
    await writeItem(tx, meeting, { id: ids[place] ?? null, ordinal: place + 1, from, title })
  await replaceBodies(tx, meeting, form.bodyIds)
  await setEnglish(tx, meeting, 'title', form.titleEn, at)
  await setEnglish(tx, meeting, 'summary', form.summaryEn, at)
  await setTopics(tx, refOf(KIND, id), institutionId, form.topicIds)
  await setPlaces(tx, refOf(KIND, id), institutionId, form.placeIds)
  return writtenMeeting(tx, id)
}

export type ChangeOrder = { form: MeetingForm; by: ChangedBy; seen: number; reason: string }

/**
 * Words, days and agenda put right. What everybody reads changes visibly, with a reason; where the days or hours move, those
 * who are registered get a letter, and a postponed meeting that has days again takes place.
 */
export const changeMeeting = (services: Services, id: string, order: ChangeOrder): Promise<MeetingOutcome> =>
  doWithMeeting(services, id, { deed: 'change', seen: order.seen }, async (tx, before, at) => {
    const { form, by, reason } = order
    if (isPublic(before.state) && form.days.length === 0 && !before.history && before.state !== 'postponed')
      return 'no-day'
    const stood = await timesOf(tx, before)
    await updateMeeting(tx, id, await fieldsOf(tx, form), at)
    await writeBeside(tx, before, form, at)
    if (before.state === 'postponed' && form.days.length > 0) await moveMeeting(tx, id, { state: 'published', at })
    const after = await writtenMeeting(tx, id)
    const moved = stood !== JSON.stringify(form.days) && before.state !== 'held'
    if (before.state === 'draft') await planNotice(tx, services, after, by)
    await tellOfMeeting(tx, after, {
      kind: before.state === 'held' ? 'corrected' : moved ? 'moved' : 'changed',
      change: isPublic(before.state) ? 'corrected' : 'changed',
      by,
      at,
      reason: isPublic(before.state) ? reason : null,
      fields: changesOf(before, after),
      ...(moved ? { fromDay: before.firstDay, toDay: after.firstDay, letters: true } : {}),
    })
    return 'done'
  })

async function timesOf(tx: Transaction, { id }: Meeting): Promise<string> {
  return JSON.stringify((await listDays(tx, [id])).map(({ day, from, to }) => ({ day, from, to })))
}

const TOLD = ['title', 'kind', 'mode', 'address', 'firstDay', 'lastDay', 'capacity', 'registration'] as const

const changesOf = (before: Meeting, after: Meeting) => {
  const told = (meeting: Meeting) => Object.fromEntries(TOLD.map((field) => [field, meeting[field]]))
  return changedFields(told(before), told(after))
}
