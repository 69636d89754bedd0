import type { Text } from '#platform/likeness/wording-rules.ts'

export const GROUP_KIND = 'consultations.comment-group'
export const GROUP_STATES = ['proposed', 'confirmed', 'dissolved'] as const
export type GroupState = (typeof GROUP_STATES)[number]

export type MemberState = 'proposed' | 'confirmed' | 'refused' | 'left' | 'moved'
export type DeedKind = 'confirmed' | 'member-removed' | 'joined' | 'split' | 'dissolved' | 'named' | 'objected'

export const CHECK_GROUPS = 'consultations.check-groups'

export const LONGEST_GROUP_TITLE = 200
export const LONGEST_GROUP_NOTE = 1000

/** What is compared of a comment: its words, and the wording that it proposes. */
export const wordsOf = ({ body, suggestion }: { body: string; suggestion: string | null }): string =>
  suggestion === null ? body : `${body}\n${suggestion}`

export const textOf = (comment: {
  id: string
  lang: Text['lang']
  nodeId: string | null
  body: string
  suggestion: string | null
}): Text => ({ id: comment.id, words: wordsOf(comment), anchor: comment.nodeId, lang: comment.lang })
