import { createHash } from 'node:crypto'
import type { ReadNode } from './text-rules.ts'

type Words = Pick<ReadNode, 'kind' | 'label' | 'heading' | 'body'>

/** What the digest of an article is made of: of each node, in reading order, what it is, its label, heading and words. */
const digestedForm = (nodes: readonly Words[]): string =>
  JSON.stringify(
    nodes.map(({ kind, label, heading, body }) =>
      [kind, label, heading, body].map((part) => part?.normalize('NFC') ?? null),
    ),
  )

/**
 * SHA-256 over an article with all that stands beneath it. Anybody computes it again from the article as data: the form
 * is JSON without spaces, in UTF-8 and NFC.
 */
export const articleDigest = (nodes: readonly Words[]): string =>
  createHash('sha256').update(digestedForm(nodes)).digest('hex')
