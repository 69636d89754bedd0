import { createHash } from 'node:crypto'
import type { CommentDraft } from './comment-rules.ts'

/**
 * What makes two arrivals one: the same form with the same content. A second press, or the way back and the button once
 * more, is the same comment; whoever goes back and changes the words has written another, and it must not be lost.
 * In the shape of a UUID, made of the form's own number, all its fields and the digests of its files.
 */
export function submissionOf(draft: CommentDraft, fileDigests: readonly string[]): string {
  const { submissionId, body, email, onBehalf, authorName, organisation, namePublic, anchor } = draft
  const content = [submissionId, body, email, onBehalf, authorName, organisation, namePublic, anchor, fileDigests]
  const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex')
  return digest.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
