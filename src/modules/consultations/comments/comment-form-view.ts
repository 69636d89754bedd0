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
import { viewAsked, type Asked } from '../questions/asked-view.ts'
import { MOST_TO_REWRITE, partsOf, wordsToRewrite, type Part } from '../questions/wording-rules.ts'
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
  /** What can be written differently: the words that stand there, or the parts of a long article to choose from. */
  base: string | null
  parts: readonly Part[]
  asked: Asked
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
    publishedText(db, consultation.textVersionId, clock.now()),
  ])
  if (!institution) return null
  const article = articlesOf(tree).find((node) => node.nodeId === about.nodeId) ?? null
  const quote = article && consultation.textVersionId ? await quoteIn(db, consultation.textVersionId, about) : null
  return {
    consultation,
    institution,
    phase: phaseAt(consultation, clock.now()),
    article,
    quote,
    ...toRewrite(article, quote),
    asked: await viewAsked(db, slug, article?.nodeId ?? null, articlesOf(tree)),
  }
}

function toRewrite(article: ShownNode | null, quote: string | null): Pick<CommentFormView, 'base' | 'parts'> {
  if (!article) return { base: null, parts: [] }
  const words = quote ?? wordsToRewrite(article)
  return words.length <= MOST_TO_REWRITE ? { base: words, parts: [] } : { base: null, parts: partsOf(article) }
}

async function quoteIn(db: Queryable, versionId: string, about: About): Promise<string | null> {
  if (about.quote === '' || lengthOf(about.quote) > COMMENT_LIMITS.quote) return null
  const node = await findNode(db, versionId, about.nodeId)
  return node && placeOfQuote(node.words, about.quote, about.prefix, about.suffix) ? about.quote : null
}
