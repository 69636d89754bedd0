import { lengthOf } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Queryable } from '#platform/db/database.ts'
import type { Services } from '#platform/services.ts'
import { placeOfQuote } from '#platform/texts/anchor-rules.ts'
import { findNode } from '#platform/texts/text-queries.ts'
import { findPublished, type PublishedConsultation } from '../consultation-queries.ts'
import { publishedText } from '#platform/texts/published-text-view.ts'
import { phaseAt, type Phase } from '../consultation-rules.ts'
import { COMMENT_LIMITS } from './comment-rules.ts'
import { articlesOf, type ShownNode } from '#platform/texts/shown-tree-rules.ts'

export type CommentFormView = {
  consultation: PublishedConsultation
  institution: InstitutionSummary
  phase: Phase
  /** The article that is commented on; null for the whole text, or if it is not in the text. */
  article: ShownNode | null
  /** The words chosen, if they really stand in the article. */
  quote: string | null
}

type About = { nodeId: string; quote: string; prefix: string; suffix: string }

export async function viewCommentForm(
  { db, clock }: Services,
  lang: Lang,
  slug: string,
  about: About,
): Promise<CommentFormView | null> {
  const consultation = await findPublished(db, lang, slug)
  if (!consultation) return null
  const [institution, { tree }] = await Promise.all([
    findInstitutionById(db, lang, consultation.institutionId),
    publishedText(db, about.nodeId ? consultation.textVersionId : null, clock.now()),
  ])
  if (!institution) return null
  const article = articlesOf(tree).find((node) => node.nodeId === about.nodeId) ?? null
  const quote = article && consultation.textVersionId ? await quoteIn(db, consultation.textVersionId, about) : null
  return { consultation, institution, phase: phaseAt(consultation, clock.now()), article, quote }
}

async function quoteIn(db: Queryable, versionId: string, about: About): Promise<string | null> {
  if (about.quote === '' || lengthOf(about.quote) > COMMENT_LIMITS.quote) return null
  const node = await findNode(db, versionId, about.nodeId)
  return node && placeOfQuote(node.words, about.quote, about.prefix, about.suffix) ? about.quote : null
}
