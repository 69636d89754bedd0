import { createHash } from 'node:crypto'
import type { ReadNode } from './text-rules.ts'

/** What a stored node says: to a reader, to a quotation, to a digest. */

type Words = Pick<ReadNode, 'kind' | 'label' | 'heading' | 'body'>

/** SHA-256 over kind, label, heading and body: the same words have the same digest in every version. */
export const nodeDigest = ({ kind, label, heading, body }: Words): string =>
  createHash('sha256')
    .update(JSON.stringify([kind, label, heading, body].map((part) => part?.normalize('NFC') ?? null)))
    .digest('hex')

/** The label with the sign that is shown after it: `ç)`, `2.`; divisions and articles carry a word of their own. */
export function shownLabel({ kind, label }: Pick<Words, 'kind' | 'label'>): string | null {
  if (label === null || /[.)]$/.test(label)) return label
  if (kind === 'letter') return `${label})`
  return kind === 'point' ? `${label}.` : label
}

/**
 * A node and all beneath it, in reading order, as one run of words: what a person selects from, and where a quotation
 * is sought. Of the first node, the one meant, only the body: its label and heading name it.
 */
export const wordsOfNodes = ([first, ...beneath]: Words[]): string =>
  [first?.body ?? '', ...beneath.flatMap((node) => [shownLabel(node) ?? '', node.heading ?? '', node.body])]
    .filter((words) => words !== '')
    .join(' ')
