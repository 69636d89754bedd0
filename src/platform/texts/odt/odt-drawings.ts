import type { Aside } from '../structure/block-rules.ts'
import { childOf, elementsOf, textOf, type XmlElement } from '../package/xml-tree.ts'

/** Frames, shapes and pictures. */

/** Boxes hold paragraphs; asides stand for pictures. */
export type Drawing = { boxes: XmlElement[]; asides: Aside[] }

const HOLDS_PARAGRAPHS = new Set(['text:p', 'text:h', 'text:list', 'table:table'])

/** What a drawing holds, or null if the element is none. */
export function drawingIn(element: XmlElement): Drawing | null {
  if (!/^(?:draw|dr3d):/.test(element.name)) return null
  if (element.name === 'draw:frame') return frame(element)
  if (element.name === 'draw:control') return { boxes: [], asides: [imageAside(element)] }
  const own = elementsOf(element).some((child) => HOLDS_PARAGRAPHS.has(child.name)) ? [element] : []
  const inner = elementsOf(element).flatMap((child) => drawingIn(child) ?? [])
  return {
    boxes: [...own, ...inner.flatMap((one) => one.boxes)],
    asides: inner.flatMap((one) => one.asides),
  }
}

/** A frame shows the first of its forms that can be shown. */
function frame(element: XmlElement): Drawing {
  const box = childOf(element, 'draw:text-box')
  if (box) return { boxes: [box], asides: [] }
  const table = childOf(element, 'table:table')
  return table ? { boxes: [element], asides: [] } : { boxes: [], asides: [imageAside(element)] }
}

/** The picture's description, else the name of its file. */
function imageAside(element: XmlElement): Aside {
  const described = [childOf(element, 'svg:desc'), childOf(element, 'svg:title')]
    .map((one) => (one ? textOf(one).trim() : ''))
    .find(Boolean)
  const href = childOf(element, 'draw:image')?.attributes.href ?? ''
  const file = href.startsWith('data:') ? '' : href.slice(href.lastIndexOf('/') + 1)
  return { reason: 'image', source: described ?? (file || (element.attributes.name ?? '')) }
}
