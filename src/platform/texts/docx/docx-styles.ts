import { childOf, childrenOf, type XmlElement } from '../package/xml-tree.ts'
import { numberOf, switchOf, valueOf } from './docx-xml.ts'

/** What a paragraph or a run is like when its style and the styles that one is based on have had their say. */

export type Numbered = { numId: number | undefined; ilvl: number | undefined; styleId: string | null }

export type Styles = {
  nameOf(styleId: string | undefined): string
  paragraph(properties: XmlElement | undefined): ParagraphProperties
  run(properties: XmlElement | undefined, paragraph: ParagraphProperties): RunProperties
  /** The list that a numbering style stands for. */
  numIdOf(styleId: string): number | undefined
}

export type RunProperties = { bold: boolean; capitals: boolean; hidden: boolean }

export type ParagraphProperties = RunProperties & {
  styleId: string | undefined
  centred: boolean
  level: number | null
  numbered: Numbered | null
}

type Style = {
  id: string
  name: string
  basedOn: string | undefined
  paragraph: XmlElement | undefined
  run: XmlElement | undefined
}

export function readStyles(part: XmlElement | null): Styles {
  const elements = childrenOf(part ?? undefined, 'w:style')
  const styles = new Map(elements.map((element) => [element.attributes.styleId ?? '', styleOf(element)]))
  const usual = elements.find((one) => one.attributes.type === 'paragraph' && isOn(one.attributes.default))?.attributes
    .styleId
  const defaults = childOf(childOf(childOf(part ?? undefined, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr')
  const chain = chainsOf(styles)
  return {
    nameOf: (styleId) => styles.get(styleId ?? '')?.name ?? styleId ?? '',
    numIdOf: (styleId) => numberOf(childOf(styles.get(styleId)?.paragraph, 'w:numPr'), 'w:numId'),
    paragraph: (properties) =>
      paragraphProperties(properties, chain(valueOf(properties, 'w:pStyle') ?? usual), defaults),
    run(properties, paragraph) {
      const layers = [properties, ...chain(valueOf(properties, 'w:rStyle')).map((style) => style.run)]
      return {
        bold: firstSwitch(layers, 'w:b') ?? paragraph.bold,
        capitals: firstSwitch(layers, 'w:caps') ?? paragraph.capitals,
        hidden: firstSwitch(layers, 'w:vanish') ?? paragraph.hidden,
      }
    },
  }
}

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true' || value === 'on'

const styleOf = (element: XmlElement): Style => ({
  id: element.attributes.styleId ?? '',
  name: valueOf(element, 'w:name') ?? '',
  basedOn: valueOf(element, 'w:basedOn'),
  paragraph: childOf(element, 'w:pPr'),
  run: childOf(element, 'w:rPr'),
})

/** A style and those it is based on, nearest first. Remembered: a code has thousands of paragraphs and few styles. */
function chainsOf(styles: Map<string, Style>): (styleId: string | undefined) => Style[] {
  const known = new Map<string, Style[]>()
  return (styleId) => {
    if (styleId === undefined) return []
    const chain = known.get(styleId) ?? []
    if (known.has(styleId)) return chain
    for (let style = styles.get(styleId); style && !chain.includes(style); style = styles.get(style.basedOn ?? ''))
      chain.push(style)
    known.set(styleId, chain)
    return chain
  }
}

function firstSwitch(layers: (XmlElement | undefined)[], name: string): boolean | undefined {
  for (const layer of layers) {
    const value = switchOf(layer, name)
    if (value !== undefined) return value
  }
  return undefined
}

function paragraphProperties(
  direct: XmlElement | undefined,
  chain: Style[],
  defaults: XmlElement | undefined,
): ParagraphProperties {
  const layers = [direct, ...chain.map((style) => style.paragraph)]
  const runs = [...chain.map((style) => style.run), defaults]
  const value = (name: string) => layers.map((layer) => valueOf(layer, name)).find((found) => found !== undefined)
  const outline = Number.parseInt(value('w:outlineLvl') ?? '', 10)
  const heading = /^(?:heading|titulli|kreu) (\d)$/i.exec(chain[0]?.name ?? '')
  const level = Number.isNaN(outline) ? (heading ? Number(heading[1]) - 1 : null) : outline < 9 ? outline : null
  return {
    styleId: chain[0]?.id,
    centred: value('w:jc') === 'center',
    level,
    numbered: numberedBy(direct, chain),
    bold: firstSwitch(runs, 'w:b') ?? false,
    capitals: firstSwitch(runs, 'w:caps') ?? false,
    hidden: firstSwitch(runs, 'w:vanish') ?? false,
  }
}

/** numId 0 takes a paragraph out of the list its style is in. */
function numberedBy(direct: XmlElement | undefined, chain: Style[]): Numbered | null {
  const own = childOf(direct, 'w:numPr')
  const style = chain.find((one) => childOf(one.paragraph, 'w:numPr'))
  const inherited = childOf(style?.paragraph, 'w:numPr')
  const numId = numberOf(own, 'w:numId') ?? numberOf(inherited, 'w:numId')
  if (numId === undefined || numId === 0) return null
  if (numberOf(own, 'w:numId') !== undefined) return { numId, ilvl: numberOf(own, 'w:ilvl') ?? 0, styleId: null }
  return { numId, ilvl: numberOf(own, 'w:ilvl') ?? numberOf(inherited, 'w:ilvl'), styleId: style?.id ?? null }
}
