import { digestOfToken } from '#platform/auth/private-link.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { viewEffects, type Effect } from '../effects/effects-view.ts'
import { listAnswered, listStory } from '../telling/story-queries.ts'
import type { StoryStep } from '../telling/story-rules.ts'
import { findMemberByToken, type OwnMember } from './member-queries.ts'

export type MemberView = OwnMember & { story: StoryStep[]; effects: readonly Effect[] }

/** What a member of a joint submission is told by its private link, and what became of the common words. */
export async function viewMember({ db }: Services, lang: Lang, token: string): Promise<MemberView | null> {
  const member = await findMemberByToken(db, lang, digestOfToken(token))
  if (!member) return null
  const [story, [answered]] = await Promise.all([
    listStory(db, member.commentId, member.id),
    listAnswered(db, [member.commentId]),
  ])
  const effects = answered ? await viewEffects(db, lang, [answered.answerId]) : new Map<string, Effect[]>()
  return { ...member, story, effects: effects.get(answered?.answerId ?? '') ?? [] }
}
