import type { Block } from './block-rules.ts'
import type { AnnexLine, DivisionLine } from './line-rules.ts'

/** What a block opens: a division, an annex, an article, or nothing. */
export type Tag =
  | { kind: 'division'; line: DivisionLine }
  | { kind: 'annex'; line: AnnexLine }
  | { kind: 'article'; label: string; heading: string | null; headingFirst: boolean; doubtful: boolean }
  | { kind: 'enacting' }
  | { kind: 'text' }

export type Tagged = { block: Block; tag: Tag }

export const opens = (tag: Tag | undefined): boolean =>
  tag?.kind === 'division' || tag?.kind === 'annex' || tag?.kind === 'article'
