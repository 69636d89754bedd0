import type { LinkedRecord } from '#platform/links/links-view.ts'
import { linkedIn, type MatterThread } from '#platform/links/thread-view.ts'
import { articlesOf, type ShownNode } from '#platform/texts/shown-tree-rules.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import type { PublishedConsultation } from '../consultation-queries.ts'
import type { Phase } from '../consultation-rules.ts'
import { stepsOf, type WayStep } from './overview-rules.ts'

/** How many articles the list of what was said names; of the others there is their number. */
const MOST_ARTICLES = 12

export type SaidOfArticle = { node: ShownNode; count: number }

/** What was said so far, where. */
export type SaidSoFar = {
  onWhole: number
  articles: SaidOfArticle[]
  /** How many more articles have comments. */
  more: number
  total: number
}

/** The articles with most comments, in the order of the text. */
export function saidSoFar(
  tree: readonly ShownNode[],
  counts: ReadonlyMap<string | null, number>,
  total: number,
): SaidSoFar {
  const spoken = articlesOf(tree)
    .map((node) => ({ node, count: counts.get(node.nodeId) ?? 0 }))
    .filter(({ count }) => count > 0)
  const most = new Set(spoken.toSorted((one, other) => other.count - one.count).slice(0, MOST_ARTICLES))
  return {
    onWhole: counts.get(null) ?? 0,
    articles: spoken.filter((one) => most.has(one)),
    more: spoken.length - most.size,
    total,
  }
}

/** Meetings about it that everybody may know of, by their day. */
export const meetingsIn = (thread: MatterThread): LinkedRecord[] =>
  linkedIn(thread)
    .filter(({ kind, direction, subject: { day } }) => kind === 'about' && direction === 'back' && day !== undefined)
    .toSorted((one, other) => (one.subject.day ?? '').localeCompare(other.subject.day ?? ''))

export function viewWay(
  consultation: PublishedConsultation,
  phase: Phase,
  meetings: readonly LinkedRecord[],
  now: Date,
): WayStep[] {
  const { zone, stage, opensOn, closesOn, publishedAt, cancelledAt, cancelReason, concludedAt } = consultation
  return stepsOf({
    phase,
    stage,
    publishedOn: civilDateIn(zone, publishedAt),
    opensOn,
    closesOn,
    cancelledOn: cancelledAt && civilDateIn(zone, cancelledAt),
    cancelReason,
    concludedOn: concludedAt && civilDateIn(zone, concludedAt),
    meetings: meetings.flatMap(({ subject }) =>
      subject.day !== undefined && subject.publicHref !== null
        ? [{ on: subject.day, title: subject.title, href: subject.publicHref }]
        : [],
    ),
    today: civilDateIn(zone, now),
  })
}
