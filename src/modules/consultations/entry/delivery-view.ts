import { digestOfToken } from '#platform/auth/private-link.ts'
import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { listDocuments, type Document } from '#platform/documents/document-queries.ts'
import type { Door } from '#platform/door.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { likePattern } from '#platform/lists/like-pattern-rules.ts'
import { readListKey, writeListKey } from '#platform/lists/list-key.ts'
import type { Services } from '#platform/services.ts'
import { findSubjects } from '#platform/subjects/find-subjects.ts'
import type { Subject } from '#platform/subjects/subject.ts'
import { findPublished, type PublishedConsultation } from '../consultation-queries.ts'
import { isTooShort } from '../consultation-rules.ts'
import { findForOffice, type OfficeConsultation } from '../drafting/draft-queries.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { listQuestions } from '../questions/question-queries.ts'
import type { Question } from '../questions/question-rules.ts'
import {
  findDelivery,
  findDeliveryByToken,
  listDeliveries,
  type Delivery,
  type DeliveryFilter,
} from './delivery-queries.ts'
import { listAnswered, type AnsweredComment } from '../telling/story-queries.ts'
import { listPoints, type DeliveryPoint } from './point-queries.ts'
import { DELIVERY_KINDS, ENTRY_CHANNELS, tokenOfPoint } from './entry-rules.ts'
import { listMembers, type Member } from './member-queries.ts'
import { listDrafts, type SplitDraft } from './split-draft-queries.ts'

const PER_PAGE = 50
/** A table has thousands; its page shows so many and leads to the register of comments for the rest. */
export const POINTS_SHOWN = 300

export type DeliveryListView = {
  consultation: OfficeConsultation
  items: Delivery[]
  drafts: SplitDraft[]
  filter: Pick<DeliveryFilter, 'channel' | 'kind' | 'late'> & { typed: string }
  older: string | null
  paged: boolean
  mayEnter: boolean
}

/** A consultation whose entries this official may read. */
async function consultationFor(
  { db }: Services,
  lang: Lang,
  official: Official,
  id: string,
): Promise<OfficeConsultation | null> {
  const found = isUuid(id) ? await findForOffice(db, lang, id) : null
  return found && mayIn(official, may['comments.entered'], found.institutionId) ? found : null
}

export async function viewDeliveryList(
  services: Services,
  lang: Lang,
  official: Official,
  id: string,
  query: Record<string, string | undefined>,
): Promise<DeliveryListView | null> {
  const consultation = await consultationFor(services, lang, official, id)
  if (!consultation) return null
  const typed = (query.q ?? '').normalize('NFC').trim().slice(0, 100)
  const filter = {
    channel: ENTRY_CHANNELS.find((one) => one === query.menyra) ?? null,
    kind: DELIVERY_KINDS.find((one) => one === query.lloji) ?? null,
    late: query.vonese === 'po',
  }
  const before = readListKey(query.para)
  const words = typed && !isTooShort(typed) ? likePattern(typed) : ''
  const [listed, drafts] = await Promise.all([
    listDeliveries(services.db, { consultationId: id, ...filter, words, before, limit: PER_PAGE + 1 }),
    listDrafts(services.db, id),
  ])
  const items = listed.slice(0, PER_PAGE)
  const last = items.at(-1)
  return {
    consultation,
    items,
    drafts,
    filter: { ...filter, typed },
    older: listed.length > PER_PAGE && last ? writeListKey({ at: last.enteredAt, id: last.id }) : null,
    paged: before !== null,
    mayEnter: mayIn(official, may['comments.enter'], consultation.institutionId),
  }
}

export type DeliveryView = {
  consultation: OfficeConsultation
  delivery: Delivery
  points: DeliveryPoint[]
  members: Member[]
  /** All that is or was asked: what somebody answered stays readable. */
  questions: Question[]
  /** Of these what its one comment may answer, to be put right. */
  asked: Question[]
  documents: Document[]
  source: Subject | null
  mayEnter: boolean
}

export async function viewDelivery(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  official: Official,
  { id, deliveryId }: { id: string; deliveryId: string },
): Promise<DeliveryView | null> {
  const { db } = services
  const consultation = await consultationFor(services, lang, official, id)
  const delivery = consultation && isUuid(deliveryId) ? await findDelivery(db, deliveryId) : null
  if (!consultation || delivery?.consultationId !== consultation.id) return null
  const [points, documents, sources, questions] = await Promise.all([
    listPoints(db, delivery.id, POINTS_SHOWN),
    listDocuments(db, [`consultations.delivery:${delivery.id}`]),
    delivery.sourceRef ? findSubjects(doors, services, lang, [delivery.sourceRef]) : new Map<string, Subject>(),
    listQuestions(db, consultation.id),
  ])
  const members =
    delivery.kind === 'joint'
      ? await listMembers(
          db,
          points.map((point) => point.id),
        )
      : []
  const source = sources.get(delivery.sourceRef ?? '') ?? null
  const mayEnter = mayIn(official, may['comments.enter'], consultation.institutionId)
  const asked = askedOf(delivery, points, questions)
  return { consultation, delivery, points, members, questions, asked, documents, source, mayEnter }
}

/** Nothing of a letter that was cut, or of what has ended. */
function askedOf(delivery: Delivery, points: readonly DeliveryPoint[], questions: readonly Question[]): Question[] {
  const [point] = points
  if (delivery.kind === 'split' || !point || !['published', 'waiting'].includes(point.state)) return []
  return questions.filter(
    ({ id, nodeId, withdrawnAt }) =>
      (nodeId === null || nodeId === point.nodeId) &&
      // What was answered before it was withdrawn can be put right too.
      (withdrawnAt === null || point.answers.some(({ question }) => question === id)),
  )
}

/** Whether a token opens the page of this very delivery: what stands in an address is anybody's. */
export const opensDelivery = ({ tokenDigest }: Delivery, token: string): boolean =>
  tokenDigest !== null && digestOfToken(token).equals(tokenDigest)

export type SenderView = {
  delivery: Delivery
  consultation: PublishedConsultation
  points: (DeliveryPoint & { token: string; answer: AnsweredComment | null })[]
}

/** All that one letter brought, for whoever sent it. */
export async function viewSender({ db }: Services, lang: Lang, token: string): Promise<SenderView | null> {
  const delivery = await findDeliveryByToken(db, digestOfToken(token))
  if (!delivery) return null
  const [points, office] = await Promise.all([
    listPoints(db, delivery.id, POINTS_SHOWN),
    findForOffice(db, lang, delivery.consultationId),
  ])
  const consultation = office?.slug ? await findPublished(db, lang, office.slug) : null
  if (!consultation) return null
  const answered = await listAnswered(
    db,
    points.map((point) => point.id),
  )
  const answers = new Map(answered.map((answer) => [answer.commentId, answer]))
  return {
    delivery,
    consultation,
    points: points.map((point) => ({
      ...point,
      token: tokenOfPoint(token, point.n),
      answer: answers.get(point.id) ?? null,
    })),
  }
}
