import { deadlineView, type DeadlineView } from '#platform/deadlines/deadline-view.ts'
import type { Document } from '#platform/documents/document-queries.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'
import type { Because } from '#platform/texts/text-holder.ts'
import { publishedText } from '#platform/texts/published-text-view.ts'
import { articlesOf, type ShownNode } from '#platform/texts/shown-tree-rules.ts'
import { clockOf } from './closing/closing-rules.ts'
import { attachmentsOf, COMMENTS_PER_PAGE, cursorOf } from './comments/comment-paging-view.ts'
import type { CommentPlaces } from './comments/comment-place-rules.ts'
import { listAnswersTo, type AnswerToComment } from './answers/public-answer-queries.ts'
import { viewWordings, type Wordings } from './questions/wording-view.ts'
import { viewCommentPlaces } from './comments/comment-places-view.ts'
import { countPublishedByArticle, listPublishedComments, type PublishedComment } from './comments/comment-queries.ts'
import { findPublished, type PublishedConsultation } from './consultation-queries.ts'
import { viewBecause } from './effects/because-view.ts'
import { shareLine } from './overview/share-view.ts'
import { phaseAt, type Phase } from './consultation-rules.ts'

export type ArticleView = {
  consultation: PublishedConsultation
  institution: InstitutionSummary
  phase: Phase
  /** The line that goes with the link where people pass it on. */
  share: string
  deadline: DeadlineView | null
  article: ShownNode
  /** The whole text: where citations in it lead. */
  tree: readonly ShownNode[]
  previous: ShownNode | null
  next: ShownNode | null
  comments: PublishedComment[]
  /** Where those stand that were made on an earlier version. */
  places: CommentPlaces
  attachments: Document[]
  /** What the wordings that they propose change. */
  wordings: Wordings
  /** What the institution says to them. */
  answered: AnswerToComment[]
  older: string | null
  paged: boolean
  count: number
  /** Because of what people said it came to be as it is. */
  because: readonly Because[]
}

type Before = { sentAt: Date; id: string } | null

/** One article with its comments, newest first, a page at a time. */
export async function viewArticle(
  services: Services,
  lang: Lang,
  slug: string,
  nodeId: string,
  before: Before,
): Promise<ArticleView | null> {
  const { db, clock } = services
  const consultation = await findPublished(db, lang, slug)
  if (!consultation?.textVersionId) return null
  const about = { lang, nodeId, before }
  const [institution, { tree }, counts, listed, deadline] = await readAbout(services, consultation, about)
  const articles = articlesOf(tree)
  const place = articles.findIndex((node) => node.nodeId === nodeId)
  const article = articles[place]
  if (!article || !institution) return null
  const phase = phaseAt(consultation, clock.now())
  const wish = { recordId: consultation.id, versionId: consultation.textVersionId, sinceId: null, nodeIds: [nodeId] }
  // Of a first version nothing was changed yet: nothing is asked.
  const because = consultation.textEarlier === null ? [] : await viewBecause(db, lang, wish)
  return {
    consultation,
    institution,
    because,
    phase,
    share: shareLine(lang, consultation, phase),
    deadline,
    article,
    tree,
    previous: articles[place - 1] ?? null,
    next: articles[place + 1] ?? null,
    ...(await readComments(services, consultation, listed)),
    paged: before !== null,
    count: counts.find((row) => row.nodeId === nodeId)?.count ?? 0,
  }
}

/** Those of this page, with all that stands at them; `listed` has one more where older ones follow. */
async function readComments(
  { db }: Services,
  consultation: PublishedConsultation,
  listed: readonly PublishedComment[],
): Promise<Pick<ArticleView, 'comments' | 'places' | 'attachments' | 'wordings' | 'answered' | 'older'>> {
  const comments = listed.slice(0, COMMENTS_PER_PAGE)
  const [places, attachments, wordings, answered] = await Promise.all([
    viewCommentPlaces(db, consultation, comments),
    attachmentsOf({ db }, comments),
    viewWordings(db, comments),
    listAnswersTo(
      db,
      comments.map(({ id }) => id),
    ),
  ])
  const older = listed.length > COMMENTS_PER_PAGE ? cursorOf(comments) : null
  return { comments, places, attachments, wordings, answered, older }
}

function readAbout(
  services: Services,
  { id, institutionId, textVersionId }: PublishedConsultation,
  { lang, nodeId, before }: { lang: Lang; nodeId: string; before: Before },
) {
  const { db, clock } = services
  const { subject, slot } = clockOf(id)
  return Promise.all([
    findInstitutionById(db, lang, institutionId),
    publishedText(db, textVersionId, clock.now()),
    countPublishedByArticle(db, id),
    listPublishedComments(db, { consultationId: id, under: { nodeId }, before, limit: COMMENTS_PER_PAGE + 1 }),
    deadlineView(services, lang, subject, slot),
  ])
}
