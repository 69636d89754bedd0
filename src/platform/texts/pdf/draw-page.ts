import { boxOf, placed, signsOf, times, type Box, type Hiding, type Matrix, type PageInk } from './ink-rules.ts'
import { rulesOfPath } from './path-rules.ts'

/** Follows the drawing of a page and notes where each letter comes to stand. */

export type Operations = { fnArray: readonly number[]; argsArray: readonly unknown[] }
export type OperationCodes = Record<string, number>
export type Font = { bold: boolean; unit: number }

type State = {
  ctm: Matrix
  font: Font
  size: number
  spacing: number
  wordSpacing: number
  scale: number
  leading: number
  rise: number
  mode: number
  fill: string
  alpha: number
}

/** More than anybody writes on a page, or on all of them. */
const MOST_GLYPHS = 60_000
const UPRIGHT: Matrix = [1, 0, 0, 1, 0, 0]
const PLAIN_FONT: Font = { bold: false, unit: 0.001 }

type FontGlyph = { unicode?: string; width?: number; isSpace?: boolean }

export class Pen {
  #codes: OperationCodes
  #fontOf: (name: string) => Font
  #view: Box
  #stack: State[] = []
  #state: State
  #text: Matrix = UPRIGHT
  #line: Matrix = UPRIGHT
  #dark: Box[] = []
  #afterSpace = false
  #ways: Record<Way, number> = { right: 0, down: 0, left: 0, up: 0, slanting: 0 }
  #ink: PageInk

