import type { Lang } from '../i18n/language.ts'

/**
 * A filled form on paper: its labels and what was written beside them, in the order in which both are read. The same
 * document becomes a DOCX, a PDF with tags, and the page of the record.
 */
export type FormDocument = {
  lang: Lang
  /** In which its fields were filled in. */
  wordsLang: Lang
  /** What the form is called, and what this one is about. */
  form: string
  title: string
  institution: string
  /** Version and day. */
  lead: string
  /** Where it is kept for ever, and the word before that. */
  kept: string
  address: string
  page: string
  /** It lies on its side: for tables of many columns. DOCX alone knows it. */
  lying?: true
  blocks: readonly FormBlock[]
}

export type FormBlock =
  /** `newPage`: it begins a sheet of its own. */
  | { kind: 'heading'; level: 2 | 3; id: string; words: string; newPage?: true }
  | { kind: 'paragraph'; words: string; quiet?: true }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'facts'; rows: readonly { label: string; value: string }[] }
  /** A cell is its lines. */
  | {
      kind: 'table'
      caption: string
      head: readonly string[]
      rows: readonly (readonly (readonly string[])[])[]
      /** How the columns share the room, in hundredths; absent: alike. */
      shares?: readonly number[]
    }
  /** Something to be told apart from what the form says; `ours`: the program says it, in the language of the form. */
  | { kind: 'note'; label: string; words: string; ours?: true }

/** All words of it in order, labels and values. */
export const wordsOfForm = ({ form, title, institution, lead, blocks }: FormDocument): string[] => [
  institution,
  form,
  title,
  lead,
  ...blocks.flatMap(wordsOfBlock),
]

export function wordsOfBlock(block: FormBlock): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.words]
    case 'list':
      return [...block.items]
    case 'facts':
      return block.rows.flatMap(({ label, value }) => [label, value])
    case 'table':
      return [...block.head, ...block.rows.flat(2)]
    case 'note':
      return [block.label, block.words]
  }
}
