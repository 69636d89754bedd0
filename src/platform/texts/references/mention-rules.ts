/** The single mentions that a citation is made of: "neni 12", "pikat 1 dhe 2", "shkronja “ç”", "kreut II", "këtij neni". */

export type MentionKind = 'article' | 'point' | 'letter' | 'paragraph' | 'division'

/** A label as it stands in the words; places are UTF-16 units. */
export type Label = {
  kind: MentionKind
  label: string
  start: number
  end: number
  /** With the quotation marks or brackets around it. */
  printed: { start: number; end: number }
  division?: DivisionKind
}

export type DivisionKind = 'part' | 'title' | 'chapter' | 'section'

export type Mention = {
  kind: MentionKind | 'own-article' | 'own-point'
  start: number
  end: number
  labels: Label[]
  /** "nenet 12–15": all between the two are meant, too. */
  range: boolean
}

const S = String.raw`[ \t\u00a0]`
const WORDS = {
  article: String.raw`nen(?:i|it|in|et|eve|e)|articles?|[čć]lan(?:a|u|om|ovi|ova|ovima)?`,
  point: String.raw`(?:nën)?pik(?:a|ë|e|ës|es|ën|en|at|ave)|(?:nën)?paragraf(?:i|it|in|ët|et|ëve|eve)|(?:sub)?paragraphs?|points?|stav(?:a|u|om|ovi|ova|ovima)?`,
  letter: String.raw`shkronj(?:a|ë|e|ës|es|ën|en|at|ave)|g[eë]rm(?:a|ë|e|ës|es|ën|en|at|ave)|letters?`,
  division: String.raw`kre(?:u|ut|un|rët|rëve)|kapitull(?:i|it|in)|kapituj(?:t|ve)|titull(?:i|it|in)|(?:nën)?seksion(?:i|it|in|et|eve)|pjes(?:a|ë|ës|ën)|chapters?|parts?`,
} as const

const ARTICLE_LABEL = String.raw`\d{1,4}(?:${S}?/${S}?(?:\d{1,3}|[a-zç]{1,2})(?![\p{L}\d]))*(?:[a-zç](?![\p{L}\d]))?`
const POINT_LABEL = String.raw`\(?\d{1,3}(?:[./]\d{1,3})*(?![\p{L}\d])\)?`
const QUOTED = String.raw`["“”„«'‘’]${S}?(?:[a-zçë]|[a-zçë]{2})${S}?["“”»'’]|\(?[a-zçë]{1,2}\)`
const BARE_LETTER = String.raw`(?![ei](?![\p{L}]))[a-zçë]{1,2}(?=${S}*(?:[,.;:)]|$|${S}(?:të|te|e|i|së|dhe|ose|of)${S}))(?![\p{L}\d])`
const DIVISION_LABEL = String.raw`(?:[IVXLC]+|\d{1,3})(?:/\d{1,2})?(?![\p{L}\d])`

const LABELS = {
  article: ARTICLE_LABEL,
  point: POINT_LABEL,
  letter: `(?:${QUOTED}|${BARE_LETTER})`,
  division: DIVISION_LABEL,
} as const

const RANGE = String.raw`${S}*(?:[–—-]|deri(?:${S}+(?:në|ne|te|tek))?(?=${S})|to(?=${S})|do(?=${S}))${S}*`
const AND = String.raw`${S}*(?:,${S}*(?:(?:dhe|ose|apo|e|and|or|i)${S}+)?|${S}(?:dhe|ose|apo|e|and|or)${S}+)`
const PLURAL =
  /^(?:nenet|neneve|(?:nën)?pikat|(?:nën)?pikave|(?:nën)?paragraf[ëe](?:t|ve)|shkronjat|shkronjave|g[eë]rmat|g[eë]rmave|articles|points|paragraphs|letters|člano\p{L}+|stavo\p{L}+)$/iu

const ORDINALS = ['par', 'dyt', 'tret', 'katërt', 'pest', 'gjasht', 'shtat', 'tet', 'nënt', 'dhjet']
const ORDINAL = String.raw`(?:i|e|të|te|së)${S}+(par|dyt|tret|kat[ëe]rt|pest|gjasht|shtat|tet|n[ëe]nt|dhjet)(?:ë|e|a|i)?(?![\p{L}])`

const START = String.raw`(?<![\p{L}\d])`
const SOME = new RegExp(
  `${START}(?:(?<article>${WORDS.article})|(?<point>${WORDS.point})|(?<letter>${WORDS.letter})|(?<division>${WORDS.division})|` +
    `(?<ownArticle>k[ëe]tij${S}*(?:neni|člana)|this${S}article|ovog${S}člana)|(?<ownPoint>k[ëe]saj${S}pike|k[ëe]tij${S}paragrafi|this${S}paragraph))(?![\\p{L}\\d])`,
  'giu',
)
const sticky = (source: string): RegExp => new RegExp(source, 'yiu')
/** Roman figures are capitals: "pjesa i" is no part 1. */
const stickyExact = (source: string): RegExp => new RegExp(source, 'yu')
const BETWEEN = sticky(String.raw`${S}+(?:nr\.?${S}*)?(?:nga${S}+|from${S}+)?`)
const FIRST = {
  article: sticky(LABELS.article),
  point: sticky(LABELS.point),
  letter: sticky(LABELS.letter),
  quoted: sticky(QUOTED),
  division: stickyExact(LABELS.division),
}
const NEXT_RANGE = sticky(RANGE)
const NEXT_AND = sticky(AND)
const ORDINAL_LABEL = sticky(ORDINAL)
/** After another label of a singular ("pika 1 dhe 2"), so that "pika 1 dhe 5 ditë" stays one. */
const ENDS_LIST = sticky(String.raw`${S}*(?:[,.;:)]|$|\n)|${S}+(?:të|te|e|i|së|dhe|ose)${S}`)
const IN_BRACKETS = sticky(String.raw`${S}?\(${S}?(\d{1,3}|[a-z])${S}?\)`)

