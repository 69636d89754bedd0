import type { Aside } from './structure/block-rules.ts'
import { readStory, type Story, type StoryContext } from './docx/docx-blocks.ts'
import type { NoteKind } from './docx/docx-runs.ts'
import { readNumbering } from './docx/docx-numbering.ts'
import { DocxRefused, openDocx, type DocxPackage, type DocxRefusalReason } from './docx-package.ts'
import { readStyles } from './docx/docx-styles.ts'
import { childOf, elementsOf, type XmlElement } from './docx/docx-xml.ts'
import { readBlocks } from './structure/read-blocks.ts'
import type { ReadText } from './text-rules.ts'

export type DocxRefusal = { kind: 'unreadable'; why: DocxRefusalReason }

/**
 * Reads a legal text from a Word file: numbers as Word shows them, changes accepted, and everything that is left out of
 * the tree (deleted words, notes, hidden words, headers, pictures) in the list of doubts.
 */
export async function readDocx(bytes: Uint8Array): Promise<ReadText | DocxRefusal> {
  try {
    const story = readWholeStory(openDocx(bytes))
    return readBlocks(story, story.source)
  } catch (error) {
    if (error instanceof DocxRefused) return { kind: 'unreadable', why: error.why }
    throw error
  }
}

function readWholeStory(file: DocxPackage): Story {
  const notes = notesIn(file)
  const taken = new Set<XmlElement>()
  const styles = readStyles(file.styles)
  const numbering = readNumbering(file.numbering, styles)
  const context: StoryContext = {
    styles,
    numbering,
    pictures: file.pictures,
    fields: [],
    notesOf: (kind, id) => {
      const note = notes.find((one) => one.kind === kind && one.id === id)
      if (!note || taken.has(note.element)) return []
      taken.add(note.element)
      return asidesFrom(note.element, 'note', context)
    },
  }
  const body = readStory(elementsOf(childOf(file.document, 'w:body')), context)
  const unplaced = notes
    .filter((note) => !taken.has(note.element))
    .flatMap((note) => context.notesOf(note.kind, note.id))
  return withLast(body, [...unplaced, ...pageFurniture(file, context)])
}

type Note = { kind: NoteKind; id: string; element: XmlElement }

/** Footnotes, endnotes and comments; not the lines that Word draws between notes and text. */
function notesIn(file: DocxPackage): Note[] {
  const parts = { footnotes: file.footnotes, endnotes: file.endnotes, comments: file.comments }
  return NOTE_KINDS.flatMap((kind) =>
    elementsOf(parts[kind] ?? undefined)
      .filter((element) => !/separator|continuationNotice/i.test(element.attributes.type ?? ''))
      .map((element) => ({ kind, id: element.attributes.id ?? '', element })),
  )
}

const NOTE_KINDS: readonly NoteKind[] = ['footnotes', 'endnotes', 'comments']

/** The words of a note or header as one aside, and what is left out of it in turn. */
function asidesFrom(element: XmlElement, reason: Aside['reason'], context: StoryContext): Aside[] {
  const story = readStory(elementsOf(element), { ...context, fields: [] })
  const source = story.blocks.map((block) => block.printed).join('\n')
  const inner = [...story.asides, ...story.blocks.flatMap((block) => block.asides)]
  return source.trim() === '' ? inner : [{ reason, source }, ...inner]
}

/** Headers and footers, each wording once: sections repeat them. */
function pageFurniture(file: DocxPackage, context: StoryContext): Aside[] {
  const all = [...file.headers, ...file.footers].flatMap((part) => asidesFrom(part, 'page-furniture', context))
  return all.filter(
    (aside, at) => aside.source.trim() !== '' && all.findIndex((other) => other.source === aside.source) === at,
  )
}

function withLast({ asides, blocks, source }: Story, last: Aside[]): Story {
  const final = blocks.at(-1)
  return {
    asides: final ? asides : [...asides, ...last],
    blocks: final ? [...blocks.slice(0, -1), { ...final, asides: [...final.asides, ...last] }] : [],
    source: [...source, ...last.map((aside) => aside.source).filter((words) => words.trim() !== '')],
  }
}