  constructor(codes: OperationCodes, fontOf: (name: string) => Font, base: Matrix, width: number, height: number) {
    this.#codes = codes
    this.#fontOf = fontOf
    this.#view = { x0: 0, y0: 0, x1: width, y1: height }
    this.#ink = { width, height, glyphs: [], rules: [], pictures: [] }
    this.#state = {
      ctm: base,
      font: PLAIN_FONT,
      size: 0,
      spacing: 0,
      wordSpacing: 0,
      scale: 1,
      leading: 0,
      rise: 0,
      mode: 0,
      fill: '#000000',
      alpha: 1,
    }
  }

  draw({ fnArray, argsArray }: Operations): PageInk {
    const byCode = new Map(Object.entries(this.#codes).map(([name, code]) => [code, name]))
    fnArray.forEach((code, at) => {
      const args = argsArray[at]
      this.#do(byCode.get(code) ?? '', Array.isArray(args) ? args : [])
    })
    return this.#ink
  }

  /** By how much the page must be turned so that most of its words can be read. */
  get turn(): number {
    const most = (Object.keys(TURNS) as (keyof typeof TURNS)[]).reduce((a, b) =>
      this.#ways[b] > this.#ways[a] ? b : a,
    )
    return TURNS[most]
  }

  #do(name: string, args: unknown[]): void {
    if (this.#doText(name, args) || this.#doPlace(name, args) || this.#doState(name, args)) return
    this.#doShape(name, args)
  }

  #doText(name: string, args: unknown[]): boolean {
    switch (name) {
      case 'beginText':
        this.#text = this.#line = UPRIGHT
        return true
      case 'setFont':
        this.#state.font = this.#fontOf(String(args[0]))
        this.#state.size = numberOf(args[1])
        return true
      case 'setTextMatrix':
        this.#text = this.#line = matrixOf(args)
        return true
      case 'setLeadingMoveText':
        this.#state.leading = -numberOf(args[1])
        this.#move(numberOf(args[0]), numberOf(args[1]))
        return true
      case 'moveText':
        this.#move(numberOf(args[0]), numberOf(args[1]))
        return true
      case 'nextLine':
        this.#move(0, -this.#state.leading)
        return true
      case 'showText':
        this.#show(Array.isArray(args[0]) ? args[0] : [])
        return true
      default:
        return false
    }
  }

  /** Where the page lies under the pen. */
  #doPlace(name: string, args: unknown[]): boolean {
    const state = this.#state
    switch (name) {
      case 'save':
        this.#stack.push({ ...state })
        return true
      case 'restore':
      case 'paintFormXObjectEnd':
      case 'endAnnotation':
        this.#state = this.#stack.pop() ?? state
        return true
      case 'paintFormXObjectBegin':
        this.#stack.push({ ...state })
        if (args[0]) state.ctm = times(state.ctm, matrixOf([args[0]]))
        return true
      case 'beginAnnotation':
        this.#stack.push({ ...state })
        if (args[2]) state.ctm = times(state.ctm, matrixOf([args[2]]))
        if (args[3]) state.ctm = times(state.ctm, matrixOf([args[3]]))
        return true
      case 'transform':
        state.ctm = times(state.ctm, matrixOf(args))
        return true
      default:
        return false
    }
  }

  #doState(name: string, args: unknown[]): boolean {
    const state = this.#state
    const value = numberOf(args[0])
    switch (name) {
      case 'setCharSpacing':
        state.spacing = value
        return true
      case 'setWordSpacing':
        state.wordSpacing = value
        return true
      case 'setHScale':
        state.scale = value / 100
        return true
      case 'setLeading':
        state.leading = value
        return true
      case 'setTextRise':
        state.rise = value
        return true
      case 'setTextRenderingMode':
        state.mode = value
        return true
      case 'setFillRGBColor':
        state.fill = String(args[0])
        return true
      case 'setGState':
        for (const [key, setting] of pairsOf(args[0])) if (key === 'ca') state.alpha = numberOf(setting)
        return true
      default:
        return false
    }
  }

  #doShape(name: string, args: unknown[]): void {
    if (/^paint(?:Inline)?Image(?:XObject|MaskXObject)(?:Group|Repeat)?$/.test(name)) {
      this.#ink.pictures.push(boxOf(this.#state.ctm, 0, 0, 1, 1))
      return
    }
    if (name !== 'constructPath') return
    const { endPath, stroke, closeStroke, fill, eoFill } = this.#codes
    const [how, data] = args
    if (how === endPath) return
    const { rules, box } = rulesOfPath(data, this.#state.ctm)
    const whole = this.#view.x1 * 0.97
    for (const rule of rules) if (rule.x1 - rule.x0 < whole || rule.y0 > 3) this.#ink.rules.push(rule)
    const filled = how !== stroke && how !== closeStroke && (how === fill || how === eoFill || numberOf(how) > 0)
    if (box && filled && !isWhite(this.#state.fill) && this.#state.alpha > 0.3) this.#dark.push(box)
  }

  #move(x: number, y: number): void {
    this.#text = this.#line = times(this.#line, [1, 0, 0, 1, x, y])
  }

  #show(glyphs: unknown[]): void {
    const { font, size, spacing, wordSpacing, scale, rise } = this.#state
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        this.#text = times(this.#text, [1, 0, 0, 1, (-glyph / 1000) * size * scale, 0])
        continue
      }
      const { unicode = '', width = 0, isSpace = false } = (glyph ?? {}) as FontGlyph
      const wide = width * font.unit * size * scale
      const sign = signsOf(unicode)
      if (sign.trim() === '') this.#afterSpace = true
      else this.#put(sign, wide, rise)
      const advance = wide + (spacing + (isSpace ? wordSpacing : 0)) * scale
      this.#text = times(this.#text, [1, 0, 0, 1, advance, 0])
    }
  }

  #put(sign: string, wide: number, rise: number): void {
    if (this.#ink.glyphs.length >= MOST_GLYPHS) throw new RangeError('too many letters on a page')
    const on = times(this.#state.ctm, this.#text)
    const [x, y] = placed(on, 0, rise)
    const [endX, endY] = placed(on, wide, rise)
    const size = Math.hypot(on[2], on[3]) * Math.abs(this.#state.size)
    const way = wayOf(endX - x, endY - y)
    this.#ways[way] += 1
    this.#ink.glyphs.push({
      sign,
      x0: Math.min(x, endX),
      x1: Math.max(x, endX),
      y,
      size,
      bold: this.#state.font.bold || this.#state.mode === 2,
      spaced: this.#afterSpace,
      hiding: way !== 'right' ? 'turned' : this.#hiding(x, y, size),
    })
    this.#afterSpace = false
  }

  #hiding(x: number, y: number, size: number): Hiding {
    const { mode, fill, alpha } = this.#state
    const { x1, y1 } = this.#view
    if (x < -1 || y < 0 || x > x1 + 1 || y - size * 0.5 > y1) return 'outside'
    if (mode === 3 || mode === 7) return 'without-ink'
    const paints = mode === 0 || mode === 4 || mode === 2 || mode === 6
    if (paints && alpha < 0.05) return 'without-ink'
    const onDark = () => this.#dark.some((box) => x >= box.x0 - 1 && x <= box.x1 && y >= box.y0 && y <= box.y1 + 1)
    return paints && mode !== 2 && isWhite(fill) && !onDark() ? 'white' : 'shown'
  }
}

type Way = 'right' | 'down' | 'left' | 'up' | 'slanting'

const TURNS = { right: 0, up: 90, left: 180, down: 270 } as const

function wayOf(dx: number, dy: number): Way {
  if (Math.abs(dy) <= Math.abs(dx) * 0.1 + 0.01) return dx < -0.01 ? 'left' : 'right'
  if (Math.abs(dx) <= Math.abs(dy) * 0.1) return dy < 0 ? 'up' : 'down'
  return 'slanting'
}

const numberOf = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0)

/** Six numbers, or one list of six. */
function matrixOf(args: unknown[]): Matrix {
  const first = args[0]
  const list = typeof first === 'number' ? args : ArrayBuffer.isView(first) ? [...(first as Float32Array)] : first
  const [a, b, c, d, e, f] = (Array.isArray(list) ? list : []).map(numberOf)
  return f === undefined ? UPRIGHT : [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f]
}

const pairsOf = (value: unknown): [string, unknown][] =>
  Array.isArray(value) ? value.filter((one): one is [string, unknown] => Array.isArray(one)) : []

/** So light that nobody reads it on paper. */
function isWhite(colour: string): boolean {
  const found = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/iu.exec(colour)
  return found !== null && found.slice(1).every((part) => Number.parseInt(part, 16) >= 0xf5)
}
