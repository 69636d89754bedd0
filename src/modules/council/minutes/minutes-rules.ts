import type { FormBlock } from '#platform/papers/form-document-rules.ts'
import type { MinutesFacts, Signature } from './record/minutes-fact-rules.ts'

export type MinutesState = 'draft' | 'proposed' | 'approved'

/** Everything a published version shows: the facts, and the document in Albanian word for word. */
export type MinutesRecord = {
  facts: MinutesFacts
  standing: { state: 'proposed' } | { state: 'approved'; on: string; where: string | null }
  blocks: FormBlock[]
}

export const MINUTES_LIMITS = { opening: 20_000, ending: 20_000, words: 50_000, note: 500, reason: 1000, signatures: 6 }

/** One signature a line, "Name, post". Null: a line is not of that shape. */
export function readSignatures(words: string): Signature[] | null {
  const lines = words
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const read = lines.map((line) => {
    const [name = '', ...post] = line.split(',').map((part) => part.trim())
    return { name, post: post.join(', ') }
  })
  const good = read.every(({ name, post }) => name.length >= 2 && post.length >= 2 && `${name}${post}`.length <= 300)
  return good && read.length <= MINUTES_LIMITS.signatures ? read : null
}

export const writeSignatures = (signatures: readonly Signature[]): string =>
  signatures.map(({ name, post }) => `${name}, ${post}`).join('\n')

export type MinutesDeed = 'edit' | 'propose' | 'withdraw' | 'approve' | 'correct' | 'copy'

/** What may be done from which state: once approved, words change only as a correction that is published with its reason. */
export const MINUTES_DEEDS: Record<MinutesState, readonly MinutesDeed[]> = {
  draft: ['edit', 'propose', 'approve'],
  proposed: ['edit', 'propose', 'withdraw', 'approve'],
  approved: ['edit', 'correct', 'copy'],
}

export const mayDoMinutes = (state: MinutesState, deed: MinutesDeed): boolean => MINUTES_DEEDS[state].includes(deed)
