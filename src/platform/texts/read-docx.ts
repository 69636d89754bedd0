import type { Aside } from './structure/block-rules.ts'
import { readStory, type StoryContext } from './docx/docx-blocks.ts'
import { asidesFrom, eachOnce, withLast, type Story } from './story/story.ts'
import type { NoteKind } from './docx/docx-runs.ts'
import { readNumbering } from './docx/docx-numbering.ts'
import { openDocx, type DocxPackage, type DocxRefusalReason } from './docx-package.ts'
import { readStyles } from './docx/docx-styles.ts'
import { PackageRefused } from './package/package-parts.ts'
import { childOf, elementsOf, type XmlElement } from './package/xml-tree.ts'
import { readBlocks } from './structure/read-blocks.ts'
import type { ReadText } from './text-rules.ts'

type DocxRefusal = { kind: 'unreadable'; why: DocxRefusalReason }

/**
 * Reads a legal text from a Word file: numbers as Word shows them, changes accepted, and everything that is left out of
 * the tree (deleted words, notes, hidden words, headers, pictures) in the list of doubts.
 */
export async function readDocx(bytes: Uint8Array): Promise<ReadText | DocxRefusal> {
  try {
    const story = readWholeStory(openDocx(bytes))
    return readBlocks(story, story.source)
  } catch (error) {
    if (error instanceof PackageRefused)
      return { kind: 'unreadable', why: error.why === 'no-package' ? 'not-a-docx' : error.why }
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
      return wordsAside(note.element, 'note', context)
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

/** Headers and footers, each wording once: sections repeat them. */
const pageFurniture = (file: DocxPackage, context: StoryContext): Aside[] =>
  eachOnce([...file.headers, ...file.footers].flatMap((part) => wordsAside(part, 'page-furniture', context)))

const wordsAside = (element: XmlElement, reason: Aside['reason'], context: StoryContext): Aside[] =>
  asidesFrom(readStory(elementsOf(element), { ...context, fields: [] }), reason)
