import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Services } from '#platform/services.ts'
import type { WordPiece } from '#platform/texts/compare/comparison.ts'
import { diffWords } from '#platform/texts/compare/word-diff-rules.ts'
import { findAnswerOfGroup } from '../answers/office-answer-queries.ts'
import { consultationPermissions } from '../permissions.ts'
import {
  expandVariants,
  findDeedToUndo,
  findGroupedConsultation,
  findOfficeGroup,
  listOfficeGroups,
  listVariants,
  type GroupedConsultation,
  type LastDeed,
  type OfficeGroup,
  type Variant,
} from './group-queries.ts'

export const GROUPS_PER_PAGE = 25
export const VARIANTS_PER_PAGE = 50

export type GroupQuestion = { state: 'proposed' | 'confirmed' | null; after: string }

export function readGroupQuestion(query: Record<string, string | undefined>): GroupQuestion {
  const { gjendja, pas = '' } = query
  return { state: gjendja === 'proposed' || gjendja === 'confirmed' ? gjendja : null, after: pas }
}

export type GroupListView = {
  consultation: GroupedConsultation
  question: GroupQuestion
  groups: OfficeGroup[]
  next: string | null
  undo: LastDeed | null
  maySettle: boolean
}

/** `12.<id>`: how many, and the id of the last one that was shown. */
function readCursor(cursor: string): { size: number; id: string } | null {
  const [, size, id] = /^(\d{1,9})\.([0-9a-f-]{36})$/.exec(cursor) ?? []
  return size !== undefined && id !== undefined && isUuid(id) ? { size: Number(size), id } : null
}

/** Null: no such consultation, or one of others. */
export async function viewGroupList(
  { db }: Services,
  official: Official,
  id: string,
  question: GroupQuestion,
): Promise<GroupListView | null> {
  const consultation = isUuid(id) ? await findGroupedConsultation(db, id) : null
  if (!consultation || !mayIn(official, consultationPermissions['comments.read'], consultation.institutionId))
    return null
  const where = {
    consultationId: id,
    state: question.state,
    after: readCursor(question.after),
    limit: GROUPS_PER_PAGE + 1,
  }
  const [listed, undo] = await Promise.all([listOfficeGroups(db, where), findDeedToUndo(db, id)])
  const groups = listed.slice(0, GROUPS_PER_PAGE)
  const last = listed.length > GROUPS_PER_PAGE ? groups.at(-1) : undefined
  const maySettle = mayIn(official, consultationPermissions['groups.settle'], consultation.institutionId)
  return {
    consultation,
    question,
    groups,
    next: last ? `${last.confirmedCount + last.proposedCount}.${last.id}` : null,
    undo: maySettle && undo?.kind !== 'objected' ? undo : null,
    maySettle,
  }
}

export type ShownVariant = Variant & { pieces: readonly WordPiece[] }

export type OfficeGroupView = {
  group: OfficeGroup
  variants: ShownVariant[]
  next: string | null
  paged: boolean
  /** Whoever came later has not been seen on this page. */
  seenAt: number
  maySettle: boolean
  answerId: string | null
  mayAnswer: boolean
}

export async function viewOfficeGroup(
  { db, clock }: Services,
  official: Official,
  address: { consultationId: string; groupId: string; after: string },
): Promise<OfficeGroupView | null> {
  const { consultationId, groupId, after } = address
  const seenAt = clock.now().getTime()
  const group = isUuid(groupId) ? await findOfficeGroup(db, groupId) : null
  if (!group || group.consultationId !== consultationId) return null
  if (!mayIn(official, consultationPermissions['comments.read'], group.institutionId)) return null
  const cursor = readCursor(after)
  const [listed, answer] = await Promise.all([
    listVariants(db, groupId, cursor && { count: cursor.size, id: cursor.id }, VARIANTS_PER_PAGE + 1),
    findAnswerOfGroup(db, groupId),
  ])
  const variants = listed.slice(0, VARIANTS_PER_PAGE)
  const last = listed.length > VARIANTS_PER_PAGE ? variants.at(-1) : undefined
  return {
    group,
    variants: variants.map((one) => ({ ...one, pieces: diffWords(group.sampleWords ?? one.words, one.words) })),
    next: last ? `${last.count}.${last.id}` : null,
    paged: cursor !== null,
    seenAt,
    answerId: answer?.id ?? null,
    mayAnswer:
      group.state === 'confirmed' && mayIn(official, consultationPermissions['answers.write'], group.institutionId),
    maySettle:
      group.state !== 'dissolved' && mayIn(official, consultationPermissions['groups.settle'], group.institutionId),
  }
}

/** What was ticked, as everybody who said it to the letter. */
export const viewTicked = async ({ db }: Services, groupId: string, ids: readonly string[]): Promise<string[]> =>
  ids.length === 0 ? [] : (await expandVariants(db, groupId, ids)).map(({ id }) => id)
