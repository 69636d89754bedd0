import { noteStory, readOdtStory, type OdtContext } from './odt/odt-blocks.ts'
import { numberingOf } from './odt/odt-numbering.ts'
import { openOdt, type OdtPackage } from './odt/odt-package.ts'
import { readOdtStyles } from './odt/odt-styles.ts'
import { PackageRefused } from './package/package-parts.ts'
import { childOf, childrenOf, elementsOf, type XmlElement } from './package/xml-tree.ts'
import type { ReadRefusal } from './refusal-rules.ts'
import { asidesFrom, eachOnce, withLast, type Story } from './story/story.ts'
import type { Aside } from './structure/block-rules.ts'
import { readBlocks } from './structure/read-blocks.ts'
import type { ReadText } from './text-rules.ts'

/**
 * Reads a legal text from an OpenDocument file: numbers as LibreOffice shows them, changes accepted, and everything that
 * is left out of the tree (deleted words, notes, hidden words, headers, pictures) in the list of doubts.
 */
export async function readOdt(bytes: Uint8Array): Promise<ReadText | ReadRefusal> {
  try {
    const story = readWholeStory(openOdt(bytes))
    return readBlocks(story, story.source)
  } catch (error) {
    if (error instanceof PackageRefused)
      return { kind: 'unreadable', why: error.why === 'no-package' ? 'not-an-odt' : error.why }
    throw error
  }
}

function readWholeStory(file: OdtPackage): Story {
  const body = readOdtStory(elementsOf(file.text), contextOf(file.bodyStyles, file.text))
  return withLast(body, pageFurniture(file))
}

function contextOf(styleGroups: OdtPackage['bodyStyles'], holder: XmlElement): OdtContext {
  const styles = readOdtStyles(styleGroups)
  const context: OdtContext = {
    styles,
    numbering: numberingOf(styles),
    changes: { kinds: changesIn(holder), open: new Set() },
    noteAsides: (element) => asidesFrom(noteStory(element, context), 'note'),
  }
  return context
}

/** Each change by its number: `text:insertion`, `text:deletion` (which holds the words) or `text:format-change`. */
function changesIn(holder: XmlElement): Map<string, XmlElement> {
  const regions = childrenOf(childOf(holder, 'text:tracked-changes'), 'text:changed-region')
  return new Map(
    regions.flatMap((region): [string, XmlElement][] => {
      const [change] = elementsOf(region)
      return change ? [[region.attributes.id ?? '', change]] : []
    }),
  )
}

function pageFurniture(file: OdtPackage): Aside[] {
  const parts = file.masterPages
    .flatMap((page) => elementsOf(page))
    .filter((part) => /^style:(?:header|footer)/.test(part.name) && part.attributes.display !== 'false')
  return eachOnce(
    parts.flatMap((part) =>
      asidesFrom(readOdtStory(elementsOf(part), contextOf(file.furnitureStyles, part)), 'page-furniture'),
    ),
  )
}