export function mentionsIn(words: string): Mention[] {
  const mentions: Mention[] = []
  SOME.lastIndex = 0
  for (let found = SOME.exec(words); found; found = SOME.exec(words)) {
    const mention = readMention(words, found)
    if (!mention) continue
    mentions.push(...mention)
    SOME.lastIndex = mention.at(-1)?.end ?? SOME.lastIndex
  }
  return mentions
}

function readMention(words: string, found: RegExpExecArray): Mention[] | null {
  const { groups = {}, index: start } = found
  const end = start + found[0].length
  if (groups['ownArticle']) return [{ kind: 'own-article', start, end, labels: [], range: false }]
  if (groups['ownPoint']) return [{ kind: 'own-point', start, end, labels: [], range: false }]
  const kind = (['article', 'point', 'letter', 'division'] as const).find((one) => groups[one])
  if (!kind) return null
  const mention = readLabels(words, kind, { start, end, plural: PLURAL.test(found[0]) })
  if (!mention) return null
  return kind === 'article' ? [mention, ...bracketsAfter(words, mention)] : [mention]
}

type From = { start: number; end: number; plural: boolean }

function readLabels(words: string, kind: Exclude<MentionKind, 'paragraph'>, from: From): Mention | null {
  const at = from.end + lengthAt(BETWEEN, words, from.end)
  if (at === from.end) return null
  const mention: Mention = { kind, start: from.start, end: from.end, labels: [], range: false }
  const ordinal = kind === 'point' ? ordinalAt(words, at) : null
  if (ordinal) return { ...mention, kind: 'paragraph', end: ordinal.end, labels: [ordinal] }
  // "pika a)" is a letter, whatever it is called.
  const labelKind =
    kind === 'point' && lengthAt(FIRST.quoted, words, at) > 0 && !/^\(?\d/.test(words.slice(at, at + 2))
      ? 'letter'
      : kind
  readList(words, { ...mention, kind: labelKind }, at, from.plural, mention)
  if (kind === 'division')
    mention.labels = mention.labels.map((label) => ({ ...label, division: divisionOf(words, from) }))
  return mention.labels.length > 0 ? mention : null
}

function divisionOf(words: string, { start, end }: From): DivisionKind {
  const word = words.slice(start, end).toLowerCase()
  if (/^(?:pjes|part)/.test(word)) return 'part'
  if (word.startsWith('titull')) return 'title'
  return /seksion/.test(word) ? 'section' : 'chapter'
}

function readList(words: string, { kind }: Mention, first: number, plural: boolean, into: Mention): void {
  if (kind === 'own-article' || kind === 'own-point' || kind === 'paragraph') return
  into.kind = kind
  let at = first
  while (true) {
    const length = lengthAt(FIRST[kind], words, at)
    if (length === 0) return
    const one = into.labels.length > 0
    if (one && !plural && lengthAt(ENDS_LIST, words, at + length) === 0 && at + length < words.length) return
    into.labels.push(labelAt(words, kind, at, at + length))
    into.end = at + length
    const range = lengthAt(NEXT_RANGE, words, into.end)
    if (range > 0 && lengthAt(FIRST[kind], words, into.end + range) > 0) into.range = true
    const step = range > 0 ? range : lengthAt(NEXT_AND, words, into.end)
    if (
      step === 0 ||
      (!plural && range === 0 && (kind === 'article' || kind === 'division' || isComma(words, into.end)))
    )
      return
    at = into.end + step
  }
}

/** "pika 1, 2 e 3" of a singular is rather "pika 1" and something else. */
const isComma = (words: string, at: number): boolean => /^[ \t]*,/.test(words.slice(at, at + 3))

/** "Article 5(2)(a)": points and letters as English prints them. */
function bracketsAfter(words: string, mention: Mention): Mention[] {
  const found: Mention[] = []
  let at = mention.end
  for (const kind of ['point', 'letter'] as const) {
    IN_BRACKETS.lastIndex = at
    const inside = IN_BRACKETS.exec(words)
    if (!inside?.[1] || /\d/.test(inside[1]) !== (kind === 'point')) continue
    const start = at + inside[0].indexOf(inside[1])
    const end = at + inside[0].length
    const label = { kind, label: inside[1], start, end: start + inside[1].length, printed: { start: at, end } }
    found.push({ kind, start: at, end, labels: [label], range: false })
    at = end
  }
  return found
}

function ordinalAt(words: string, at: number): Label | null {
  ORDINAL_LABEL.lastIndex = at
  const found = ORDINAL_LABEL.exec(words)
  const stem = found?.[1]?.toLowerCase()
  if (!found || !stem) return null
  const value = ORDINALS.findIndex((one) => one.replaceAll('ë', 'e') === stem.replaceAll('ë', 'e')) + 1
  const end = at + found[0].length
  return { kind: 'paragraph', label: String(value), start: at, end, printed: { start: at, end } }
}

/** The label without the quotation marks and brackets around it. */
function labelAt(words: string, kind: MentionKind, from: number, to: number): Label {
  const printed = words.slice(from, to)
  const bare = printed.replace(/^[\s("“”„«'‘’]+|[\s)"“”»'’]+$/gu, '')
  const start = from + printed.indexOf(bare)
  return {
    kind,
    label: bare.replace(/\s*\/\s*/g, '/'),
    start,
    end: start + bare.length,
    printed: { start: from, end: to },
  }
}

function lengthAt(pattern: RegExp, words: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(words)?.[0].length ?? 0
}
