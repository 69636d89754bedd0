import { shownLabel } from '#platform/texts/node-rules.ts'
import { wordsOf, type Tracked } from './tracked.ts'

/** Nodes in words, as failing cases are told. */

const LONGEST = 220

export const short = (words: string, longest = LONGEST): string => {
  const flat = words.replace(/\s+/g, ' ').trim()
  return flat.length > longest ? `${flat.slice(0, longest)} …` : flat
}

/** Letters and figures alone. */
export const bare = (words: string): string => words.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '')

/** `article 12 | Objekti | words` */
export const said = (node: Tracked): string =>
  [
    [node.kind, shownLabel(node)].filter(Boolean).join(' '),
    node.heading && short(wordsOf(node.heading)),
    short(wordsOf(node.body)) || (node.children[0] && `(${short(wordsOf(node.children[0].body), 80)})`),
  ]
    .filter(Boolean)
    .join(' | ')

export function outlined(node: Tracked, depth = 0): string[] {
  return [
    `${'  '.repeat(depth)}${said({ ...node, children: [] })}`,
    ...node.children.flatMap((child) => outlined(child, depth + 1)),
  ]
}
