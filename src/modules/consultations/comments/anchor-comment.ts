import type { Transaction } from '#platform/db/database.ts'
import { placeOfQuote } from '#platform/texts/anchor-rules.ts'
import { findNode } from '#platform/texts/text-queries.ts'
import type { HeldConsultation } from '../consultation-queries.ts'
import type { Anchor, CommentRefusal } from './comment-rules.ts'
import { findArticle, type Anchored } from './posting-queries.ts'

type Refused = Extract<CommentRefusal, 'no-such-article' | 'no-such-passage'>

const NOWHERE: Anchored = {
  about: 'whole',
  textVersionId: null,
  nodeId: null,
  articleLabel: null,
  quote: null,
  quotePrefix: null,
  quoteSuffix: null,
  quoteStart: null,
}

/** The anchor as it is kept, once the article and the exact words were found in the published text. */
export async function anchorIn(
  tx: Transaction,
  { textVersionId }: HeldConsultation,
  anchor: Anchor,
): Promise<Anchored | Refused> {
  if (anchor.about === 'whole') return NOWHERE
  if (!textVersionId) return 'no-such-article'
  const { nodeId } = anchor
  if (anchor.about === 'article') {
    const article = await findArticle(tx, textVersionId, nodeId)
    if (!article) return 'no-such-article'
    return { ...NOWHERE, textVersionId, nodeId, articleLabel: article.label, about: 'article' }
  }
  const node = await findNode(tx, textVersionId, nodeId)
  if (node?.kind !== 'article') return 'no-such-article'
  const place = placeOfQuote(node.words, anchor.quote, anchor.prefix, anchor.suffix)
  if (!place) return 'no-such-passage'
  const { quote, prefix: quotePrefix, suffix: quoteSuffix } = anchor
  const passage = { quote, quotePrefix, quoteSuffix, quoteStart: place.start }
  return { about: 'passage', textVersionId, nodeId, articleLabel: node.label, ...passage }
}
