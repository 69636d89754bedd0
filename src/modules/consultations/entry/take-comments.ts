import { newPrivateLink, newReceiptCode } from '#platform/auth/private-link.ts'
import type { Transaction } from '#platform/db/database.ts'
import { recordChange } from '#platform/history/record-change.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import type { InEveryLanguage } from '#platform/i18n/language.ts'
import type {
  ImportedRow,
  Taken,
  TableTarget,
  TakeOrder,
  TargetColumn,
  UndoOrder,
} from '#platform/imports/table-target.ts'
import { IMPORT_KIND } from '#platform/imports/import-rules.ts'
import { queueLetter } from '#platform/mail/outbox.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { stateAfterConfirming } from '../comments/comment-rules.ts'
import { personalDataOf } from '../comments/personal-data-rules.ts'
import { enterComment } from '../comments/post-comment.ts'
import { holdContact } from '../comments/posting-queries.ts'
import type { HeldConsultation } from '../consultation-queries.ts'
import { eraseCommentAlone } from '../own-data/erase-comments.ts'
import { consultationPermissions } from '../permissions.ts'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import { findDelivery, holdForEntry, insertDelivery } from './delivery-queries.ts'
import { takenBackLetter } from './entry-mail.ts'
import { isLate } from './entry-rules.ts'
import type { NamedArticle } from './split-rules.ts'
import { KNOWN_HEADS } from './table-texts.ts'
import type { EntryTexts } from './texts.sq.ts'
import {
  holdImported,
  listArticles,
  listOpenToTables,
  listRowStates,
  setPoints,
  type OpenToTables,
} from './table-queries.ts'
import { readRow, submissionOfRow, TABLE_COLUMNS, type TableColumn, type TableRow } from './table-rules.ts'

const inEvery = (say: (t: EntryTexts) => string): InEveryLanguage<string> => ({
  sq: say(textsIn('sq').entry),
  en: say(textsIn('en').entry),
})

/** More than anybody looks through; the newest are offered. */
const MOST_TARGETS = 500

/** Every consultation that is public takes in a table of comments. */
export const commentTables = async (
  { db }: Services,
  institutions: readonly string[] | null,
): Promise<readonly TableTarget[]> => (await listOpenToTables(db, institutions, MOST_TARGETS)).map(targetOf)

const targetOf = ({ id, institutionId, title, titleEn }: OpenToTables): TableTarget => ({
  name: `consultations.comments.${id}`,
  title: { sq: textsIn('sq').entry.table.title(title), en: textsIn('en').entry.table.title(titleEn ?? title) },
  institutionId,
  officeHref: officeUrls.entries(id),
  roles: consultationPermissions['comments.enter'],
  columns: TABLE_COLUMNS.map(columnOf),
  sameBy: [],
  take: (tx, services, order) => takeComments(tx, services, id, order),
  undo: takeBack,
})

const TYPES: Partial<Record<TableColumn, TargetColumn['type']>> = {
  happened: 'date',
  received: 'date',
  public: 'boolean',
}
const REQUIRED: readonly TableColumn[] = ['channel', 'words', 'received']

const columnOf = (name: TableColumn): TargetColumn => ({
  name,
  title: inEvery((t) => t.table.columns[name]),
  type: TYPES[name] ?? 'string',
  required: REQUIRED.includes(name),
  known: KNOWN_HEADS[name],
})

async function takeComments(tx: Transaction, services: Services, id: string, order: TakeOrder): Promise<Taken> {
  const consultation = await holdForEntry(tx, 'sq', id)
  if (consultation?.state !== 'published')
    return refusedAll(
      order.rows,
      inEvery((t) => t.table.refused.closed),
    )
  const articles = consultation.textVersionId === null ? [] : await listArticles(tx, consultation.textVersionId)
  const { read, refused } = readRows(consultation, articles, order)
  const fresh = await freshOf(tx, id, read)
  if (fresh.length > 0) await enterRows(tx, services, consultation, order, fresh)
  return { added: fresh.length, known: read.length - fresh.length, refused }
}

/** Rows that can be comments, each with how often it stood in the table so far; and the others, with what is wrong. */
function readRows(
  { id, zone }: HeldConsultation,
  articles: readonly NamedArticle[],
  { rows, at: now }: TakeOrder,
): { read: Numbered[]; refused: Taken['refused'][number][] } {
  const today = civilDateIn(zone, now)
  const refused: Taken['refused'][number][] = []
  const read: Numbered[] = []
  const seen = new Map<string, number>()
  for (const { at, cells } of rows) {
    const row = readRow(cells, articles, today)
    if (!row.ok) {
      refused.push({ at, column: row.column, why: inEvery((t) => t.table.refused[row.why]) })
      continue
    }
    const first = submissionOfRow(id, cells, 1, 0)
    const nth = (seen.get(first) ?? 0) + 1
    seen.set(first, nth)
    read.push({ cells, nth, row: row.row })
  }
  return { read, refused }
}

const refusedAll = (rows: readonly ImportedRow[], why: InEveryLanguage<string>): Taken => ({
  added: 0,
  known: 0,
  refused: rows.map(({ at }) => ({ at, column: '', why })),
})

type Numbered = { cells: ImportedRow['cells']; nth: number; row: TableRow }
type Fresh = { row: TableRow; submissionId: string }

