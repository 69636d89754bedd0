import { institutionsWhere, mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { listDocuments, type Document } from '#platform/documents/document-queries.ts'
import type { Door } from '#platform/door.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { splitLanguage, type Lang } from '#platform/i18n/language.ts'
import { readListKey, writeListKey } from '#platform/lists/list-key.ts'
import type { Services } from '#platform/services.ts'
import { findSubjects } from '#platform/subjects/find-subjects.ts'
import type { Subject } from '#platform/subjects/subject.ts'
import { subjectsAt } from '#platform/takedowns/find-tombstone.ts'
import { placeOf, type Place } from '#platform/takedowns/take-down.ts'
import { takedownPermissions } from '#platform/takedowns/takedown-permissions.ts'
import { findTakedown, listDocumentsById, listTakedowns, type Takedown } from '#platform/takedowns/takedown-queries.ts'
import { DOCUMENT_KIND } from '#platform/takedowns/takedown-rules.ts'

const PER_PAGE = 30

export type TakedownStateAsked = 'any' | 'standing' | 'lifted'

/** A takedown with the record it concerns, as far as this one is still there. */
export type ShownTakedown = { takedown: Takedown; record: Subject | null }

export type TakedownListView = {
  asked: TakedownStateAsked
  takedowns: readonly ShownTakedown[]
  older: string | null
  first: boolean
  mayTake: boolean
}

export async function viewTakedowns(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  official: Official,
  query: Record<string, string | undefined>,
): Promise<TakedownListView> {
  const asked = (['standing', 'lifted'] as const).find((one) => one === query.gjendja) ?? 'any'
  const after = readListKey(query.pas)
  const found = await listTakedowns(services.db, {
    institutions: institutionsWhere(official, takedownPermissions['takedowns.read']),
    standing: asked === 'any' ? null : asked === 'standing',
    after,
    limit: PER_PAGE + 1,
  })
  const shown = found.slice(0, PER_PAGE)
  const last = found.length > PER_PAGE ? shown.at(-1) : undefined
  const take = institutionsWhere(official, takedownPermissions['takedowns.take'])
  return {
    asked,
    takedowns: await withRecords(services, doors, lang, shown),
    older: last ? writeListKey({ at: last.takenAt, id: last.id }) : null,
    first: after === null,
    mayTake: take === null || take.length > 0,
  }
}

async function withRecords(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  takedowns: readonly Takedown[],
): Promise<ShownTakedown[]> {
  const refs = takedowns.map(({ subject, ofSubject }) => ofSubject ?? subject)
  const subjects = await findSubjects(doors, services, lang, refs)
  return takedowns.map((takedown) => ({
    takedown,
    record: subjects.get(takedown.ofSubject ?? takedown.subject) ?? null,
  }))
}

export type TakedownView = ShownTakedown & { mayLift: boolean }

/** Null for one of an institution of others. */
export async function viewTakedown(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  official: Official,
  id: string,
): Promise<TakedownView | null> {
  const takedown = isUuid(id) ? await findTakedown(services.db, id) : null
  if (!takedown || !mayIn(official, takedownPermissions['takedowns.read'], takedown.institutionId)) return null
  const [shown] = await withRecords(services, doors, lang, [takedown])
  const mayLift =
    takedown.liftedAt === null &&
    !takedown.contentGone &&
    mayIn(official, takedownPermissions['takedowns.lift'], takedown.institutionId)
  return shown ? { ...shown, mayLift } : null
}

export type NewTakedownView = {
  /** Null: nothing is chosen yet. */
  chosen: { ref: string; place: Place; record: Subject; title: string; files: readonly Document[] } | null
  /** What was pasted to find it. */
  address: string
}

/** What somebody is about to take away: named by its reference, or by its public address. */
export async function viewNewTakedown(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  official: Official,
  asked: { ref: string; address: string },
): Promise<NewTakedownView | null> {
  const ref = asked.ref || ((await subjectsAt(services, doors, pathOf(asked.address))).at(-1) ?? '')
  const place = ref === '' ? null : await placeOf(services, doors, ref)
  const mine = place && mayIn(official, takedownPermissions['takedowns.take'], place.institutionId)
  if (!place || !mine) return asked.ref === '' ? { chosen: null, address: asked.address } : null
  const recordRef = place.ofSubject ?? ref
  const record = (await findSubjects(doors, services, lang, [recordRef])).get(recordRef)
  if (!record) return null
  const [document] = place.kind === DOCUMENT_KIND ? await listDocumentsById(services.db, [place.id]) : []
  const files = place.kind === DOCUMENT_KIND ? [] : await listDocuments(services.db, [ref])
  return { chosen: { ref, place, record, title: document?.title ?? record.title, files }, address: asked.address }
}

/** An address as people copy it, with or without host and language. */
function pathOf(address: string): string {
  const path = address
    .trim()
    .replace(/^https?:\/\/[^/]+/, '')
    .replace(/[?#].*$/, '')
  return splitLanguage(path).path
}
