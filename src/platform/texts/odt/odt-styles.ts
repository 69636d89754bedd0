import { childOf, elementsOf, type XmlElement } from '../package/xml-tree.ts'
import { readListStyle, type ListStyle } from './odt-list-styles.ts'
import { wholeNumber } from './odt-xml.ts'

/** What a paragraph or a span is like when its style and the styles that one is based on have had their say. */

export type OdtRunProperties = { bold: boolean; capitals: boolean; hidden: boolean }

export type OdtParagraphProperties = OdtRunProperties & {
  centred: boolean
  /** 0 for a first-level heading style. */
  level: number | null
  /** The list its style puts it in; '' takes it out of the outline's numbers. */
  listStyle: string | null
  /** A style for tables of contents. */
  contents: boolean
}

export type OdtStyles = {
  paragraph(name: string | undefined): OdtParagraphProperties
  run(name: string | undefined, around: OdtRunProperties): OdtRunProperties
  list(name: string | undefined): ListStyle | undefined
  /** The numbers of headings. */
  outline: ListStyle
}

/** Groups of styles, those that count first at the beginning. */
export function readOdtStyles(groups: readonly (XmlElement | undefined)[]): OdtStyles {
  const all = groups.flatMap((group) => elementsOf(group))
  const byName = new Map<string, XmlElement>()
  for (const style of all) {
    const key = keyOf(style.attributes.family, style.attributes.name)
    if (style.name === 'style:style' && !byName.has(key)) byName.set(key, style)
  }
  const usual = all.find((style) => style.name === 'style:default-style' && style.attributes.family === 'paragraph')
  const lists = new Map<string, ListStyle>()
  for (const style of all) {
    const name = style.attributes.name ?? ''
    if (style.name === 'text:list-style' && !lists.has(name)) lists.set(name, readListStyle(style))
  }
  const chain = chainsOf(byName)
  const paragraphs = new Map<string | undefined, OdtParagraphProperties>()
  const outline = all.find((style) => style.name === 'text:outline-style')
  return {
    paragraph(name) {
      const known = paragraphs.get(name) ?? paragraphProperties(chain('paragraph', name), usual)
      paragraphs.set(name, known)
      return known
    },
    run: (name, around) => (name === undefined ? around : runProperties(chain('text', name), around)),
    list: (name) => lists.get(name ?? ''),
    outline: outline ? readListStyle(outline) : new Map(),
  }
}

const keyOf = (family = '', name = ''): string => `${family} ${name}`

/** A style and those it is based on, nearest first. */
function chainsOf(styles: Map<string, XmlElement>): (family: string, name: string | undefined) => XmlElement[] {
  const known = new Map<string, XmlElement[]>()
  return (family, name) => {
    const key = keyOf(family, name)
    const before = known.get(key)
    if (before) return before
    const chain: XmlElement[] = []
    for (
      let style = styles.get(key);
      style && !chain.includes(style);
      style = styles.get(keyOf(family, style.attributes['parent-style-name']))
    )
      chain.push(style)
    known.set(key, chain)
    return chain
  }
}

function firstOf(styles: readonly (XmlElement | undefined)[], properties: string, attribute: string): string | null {
  for (const style of styles) {
    const value = childOf(style, properties)?.attributes[attribute]
    if (value !== undefined) return value
  }
  return null
}

const isBold = (weight: string | null): boolean => weight === 'bold' || Number(weight) >= 600

function runProperties(chain: readonly (XmlElement | undefined)[], around: OdtRunProperties): OdtRunProperties {
  const value = (attribute: string) => firstOf(chain, 'style:text-properties', attribute)
  const [weight, transform, variant, display] = [
    value('font-weight'),
    value('text-transform'),
    value('font-variant'),
    value('display'),
  ]
  const capitals = transform === 'uppercase' || variant === 'small-caps'
  return {
    bold: weight === null ? around.bold : isBold(weight),
    capitals: transform === null && variant === null ? around.capitals : capitals,
    hidden: display === null ? around.hidden : display === 'none',
  }
}

function paragraphProperties(chain: XmlElement[], usual: XmlElement | undefined): OdtParagraphProperties {
  const layers = [...chain, usual]
  const outline = chain.map((style) => wholeNumber(style.attributes['default-outline-level'])).find(Boolean)
  const listed = chain.find((style) => style.attributes['list-style-name'] !== undefined)
  return {
    ...runProperties(layers, { bold: false, capitals: false, hidden: false }),
    centred: firstOf(layers, 'style:paragraph-properties', 'text-align') === 'center',
    level: outline === undefined ? null : outline - 1,
    listStyle: listed?.attributes['list-style-name'] ?? null,
    contents: chain.some((style) => /^Contents(?:_20_| )(?:\d|Heading)/.test(style.attributes.name ?? '')),
  }
}
