import type { Aside } from '../structure/block-rules.ts'
import { childOf, elementsOf, type XmlElement } from '../package/xml-tree.ts'

/** Text boxes and pictures. Word writes each drawing twice, for new and for old readers: only one is looked at. */

const descendants = (element: XmlElement): XmlElement[] =>
  seen(element).flatMap((child) => [child, ...(child.name === 'w:txbxContent' ? [] : descendants(child))])

/** The children that Word would show: of a choice the first form that holds anything. */
function seen(element: XmlElement): XmlElement[] {
  if (element.name !== 'mc:AlternateContent') return elementsOf(element)
  const choice = childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback')
  return choice ? elementsOf(choice) : []
}

/** Contents of the text boxes in a drawing, each once. */
export const textBoxesIn = (drawing: XmlElement): XmlElement[] =>
  descendants(drawing).filter((element) => element.name === 'w:txbxContent')

/** Words outside any text box. */
export const holdsWords = (element: XmlElement): boolean => descendants(element).some((inside) => inside.name === 'w:t')

const PICTURES = new Set(['blip', 'imagedata', 'chart', 'relIds', 'OLEObject'])

/** One aside for a drawing that holds a picture, a diagram or an embedded object: its description, else its name. */
export function pictureAsides(drawing: XmlElement, pictures: Map<string, string>): Aside[] {
  const inside = descendants(drawing)
  const art = inside.filter((element) => element.name === 'textpath').map((element) => element.attributes.string ?? '')
  const asides = art.filter((words) => words.trim() !== '').map((source): Aside => ({ reason: 'image', source }))
  const picture = inside.find((element) => PICTURES.has(element.name))
  if (!picture) return asides
  const described = inside.find((element) => element.attributes.descr || element.attributes.title)?.attributes
  const id = picture.attributes['r:embed'] ?? picture.attributes['r:id'] ?? picture.attributes.id ?? ''
  return [...asides, { reason: 'image', source: described?.descr ?? described?.title ?? pictures.get(id) ?? '' }]
}
