import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import { keepDocument } from '#platform/documents/documents.ts'
import type { IncomingFile } from '#platform/files/incoming-file.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { removeContent } from '#platform/takedowns/remove-content.ts'
import { listDocumentIdsOf } from '#platform/takedowns/takedown-queries.ts'
import { consultationPermissions } from '../permissions.ts'
import { holdForEntry } from './delivery-queries.ts'
import { enterDelivery } from './enter-delivery.ts'
import type { EnteredFacts, EnterOutcome, Sender } from './enter-points.ts'
import { DRAFT_DAYS } from './entry-rules.ts'
import {
  deleteDraft,
  holdDraft,
  insertDraft,
  listOldDrafts,
  savePieces,
  type SplitDraft,
} from './split-draft-queries.ts'
import {
  afterDeed,
  cutLetter,
  isWhole,
  wordsOfPiece,
  type NamedArticle,
  type Piece,
  type SplitDeed,
} from './split-rules.ts'

export type StartSplitOutcome =
  { kind: 'started'; id: string } | { kind: 'not-permitted' } | { kind: 'no-such-consultation' }

type NewSplit = {
  formId: string
  fields: Record<string, string>
  words: string
  asideFrom: number
  articles: readonly NamedArticle[]
  files: readonly IncomingFile[]
}

/** Keeps a letter, cut by rules, for an official to look at. The delivery that it becomes will have the same id. */
export async function startSplit(
  services: Services,
  official: Official,
  consultationId: string,
  { formId, fields, words, asideFrom, articles, files }: NewSplit,
): Promise<StartSplitOutcome> {
  return services.db.begin(async (tx): Promise<StartSplitOutcome> => {
    const consultation = await holdForEntry(tx, 'sq', consultationId)
    if (!consultation) return { kind: 'no-such-consultation' }
    const { institutionId } = consultation
    if (!mayIn(official, consultationPermissions['comments.enter'], institutionId)) return { kind: 'not-permitted' }
    const pieces = cutLetter(words, articles, asideFrom)
    const createdAt = services.clock.now()
    const draft = { id: formId, institutionId, consultationId, fields, words, pieces, createdAt }
    if (!(await insertDraft(tx, { ...draft, createdBy: official.accountId }))) return { kind: 'started', id: formId }
    const subject = refOf('consultations.delivery', formId)
    for (const file of files) {
      const paper = { institutionId, subject, role: 'scan', class: 'personal', title: file.name, lang: 'sq' } as const
      await keepDocument(tx, services, { ...paper, file, addedBy: official.accountId })
    }
    return { kind: 'started', id: formId }
  })
}

export type ChangeSplitOutcome =
  { kind: 'changed' } | { kind: 'changed-meanwhile' } | { kind: 'not-permitted' } | { kind: 'no-such-draft' }

type SplitOrder = {
  consultationId: string
  draftId: string
  /** The version that the page showed. */
  fromVersion: number
  /** In their order: the articles that were chosen, then the deed of the button. */
  deeds: readonly SplitDeed[]
}

/** What the coordinator did with the pieces. Where another did something meanwhile, nothing changes. */
export async function changeSplit(
  services: Services,
  official: Official,
  order: SplitOrder,
): Promise<ChangeSplitOutcome> {
  return services.db.begin(async (tx): Promise<ChangeSplitOutcome> => {
    const draft = await draftFor(tx, official, order)
    if (typeof draft === 'string') return { kind: draft }
    if (draft.version !== order.fromVersion) return { kind: 'changed-meanwhile' }
    const pieces = order.deeds.reduce<Piece[]>((before, deed) => afterDeed(before, deed), draft.pieces)
    if (!isWhole(draft.words, pieces)) throw new Error(`The pieces of letter ${draft.id} are not the letter any more`)
    await savePieces(tx, { id: draft.id, pieces, at: services.clock.now() })
    return { kind: 'changed' }
  })
}

async function draftFor(
  tx: Transaction,
  official: Official,
  { consultationId, draftId }: { consultationId: string; draftId: string },
): Promise<SplitDraft | 'no-such-draft' | 'not-permitted'> {
  const draft = await holdDraft(tx, draftId)
  if (draft?.consultationId !== consultationId) return 'no-such-draft'
  return mayIn(official, consultationPermissions['comments.enter'], draft.institutionId) ? draft : 'not-permitted'
}

/** Nothing of it is entered, and nothing of it stays. */
export async function discardSplit(
  services: Services,
  official: Official,
  order: { consultationId: string; draftId: string },
): Promise<Exclude<ChangeSplitOutcome, { kind: 'changed-meanwhile' }>> {
  return services.db.begin(async (tx) => {
    const draft = await draftFor(tx, official, order)
    if (typeof draft === 'string') return { kind: draft }
    await dropDraft(tx, services, draft.id)
    return { kind: 'changed' }
  })
}

async function dropDraft(tx: Transaction, services: Services, id: string): Promise<void> {
  const subject = refOf('consultations.delivery', id)
  await removeContent(tx, services, await listDocumentIdsOf(tx, [subject]), services.clock.now())
  await deleteDraft(tx, id)
}

/** All points of the letter, in one deed; the draft is the delivery from then on. */
export function enterSplit(
  services: Services,
  official: Official,
  draft: SplitDraft,
  { facts, sender }: { facts: EnteredFacts; sender: Sender },
): Promise<EnterOutcome> {
  const points = draft.pieces.flatMap((piece) =>
    piece.aside
      ? []
      : [
          {
            body: wordsOfPiece(draft.words, piece),
            anchor: piece.node ? ({ about: 'article', nodeId: piece.node } as const) : ({ about: 'whole' } as const),
          },
        ],
  )
  const order = { formId: draft.id, id: draft.id, kind: 'split', facts, sender, points, files: [] } as const
  return enterDelivery(services, official, draft.consultationId, order, (tx) => deleteDraft(tx, draft.id))
}

/** Letters that nobody has worked on for long: they hold names and words that are no comment yet. */
export async function forgetOldSplits(services: Services): Promise<number> {
  return services.db.begin(async (tx) => {
    const ids = await listOldDrafts(tx, oldBefore(services))
    for (const id of ids) await dropDraft(tx, services, id)
    return ids.length
  })
}

export const oldBefore = ({ clock }: Pick<Services, 'clock'>): Date =>
  new Date(clock.now().getTime() - DRAFT_DAYS * 86_400_000)
