import type { ShownNumber } from '../story/story.ts'
import type { XmlElement } from '../package/xml-tree.ts'
import { labelOf, type ListStyle } from './odt-list-styles.ts'
import type { OdtStyles } from './odt-styles.ts'
import { wholeNumber } from './odt-xml.ts'

/** The numbers that LibreOffice shows before paragraphs and keeps nowhere in the file. */

/** One list of the text, wherever it is interrupted: what its levels have counted. */
type Counting = { counts: (number | undefined)[] }

/** A list element that is open: its level is 1 for the outermost. */
export type OpenList = { counting: Counting; styleName: string | undefined; level: number }

export type OdtNumbering = {
  openList(element: XmlElement, outer: OpenList | null): OpenList
  /** Of a paragraph that stands for itself in a list (`text:numbered-paragraph`). */
  openAlone(element: XmlElement): OpenList
  /** Counts an item and returns its number as shown. */
  next(list: OpenList, item: XmlElement, paragraphList: string | null): ShownNumber | null
  /** Counts a heading that stands in no list. */
  nextHeading(heading: XmlElement, level: number): ShownNumber | null
}

// OpenDocument knows ten levels.
const DEEPEST_LEVEL = 10

export function numberingOf(styles: OdtStyles): OdtNumbering {
  const headings: Counting = { counts: [] }
  return {
    ...listsBegun(),
    next(list, item, paragraphList) {
      const style =
        styles.list(item.attributes['style-override']) ??
        styles.list(list.styleName) ??
        styles.list(paragraphList ?? '')
      if (!style || list.level > DEEPEST_LEVEL) return null
      countOn(list.counting, style, list.level, wholeNumber(item.attributes['start-value']))
      return { text: labelOf(style, list.level, list.counting.counts), depth: list.level - 1 }
    },
    nextHeading({ attributes }, level) {
      if (!styles.outline.has(level)) return null
      const restart =
        attributes['restart-numbering'] === 'true' ? (wholeNumber(attributes['start-value']) ?? 1) : undefined
      countOn(headings, styles.outline, level, restart)
      const text = labelOf(styles.outline, level, headings.counts)
      return text.trim() === '' ? null : { text, depth: level - 1 }
    },
  }
}

/** Which list goes on counting and which begins anew. */
function listsBegun(): Pick<OdtNumbering, 'openList' | 'openAlone'> {
  const byId = new Map<string, Counting>()
  const byStyle = new Map<string, Counting>()
  const keep = (counting: Counting, id: string | undefined, styleName = ''): Counting => {
    if (id !== undefined) byId.set(id, counting)
    byStyle.set(styleName, counting)
    return counting
  }
  return {
    openList({ attributes }, outer) {
      const styleName = attributes['style-name'] ?? outer?.styleName
      if (outer) return { counting: outer.counting, styleName, level: outer.level + 1 }
      const continued =
        byId.get(attributes['continue-list'] ?? '') ??
        (attributes['continue-numbering'] === 'true' ? byStyle.get(styleName ?? '') : undefined)
      return { counting: keep(continued ?? { counts: [] }, attributes.id, styleName), styleName, level: 1 }
    },
    openAlone({ attributes }) {
      const { 'style-name': styleName, 'list-id': id } = attributes
      const known = id === undefined ? byStyle.get(styleName ?? '') : byId.get(id)
      const level = Math.min(wholeNumber(attributes.level) ?? 1, DEEPEST_LEVEL)
      return { counting: keep(known ?? { counts: [] }, id, styleName), styleName, level }
    },
  }
}

/** A wider level begins the narrower ones anew. */
function countOn({ counts }: Counting, style: ListStyle, level: number, restart: number | undefined): void {
  const last = counts[level - 1]
  counts[level - 1] = restart ?? (last === undefined ? (style.get(level)?.start ?? 1) : last + 1)
  counts.length = level
}
