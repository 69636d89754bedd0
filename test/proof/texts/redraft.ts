import type { Random } from '../../random.ts'
import * as chapters from './chapter-edits.ts'
import * as places from './place-edits.ts'
import { numberArticles, type Redraft } from './tree-edits.ts'
import { allBeneath, continued, idOf, type Tracked, type TrackedText } from './tracked.ts'
import * as words from './word-edits.ts'

type Edit = (redraft: Redraft, share: number) => void

/** Every kind of edit alone, with the share of what it could touch. */
export const EDITS: Record<string, readonly [edit: Edit, share: number]> = {
  'reworded, light': [words.rewording('light'), 0.25],
  'reworded, medium': [words.rewording('medium'), 0.2],
  'reworded, heavy': [words.rewording('heavy'), 0.1],
  'clauses and sentences put in': [words.insertClauses, 0.15],
  'sentences taken out': [words.dropSentences, 0.3],
  'sentences reordered': [words.reorderSentences, 0.4],
  'articles put in': [places.insertArticles, 0.1],
  'articles copied and changed': [places.copyArticles, 0.05],
  'points put in': [places.insertPoints, 0.1],
  'articles taken out': [places.deleteArticles, 0.1],
  'points taken out': [places.deletePoints, 0.1],
  'articles repealed in place': [words.repeal, 0.08],
  'everything renumbered': [({ root }) => numberArticles(root, 4), 1],
  'articles split': [places.splitArticles, 0.1],
  'points split': [words.splitPoints, 0.15],
  'articles merged': [places.mergeArticles, 0.08],
  'points merged': [words.mergePoints, 0.08],
  'articles moved within their chapter': [places.moveArticlesWithin, 0.08],
  'articles moved to another chapter': [places.moveArticlesAway, 0.08],
  'points moved to another article': [places.movePoints, 0.05],
  'points reordered': [places.reorderPoints, 0.2],
  'headings swapped': [words.swapHeadings, 0.3],
  'headings reworded': [words.rewordHeadings, 0.3],
  'chapters split': [chapters.splitChapters, 0.3],
  'chapters merged': [chapters.mergeChapters, 0.2],
  'chapters moved': [chapters.moveChapters, 0.1],
  'chapters rewritten': [chapters.rewriteChapters, 0.1],
  'numbers given to paragraphs or taken': [chapters.changeNumbering, 0.2],
  'typed otherwise': [words.typeOtherwise, 0.5],
  'boilerplate repeated': [words.repeatSentence, 0.15],
}

type Step = readonly [edit: Edit, share: number]

/** What a ministry changes after a consultation, and what it changes when it begins anew. */
export const REDRAFTS: Record<'light' | 'ordinary' | 'heavy', readonly Step[]> = {
  light: [
    [words.rewording('light'), 0.05],
    [words.rewording('medium'), 0.01],
    [words.insertClauses, 0.01],
    [places.insertPoints, 0.01],
    [places.deletePoints, 0.01],
    [places.insertArticles, 0.01],
    [words.typeOtherwise, 0.05],
  ],
  ordinary: [
    [words.rewording('light'), 0.12],
    [words.rewording('medium'), 0.06],
    [words.rewording('heavy'), 0.02],
    [words.insertClauses, 0.05],
    [words.dropSentences, 0.03],
    [words.splitPoints, 0.02],
    [words.mergePoints, 0.01],
    [places.insertPoints, 0.04],
    [places.deletePoints, 0.04],
    [places.reorderPoints, 0.02],
    [places.movePoints, 0.01],
    [places.insertArticles, 0.03],
    [places.deleteArticles, 0.03],
    [places.splitArticles, 0.015],
    [places.mergeArticles, 0.015],
    [places.moveArticlesWithin, 0.01],
    [places.moveArticlesAway, 0.01],
    [words.rewordHeadings, 0.03],
    [words.typeOtherwise, 0.1],
    [({ root }) => numberArticles(root), 1],
  ],
  heavy: [
    [words.rewording('light'), 0.25],
    [words.rewording('medium'), 0.2],
    [words.rewording('heavy'), 0.08],
    [words.insertClauses, 0.1],
    [words.dropSentences, 0.1],
    [words.reorderSentences, 0.1],
    [words.splitPoints, 0.05],
    [words.mergePoints, 0.04],
    [words.repeal, 0.01],
    [places.insertPoints, 0.1],
    [places.deletePoints, 0.1],
    [places.reorderPoints, 0.06],
    [places.movePoints, 0.03],
    [places.copyArticles, 0.01],
    [places.insertArticles, 0.08],
    [places.deleteArticles, 0.08],
    [places.splitArticles, 0.04],
    [places.mergeArticles, 0.04],
    [places.moveArticlesWithin, 0.03],
    [places.moveArticlesAway, 0.03],
    [words.rewordHeadings, 0.1],
    [words.swapHeadings, 0.03],
    [words.repeatSentence, 0.02],
    [chapters.splitChapters, 0.05],
    [chapters.mergeChapters, 0.05],
    [chapters.moveChapters, 0.03],
    [chapters.rewriteChapters, 0.02],
    [words.typeOtherwise, 0.3],
    [({ root }) => numberArticles(root), 1],
  ],
}

/** The later version: a copy, edited; every node under an id of its own. */
export function redrafted(earlier: TrackedText, steps: readonly Step[], random: Random): Tracked {
  const root = continued(earlier)
  for (const [edit, share] of steps) edit({ root, random }, share)
  // Ids say nothing about order.
  for (const [at, node] of allBeneath(root).entries()) node.id = idOf(2 + random.below(90_000_000), at)
  return root
}