/** How often one and the same row may have been taken back. */
const MOST_AGAIN = 50

/** Rows that stand nowhere yet. One that was taken back is brought again under another number. */
async function freshOf(tx: Transaction, id: string, read: readonly Numbered[]): Promise<Fresh[]> {
  const fresh: Fresh[] = []
  let asked = [...read]
  for (let again = 0; again < MOST_AGAIN && asked.length > 0; again++) {
    const numbered = asked.map((one) => ({ one, submissionId: submissionOfRow(id, one.cells, one.nth, again) }))
    const states = await listRowStates(
      tx,
      numbered.map(({ submissionId }) => submissionId),
    )
    for (const { one, submissionId } of numbered)
      if (!states.has(submissionId)) fresh.push({ row: one.row, submissionId })
    asked = numbered.flatMap(({ one, submissionId }) => (states.get(submissionId) === 'erased' ? [one] : []))
  }
  return fresh
}

async function enterRows(
  tx: Transaction,
  services: Services,
  consultation: HeldConsultation,
  order: TakeOrder,
  fresh: readonly Fresh[],
): Promise<void> {
  const { institutionId } = consultation
  const { importId, by, at } = order
  await writeTableDelivery(tx, consultation, order, fresh)
  for (const [index, one] of fresh.entries())
    await enterRow(tx, services, consultation, { ...one, importId, n: index + 1, enteredBy: accountOf(by), at })
  const subject = refOf('consultations.delivery', importId)
  const fields = [{ field: 'points', from: null, to: String(fresh.length) }]
  await recordChange(tx, { institutionId, subject, kind: 'entered', by, at, fields })
}

const accountOf = (by: TakeOrder['by']): string | null => (typeof by === 'string' ? null : by.accountId)

/** The table is one delivery: from the first day that something in it was said, to the last on which something arrived. */
async function writeTableDelivery(
  tx: Transaction,
  { id: consultationId, institutionId, zone }: HeldConsultation,
  { importId, by, at }: TakeOrder,
  fresh: readonly Fresh[],
): Promise<void> {
  const [first] = fresh
  if (!first) return
  const happened = fresh.map(({ row }) => row.happenedOn).toSorted()
  const received = fresh.map(({ row }) => row.receivedOn).toSorted()
  await insertDelivery(tx, {
    id: importId,
    institutionId,
    consultationId,
    kind: 'table',
    channel: first.row.channel,
    title: textsIn('sq').entry.table.deliveryTitle(formatDate('sq', civilDateIn(zone, at))),
    happenedOn: happened[0] ?? '',
    receivedOn: received.at(-1) ?? '',
    registeredPost: false,
    protocolNumber: null,
    protocolDate: null,
    outsideNumber: null,
    told: null,
    sourceRef: refOf(IMPORT_KIND, importId),
    groupName: null,
    thematicGroupId: null,
    tokenDigest: null,
    points: fresh.length,
    enteredAt: at,
    enteredBy: accountOf(by),
    formId: importId,
  })
}

async function enterRow(
  tx: Transaction,
  services: Services,
  consultation: HeldConsultation,
  {
    row,
    submissionId,
    importId,
    n,
    enteredBy,
    at,
  }: Fresh & { importId: string; n: number; enteredBy: string | null; at: Date },
): Promise<void> {
  const { channel, happenedOn, receivedOn, email, organisation, authorName, namePublic, senderKind } = row
  const draft = {
    submissionId,
    body: row.words,
    email: email ?? '',
    onBehalf: organisation === null ? ('person' as const) : ('organisation' as const),
    authorName,
    organisation,
    namePublic,
    senderKind,
    anchor: row.nodeId === null ? ({ about: 'whole' } as const) : ({ about: 'article', nodeId: row.nodeId } as const),
  }
  const late = isLate({ ...row, registeredPost: false }, consultation)
  const entered = await enterComment(tx, services, consultation, draft, {
    email,
    contact: email === null ? null : await holdContact(tx, email),
    lang: 'sq',
    files: [],
    link: newPrivateLink(),
    now: at,
    received: { state: stateAfterConfirming(personalDataOf(draft), 0), code: newReceiptCode() },
    cameIn: { channel, happenedOn, receivedOn, late, delivery: { id: importId, point: n }, enteredBy },
  })
  if (entered.kind !== 'entered') throw new Error(`Row ${n} of import ${importId}: ${entered.kind}`)
}

/** Each leaves its trace: erased, with the event; whoever has a receipt for it is told. What somebody touched stays. */
async function takeBack(
  tx: Transaction,
  services: Services,
  { importId, by }: UndoOrder,
): Promise<{ removed: number; kept: number }> {
  const comments = await holdImported(tx, importId)
  const delivery = await findDelivery(tx, importId)
  if (!delivery) return { removed: 0, kept: 0 }
  const { institutionId } = delivery
  const gone = comments.filter(({ untouched }) => untouched)
  for (const { id, email, lang, title, code } of gone) {
    await eraseCommentAlone(tx, services, refOf('consultations.comment', id), by, 'taken-back')
    if (email === null) continue
    const letter = takenBackLetter(lang, { title, code })
    await queueLetter(tx, services, { institutionId, kind: 'service', recipient: email, unhurried: true, ...letter })
  }
  const kept = comments.length - gone.length
  await setPoints(tx, importId, kept)
  return { removed: gone.length, kept }
}
