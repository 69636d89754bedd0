import { childOf, childrenOf, type XmlElement } from '../package/xml-tree.ts'
import { numberOf, switchOf, valueOf } from './docx-xml.ts'
import type { Numbered, Styles } from './docx-styles.ts'
import { formatNumber } from '../story/number-format-rules.ts'

/** The numbers that Word prints before paragraphs and keeps nowhere in the file. */

export type Numbering = {
  /** Counts the paragraph and returns its number as shown ("Neni 3.", "1.2", "•"), with the depth of its list. */
  next(numbered: Numbered): { text: string; depth: number } | null
}

type Level = {
  start: number
  format: string
  text: string
  restart: number | undefined
  legal: boolean
  styleId: string | undefined
}
type Abstract = { id: string; levels: Map<number, Level>; styleLink: string | undefined }
type Num = { abstractId: string; starts: Map<number, number>; levels: Map<number, Level> }

export function readNumbering(part: XmlElement | null, styles: Styles): Numbering {
  const abstracts = new Map(
    childrenOf(part ?? undefined, 'w:abstractNum')
      .map(abstractOf)
      .map((one) => [one.id, one]),
  )
  const nums = new Map(childrenOf(part ?? undefined, 'w:num').map((one) => [Number(one.attributes.numId), numOf(one)]))
  const counts = new Map<string, (number | undefined)[]>()
  const started = new Set<string>()
  return {
    next(numbered) {
      const num = nums.get(numbered.numId ?? 0)
      const abstract = num && linkedAbstract(abstracts, nums, styles, num)
      if (!num || !abstract) return null
      const depth = depthOf(abstract, numbered)
      const list: List = { num, level: (at) => num.levels.get(at) ?? abstract.levels.get(at) }
      if (depth < 0 || depth > DEEPEST_LEVEL || !list.level(depth)) return null
      // Lists that share an abstract definition go on counting where the other stopped.
      const count = counts.get(abstract.id) ?? []
      counts.set(abstract.id, count)
      const isFirst = !started.has(`${numbered.numId}:${depth}`)
      started.add(`${numbered.numId}:${depth}`)
      countOn(count, list, depth, isFirst)
      return { text: shown(count, list, depth), depth }
    },
  }
}

/** Word's lists have nine levels. */
const DEEPEST_LEVEL = 8

type List = { num: Num; level: (at: number) => Level | undefined }

const levelOf = (element: XmlElement): Level => ({
  start: numberOf(element, 'w:start') ?? 0,
  format: formatOf(element),
  text: valueOf(element, 'w:lvlText') ?? '',
  restart: numberOf(element, 'w:lvlRestart'),
  legal: switchOf(element, 'w:isLgl') ?? false,
  styleId: valueOf(element, 'w:pStyle'),
})

/** Newer formats stand in a choice with a fallback. */
const formatOf = (element: XmlElement): string =>
  valueOf(element, 'w:numFmt') ??
  valueOf(childOf(childOf(element, 'mc:AlternateContent'), 'mc:Fallback'), 'w:numFmt') ??
  'decimal'

const levelsOf = (element: XmlElement): Map<number, Level> =>
  new Map(childrenOf(element, 'w:lvl').map((level) => [Number(level.attributes.ilvl), levelOf(level)]))

const abstractOf = (element: XmlElement): Abstract => ({
  id: element.attributes.abstractNumId ?? '',
  levels: levelsOf(element),
  styleLink: valueOf(element, 'w:numStyleLink'),
})

function numOf(element: XmlElement): Num {
  const overrides = childrenOf(element, 'w:lvlOverride')
  const starts = overrides.flatMap((one): [number, number][] => {
    const start = numberOf(one, 'w:startOverride')
    return start === undefined ? [] : [[Number(one.attributes.ilvl), start]]
  })
  const levels = overrides.flatMap((one) => [...levelsOf(one)])
  return { abstractId: valueOf(element, 'w:abstractNumId') ?? '', starts: new Map(starts), levels: new Map(levels) }
}

/** A definition may only point to a numbering style, whose list then holds the levels. */
function linkedAbstract(
  abstracts: Map<string, Abstract>,
  nums: Map<number, Num>,
  styles: Styles,
  num: Num,
): Abstract | undefined {
  const abstract = abstracts.get(num.abstractId)
  if (!abstract?.styleLink) return abstract
  const linked = nums.get(styles.numIdOf(abstract.styleLink) ?? 0)
  return abstracts.get(linked?.abstractId ?? '') ?? abstract
}

/** A style's own level is the one that names it. */
function depthOf(abstract: Abstract, { ilvl, styleId }: Numbered): number {
  const named = styleId === null ? undefined : [...abstract.levels].find(([, level]) => level.styleId === styleId)
  return ilvl ?? named?.[0] ?? 0
}

const startOf = ({ num, level }: List, at: number): number => num.starts.get(at) ?? level(at)?.start ?? 1

function countOn(count: (number | undefined)[], list: List, depth: number, isFirst: boolean): void {
  const last = count[depth]
  const restarts = isFirst && list.num.starts.has(depth)
  count[depth] = last === undefined || restarts ? startOf(list, depth) : last + 1
  for (let deeper = depth + 1; deeper < count.length; deeper += 1) {
    const restart = list.level(deeper)?.restart
    // lvlRestart 0: never; n: only after level n or a wider one (counted from 1); absent: after any wider level.
    if (restart === undefined || depth < restart) count[deeper] = undefined
  }
}

function shown(count: (number | undefined)[], list: List, depth: number): string {
  const level = list.level(depth)
  if (!level || level.format === 'none') return level?.text.replace(/%\d/g, '') ?? ''
  if (level.format === 'bullet') return /^[-–—*]$/u.test(level.text) ? level.text : level.text === '' ? '' : '•'
  return level.text.replace(/%(\d)/g, (_, digit: string) => {
    const at = Number(digit) - 1
    const format = list.level(at)?.format ?? 'decimal'
    // A level that has no number of its own (bullets) prints nothing in the numbers beneath it.
    if (format === 'bullet' || format === 'none') return ''
    return formatNumber(count[at] ?? startOf(list, at), level.legal ? 'decimal' : format)
  })
}
