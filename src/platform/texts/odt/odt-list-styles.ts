import { elementsOf, type XmlElement } from '../package/xml-tree.ts'
import { formatNumber } from '../story/number-format-rules.ts'
import { wholeNumber } from './odt-xml.ts'

/** How the levels of a list print their numbers. */

export type ListLevel = {
  kind: 'number' | 'bullet' | 'picture'
  format: string
  prefix: string
  suffix: string
  /** How many levels the number shows: 2 for `1.2`. */
  displayed: number
  start: number
  /** `%1%.%2%.`: newer files say the whole form. */
  pattern: string | null
  bullet: string
}

/** Levels from 1. */
export type ListStyle = Map<number, ListLevel>

const KINDS: Record<string, ListLevel['kind']> = {
  'text:list-level-style-number': 'number',
  'text:outline-level-style': 'number',
  'text:list-level-style-bullet': 'bullet',
  'text:list-level-style-image': 'picture',
}

export const readListStyle = (style: XmlElement): ListStyle =>
  new Map(
    elementsOf(style).flatMap((element): [number, ListLevel][] => {
      const kind = KINDS[element.name]
      const level = wholeNumber(element.attributes.level)
      return kind && level ? [[level, levelOf(element, kind)]] : []
    }),
  )

function levelOf({ attributes }: XmlElement, kind: ListLevel['kind']): ListLevel {
  return {
    kind,
    format: formatOf(attributes['num-format'] ?? '', attributes['num-letter-sync'] === 'true'),
    prefix: attributes['num-prefix'] ?? '',
    suffix: attributes['num-suffix'] ?? '',
    displayed: wholeNumber(attributes['display-levels']) ?? 1,
    start: wholeNumber(attributes['start-value']) ?? 1,
    pattern: attributes['num-list-format'] ?? null,
    bullet: attributes['bullet-char'] ?? '',
  }
}

const FORMATS: Record<string, string> = { '1': 'decimal', i: 'lowerRoman', I: 'upperRoman', '01': 'decimalZero' }

/** Letters go on with aa, bb where they are kept in step, else with aa, ab. */
function formatOf(format: string, inStep: boolean): string {
  if (format === 'a') return inStep ? 'lowerLetter' : 'lowerAlphabetic'
  if (format === 'A') return inStep ? 'upperLetter' : 'upperAlphabetic'
  return format === '' ? 'none' : (FORMATS[format] ?? 'decimal')
}

/** The number as shown before a paragraph of `level`; `counts` has one figure for each level, from 0. */
export function labelOf(style: ListStyle, level: number, counts: readonly (number | undefined)[]): string {
  const own = style.get(level)
  if (!own || own.kind === 'picture') return ''
  if (own.kind === 'bullet') return /^[-–—*]$/u.test(own.bullet) ? own.bullet : own.bullet.trim() === '' ? '' : '•'
  const figure = (at: number): string => {
    const shown = style.get(at)
    if (shown?.kind !== 'number' || shown.format === 'none') return ''
    return formatNumber(counts[at - 1] ?? shown.start, shown.format)
  }
  if (own.pattern !== null) return own.pattern.replace(/%(\d{1,2})%/g, (_, at: string) => figure(Number(at)))
  if (own.format === 'none') return `${own.prefix}${own.suffix}`
  const from = Math.max(1, level - own.displayed + 1)
  const figures = Array.from({ length: level - from + 1 }, (_, at) => figure(from + at)).filter(Boolean)
  return `${own.prefix}${figures.join('.')}${own.suffix}`
}
