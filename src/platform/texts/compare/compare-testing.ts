import { nodeDigest } from '../node-rules.ts'
import type { NodeKind } from '../text-rules.ts'
import type { ComparedNode, Comparison } from './comparison.ts'

/** Help for tests: small texts as outlines, and what became of their nodes as sentences. */

/** `neni 1 Objekti`, two spaces deeper `pika 1 Words …`: kind, label (`-`: none), then heading of a division or article, else body. */
export function textOf(version: string, outline: string): ComparedNode[] {
  const above: { depth: number; id: string }[] = []
  return outline
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, at) => {
      const depth = line.search(/\S/)
      while ((above.at(-1)?.depth ?? -1) >= depth) above.pop()
      const [kind = '', label = '-', ...words] = line.trim().split(' ')
      const id = `${version}${at + 1}`
      const parentId = above.at(-1)?.id ?? null
      above.push({ depth, id })
      const known = KINDS[kind] ?? 'paragraph'
      const headed = known === 'chapter' || known === 'article'
      const node = {
        kind: known,
        label: label === '-' ? null : label,
        heading: headed ? words.join(' ') || null : null,
        body: headed ? '' : words.join(' '),
      }
      return { nodeId: id, parentId, ...node, digest: nodeDigest(node) }
    })
}

const KINDS: Record<string, NodeKind> = {
  kreu: 'chapter',
  neni: 'article',
  pika: 'point',
  shkronja: 'letter',
  paragraf: 'paragraph',
}

/** Everything that is not certainly the same: `reworded a3 → b4`, a doubt with a question mark. */
export const told = (comparison: Comparison): string[] =>
  comparison
    .filter(({ kind, certain }) => kind !== 'same' || !certain)
    .map(({ kind, from, to, alsoMoved, certain }) =>
      [kind, from.join('+'), '→', to.join('+'), alsoMoved ? 'moved' : '', certain ? '' : '?'].filter(Boolean).join(' '),
    )
