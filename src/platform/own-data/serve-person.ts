import { mayIn } from '../auth/permissions.ts'
import type { Official } from '../auth/visitor.ts'
import type { Transaction } from '../db/database.ts'
import type { Door } from '../door.ts'
import { recordChange } from '../history/record-change.ts'
import type { Lang } from '../i18n/language.ts'
import type { Services } from '../services.ts'
import { refOf } from '../subjects/subject-rules.ts'
import { personalDataOf } from './consents.ts'
import { recordsOf } from './gather-own-data.ts'
import { findContactByEmail } from './own-data-queries.ts'
import type { PlacedRecord } from './personal-data.ts'
import { personRequestPermissions } from './person-request-permissions.ts'
import { holdPersonRequest, insertPersonRequest, markErased, type PersonRequest } from './person-request-queries.ts'
import type { Identification } from './person-request-rules.ts'

/** Somebody who has proved who they are, without being signed in. */
export type PersonOrder = {
  submissionId: string
  institutionId: string
  /** What names the person: their address, or the code of one receipt. */
  email: string | null
  code: string | null
  identifiedBy: Identification
  note: string | null
}

export type OpenOutcome = { kind: 'opened'; id: string } | { kind: 'nothing-known' } | { kind: 'not-permitted' }

/** Writes down who asked to see whose data and how they were identified, before anything is shown. */
export async function openPersonRequest(
  services: Services,
  doors: readonly Door[],
  official: Official,
  order: PersonOrder,
): Promise<OpenOutcome> {
  const { institutionId } = order
  if (!mayIn(official, personRequestPermissions['own-data.serve'], institutionId)) return { kind: 'not-permitted' }
  const contact = order.email === null ? null : await findContactByEmail(services.db, order.email)
  const record = order.code === null ? null : await recordOfCode(services, doors, order.code)
  const here = record?.institutionId === institutionId ? record.ref : null
  const known = contact && (await placedRecords(services, doors, 'sq', { contactId: contact.id, institutionId }))
  if (here === null && (known ?? []).length === 0) return { kind: 'nothing-known' }
  const openedAt = services.clock.now()
  return services.db.begin(async (tx): Promise<OpenOutcome> => {
    const id = await insertPersonRequest(tx, {
      ...order,
      contactId: here === null ? (contact?.id ?? null) : null,
      record: here,
      openedAt,
      openedById: official.accountId,
    })
    const change = { institutionId, subject: refOf('own-data.request', id), kind: 'opened', by: official, at: openedAt }
    await recordChange(tx, { ...change, fields: [{ field: 'identified-by', from: null, to: order.identifiedBy }] })
    return { kind: 'opened', id }
  })
}

async function recordOfCode(services: Services, doors: readonly Door[], code: string): Promise<PlacedRecord | null> {
  for (const { personalData } of doors) {
    const found = await personalData?.ofCode?.(services, 'sq', code)
    if (found) return found
  }
  return null
}

/** What this institution keeps of the person; what others keep is theirs to show. */
export async function placedRecords(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  of: { contactId: string; institutionId: string },
): Promise<PlacedRecord[]> {
  const records = await recordsOf(services, doors, lang, of.contactId)
  return records.flatMap(({ ref, institutionId, ...record }) =>
    ref !== undefined && institutionId === of.institutionId ? [{ ...record, ref, institutionId }] : [],
  )
}

export type ServeOutcome =
  | { kind: 'erased'; records: number }
  | { kind: 'erased-already' }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-request' }

/** Erases what this institution keeps of the person: words, names, files. What the law keeps stays, and is told. */
export async function erasePerson(
  services: Services,
  doors: readonly Door[],
  official: Official,
  id: string,
): Promise<ServeOutcome> {
  const at = services.clock.now()
  return services.db.begin(async (tx): Promise<ServeOutcome> => {
    const request = await holdPersonRequest(tx, id)
    if (!request) return { kind: 'no-such-request' }
    const { institutionId } = request
    if (!mayIn(official, personRequestPermissions['own-data.serve'], institutionId)) return { kind: 'not-permitted' }
    if (request.erasedAt !== null) return { kind: 'erased-already' }
    const records = await eraseRecords(tx, services, doors, official, request)
    await markErased(tx, { id, at, byAccountId: official.accountId, records })
    const subject = refOf('own-data.request', id)
    await recordChange(tx, { institutionId, subject, kind: 'erased', by: official, at })
    return { kind: 'erased', records }
  })
}

/** The one record that a receipt named, or all that this institution keeps of a contact. */
export async function recordsOfRequest(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  { record, contactId, institutionId }: PersonRequest,
): Promise<readonly PlacedRecord[]> {
  if (record === null)
    return contactId === null ? [] : placedRecords(services, doors, lang, { contactId, institutionId })
  const found = await personalDataOf(doors, record)?.ofRef?.(services, lang, record)
  return found ? [found] : []
}

async function eraseRecords(
  tx: Transaction,
  services: Services,
  doors: readonly Door[],
  official: Official,
  request: PersonRequest,
): Promise<number> {
  const refs = (await recordsOfRequest(services, doors, 'sq', request)).map(({ ref }) => ref)
  let erased = 0
  for (const ref of refs) {
    const by = { accountId: official.accountId }
    if (await personalDataOf(doors, ref)?.eraseOne?.(tx, services, ref, by)) erased++
  }
  return erased
}
