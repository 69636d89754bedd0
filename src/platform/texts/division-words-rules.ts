import type { NodeKind } from './text-rules.ts'

/**
 * The words printed before a division's label, where its source has no other. They belong to the text, so they are the
 * drafting rules' and no translation's.
 */
export const DIVISION_WORDS: Readonly<Partial<Record<NodeKind, string>>> = {
  part: 'PJESA',
  title: 'TITULLI',
  chapter: 'KREU',
  section: 'SEKSIONI',
  annex: 'SHTOJCA',
}
