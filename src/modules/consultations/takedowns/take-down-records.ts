import type { Queryable, Transaction } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { queueLetter } from '#platform/mail/outbox.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { DOCUMENT_KIND, type TakeDown } from '#platform/takedowns/takedown-rules.ts'
import { releasedLetter, takenDownLetter } from '../comments/comment-mail.ts'
import { insertCommentEvent, moveComment } from '../comments/move-queries.ts'
import { insertConsultationEvent } from '../drafting/draft-queries.ts'
import { enterAsSentAnew } from '../ledger/enter-comment-anew.ts'
import { textsIn } from '../texts.ts'
import { ELI_TYPE } from '../urls.ts'
import {
  findCode,
  findNumber,
  findRefsAt,
  findSlugOfNumber,
  findVersion,
  forgetDocumentTitle,
  hideEarlierVersions,
  holdConsultationState,
  holdTakenComment,
  restoreConsultation,
  takeConsultation,
} from './takedown-queries.ts'

const CONSULTATION = 'consultations.consultation'
const COMMENT = 'consultations.comment'

/** Its comments, documents and every page of it are gone with it: all of them are asked for through its state. */
const consultationTakeDown: TakeDown = {
  async take(tx, _services, { id, at }) {
    const state = await holdConsultationState(tx, id)
    if (state === null) return 'no-such-record'
    if (state !== 'published' && state !== 'cancelled') return 'not-public'
    await takeConsultation(tx, id, at)
    return 'taken-down'
  },
  async lift(tx, _services, { id, at }) {
    if ((await holdConsultationState(tx, id)) === null) return 'no-such-record'
    await restoreConsultation(tx, id, at)
    return 'lifted'
  },
  documentMoved: tellOfDocument,
  recordsAt,
  async publicName({ db }: Services, lang: Lang, id: string) {
    const found = await findNumber(db, id)
    if (!found?.registerNumber || !found.registerYear) return found && textsIn(lang).consultation
    return textsIn(lang).page.number(found.registerNumber, found.registerYear)
  },
}

const commentTakeDown: TakeDown = {
  async take(tx, services, { id, at, ground, byAccountId }) {
    const comment = await holdTakenComment(tx, id)
    if (!comment) return 'no-such-record'
    if (comment.state !== 'published') return 'not-public'
    await moveComment(tx, { id, state: 'taken-down', now: at })
    await hideEarlierVersions(tx, id, comment.version)
    const { institutionId, version, code, email, lang, title } = comment
    await insertCommentEvent(tx, { institutionId, commentId: id, kind: 'taken-down', version, at, byAccountId })
    if (email) {
      const letter = takenDownLetter(lang, { title, code: code ?? '', ground })
      await queueLetter(tx, services, { institutionId, kind: 'service', recipient: email, ...letter })
    }
    return 'taken-down'
  },
  async lift(tx, services, { id, at, byAccountId }) {
    const comment = await holdTakenComment(tx, id)
    if (comment?.state !== 'taken-down') return 'no-such-record'
    await moveComment(tx, { id, state: 'published', now: at })
    const { institutionId, version, code, email, lang, title, slug } = comment
    await insertCommentEvent(tx, { institutionId, commentId: id, kind: 'restored', version, at, byAccountId })
    if (email) {
      const letter = releasedLetter(lang, { title, code: code ?? '', slug, url: services.settings.url })
      await queueLetter(tx, services, { institutionId, kind: 'service', recipient: email, ...letter })
    }
    return 'lifted'
  },
  async documentMoved(tx, services, { id, contentGone }) {
    if (contentGone) await enterAsSentAnew(tx, services, id, { ground: 'attachment-removed' })
  },
  recordsAt: () => Promise.resolve([]),
  async publicName({ db }: Services, lang: Lang, id: string) {
    const code = await findCode(db, id)
    return code && textsIn(lang).comment.permalink(code)
  },
}

export const consultationTakeDowns: Record<string, TakeDown> = {
  [CONSULTATION]: consultationTakeDown,
  [COMMENT]: commentTakeDown,
}

/** Everybody reads that something was taken away or came back, and no title. */
async function tellOfDocument(
  tx: Transaction,
  _services: Services,
  { id, title, move, byAccountId, at }: Parameters<NonNullable<TakeDown['documentMoved']>>[2],
): Promise<void> {
  const t = textsIn('sq').page
  const words = move === 'taken-down' ? t.documentTakenDown : t.documentRestored
  if (move === 'taken-down') {
    const told = [t.documentAdded(title), t.documentRemoved(title)]
    await forgetDocumentTitle(tx, { consultationId: id, told, words: t.documentUnnamed })
  }
  const state = await holdConsultationState(tx, id)
  const found = state === null || state === 'draft' ? null : await findVersion(tx, id)
  if (!found) return
  const event = { institutionId: found.institutionId, consultationId: id, kind: 'corrected', at } as const
  await insertConsultationEvent(tx, { ...event, version: found.version, by: byAccountId, reason: words })
}

const ADDRESS = /^\/konsultime\/([a-z0-9-]+)(?:\.json|\/(.+))?$/
/** The European addresses (`src/app/public/texts/eli-routes.ts`) end with the record that they name. */
const ELI_ADDRESS = new RegExp(`^/eli/([a-z]{2})/([a-z0-9-]+)/${ELI_TYPE}/(\\d{4})/(\\d{1,9})(?:/|$)`)
const OF_COMMENT = /^komente\/([2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4})(?:\.json)?$/
const OF_DOCUMENT = /^dokumente\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\/.*)?$/

async function slugAtEli(db: Queryable, path: string): Promise<string | null> {
  const [, jurisdiction, institution, year, number] = ELI_ADDRESS.exec(path) ?? []
  if (jurisdiction === undefined || institution === undefined) return null
  return findSlugOfNumber(db, { jurisdiction, institution, year: Number(year), number: Number(number) })
}

async function recordsAt({ db }: Services, path: string): Promise<readonly string[]> {
  const [, named, rest = ''] = ADDRESS.exec(path) ?? []
  const slug = named ?? (await slugAtEli(db, path))
  if (slug === null) return []
  const code = OF_COMMENT.exec(rest)?.[1] ?? null
  const documentId = OF_DOCUMENT.exec(rest)?.[1] ?? null
  const found = await findRefsAt(db, { slug, code, documentId })
  if (!found) return []
  return [
    refOf(CONSULTATION, found.consultationId),
    ...(found.commentId === null ? [] : [refOf(COMMENT, found.commentId)]),
    ...(found.documentOf === null ? [] : [found.documentOf]),
    ...(found.documentId === null ? [] : [refOf(DOCUMENT_KIND, found.documentId)]),
  ]
}
