import type { AknElement } from './akn-xml.ts'
import type { Aside } from '../structure/block-rules.ts'
import { foldWords } from '../words-rules.ts'

/** A line of words: as people read it, and with the source's own characters. */
export type Line = { words: string; printed: string }

/** The words of an element, and what stands aside of them: notes, pictures. */
export type Lines = { lines: Line[]; asides: Aside[] }

/** Elements that only say something about the words within a line. */
const INLINE = new Set(
  (
    'ref mref rref mod mmod rmod remark recordedTime vote outcome ins del omissis embeddedText placeholder fillIn decoration ' +
    'b i a u sub sup abbr span inline entity role person organization concept object event location process quantity def ' +
    'term opinion argument date time docDate docNumber docTitle docType docStage docStatus docCommittee docIntroducer ' +
    'docJurisdiction docketNumber docPurpose docProponent docAuthority legislature session shortTitle docketNumber judge ' +
    'lawyer party witness signature affectedDocument relatedDocument change courtType neutralCitation omissis tocItem'
  ).split(' '),
)

/** All words beneath, as lines: a paragraph, a break, or anything that is no part of a line begins a new one. */
export function linesIn(element: AknElement): Lines {
  const found: Lines & { open: string } = { lines: [], asides: [], open: '' }
  const exact = element.attributes['xml:space'] === 'preserve'
  gather(element, found)
  close(found, exact)
  return { lines: found.lines, asides: found.asides }
}

function gather(element: AknElement, found: Lines & { open: string }): void {
  for (const child of element.children) {
    if (typeof child === 'string') found.open += child
    else if (child.name === 'authorialNote' || child.name === 'note') found.asides.push(...asidesOf(child, 'note'))
    else if (child.name === 'img') found.asides.push({ reason: 'image', source: pictureName(child) })
    else if (INLINE.has(child.name)) gather(child, found)
    else {
      close(found, false)
      gather(child, found)
      close(found, child.attributes['xml:space'] === 'preserve')
    }
  }
}

/** What is left out of the tree, as one aside; with what is left out of it in turn. */
export function asidesOf(element: AknElement, reason: Aside['reason']): Aside[] {
  const { lines, asides } = linesIn(element)
  const source = lines.map((line) => line.printed).join('\n')
  return [...(source === '' ? [] : [{ reason, source }]), ...asides]
}

const pictureName = ({ attributes }: AknElement): string => attributes.alt || attributes.src || 'img'

function close(found: Lines & { open: string }, exact: boolean): void {
  const { open } = found
  found.open = ''
  if (exact) found.lines.push({ words: open, printed: open })
  else if (open.trim() !== '') found.lines.push({ words: foldWords(open), printed: open.replace(/\s+/g, ' ').trim() })
}

/** The words of an element as one line. */
export function lineOf(element: AknElement | undefined): Line & { asides: Aside[] } {
  const { lines, asides } = element ? linesIn(element) : { lines: [], asides: [] }
  const joined = (side: keyof Line) => lines.map((line) => line[side]).join(' ')
  return { words: joined('words'), printed: joined('printed'), asides }
}
