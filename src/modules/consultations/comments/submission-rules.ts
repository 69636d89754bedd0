import { createHash } from 'node:crypto'
import { linesOfAnswers, type Answer } from '../questions/question-rules.ts'

/** What somebody sent by the form, as far as two arrivals of it are told apart. */
export type SentContent = {
  body: string
  email: string | null
  authorName: string | null
  organisation: string | null
  namePublic: boolean
  nodeId: string | null
  quote: string | null
  suggestion: string | null
  answers: readonly Answer[]
  fileDigests: readonly string[]
}

/**
 * A second press, or the way back and the button once more, brings the same form with the same content: the same comment.
 * Whoever goes back and changes the words before the second press has written another, and it must not be lost.
 */
export const isSameContent = (one: SentContent, other: SentContent): boolean => linesOf(one) === linesOf(other)

/** The number under which other content of the same form is kept: the same for each of its own arrivals. */
export function submissionOf(form: string, content: SentContent): string {
  const digest = createHash('sha256')
    .update(`${form}\n${linesOf(content)}`)
    .digest('hex')
  return digest.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

function linesOf({
  body,
  email,
  authorName,
  organisation,
  namePublic,
  nodeId,
  quote,
  suggestion,
  answers,
  fileDigests,
}: SentContent): string {
  const files = fileDigests.toSorted()
  return JSON.stringify([
    body,
    email?.toLowerCase() ?? null,
    authorName,
    organisation,
    namePublic,
    nodeId,
    quote,
    suggestion,
    linesOfAnswers(answers),
    files,
  ])
}
