import { mentionsIn, type Label, type Mention, type MentionKind } from './mention-rules.ts'

/** A citation of another place: "pika 2 e nenit 5", "nenet 4, 5 e 7", "shkronja “a” e pikës 1 të këtij neni". */
export type Reference = {
  /** UTF-16 units of the words, half-open. */
  start: number
  end: number
  articles: Label[]
  points: Label[]
  letters: Label[]
  /** "paragrafi i dytë": counted, not labelled. */
  paragraphs: Label[]
  divisions: Label[]
  /** The article, or the point, in which the citation itself stands. */
  own: 'article' | 'point' | null
  /** "neneve 12–15": all between the two are meant, too. */
  range: boolean
  /** Another act: never linked, never renumbered. */
  external: boolean
}

/** Kosovo prints a full stop after the number: "paragrafi 2. i këtij neni". */
const LINK =
  /^(?:\.(?=[ \t\u00a0]+(?:i|e|të|së)[ \t\u00a0]))?[ \t\u00a0]*,?[ \t\u00a0]*(?:(?:të|te|së|se|e|i|of|në)[ \t\u00a0]+)?$/iu
const CONJUNCTION = /^[ \t\u00a0]*,?[ \t\u00a0]*(?:(?:dhe|ose|apo|e|and|or)[ \t\u00a0]+)?$/iu

/** Every citation in these words, in order. */
export function referencesIn(words: string): Reference[] {
  const chains = chainsOf(words, mentionsIn(words))
  return chains.flatMap((chain, at) => {
    const reference = referenceOf(words, chain)
    if (labelsOf(reference).length === 0) return []
    const previous = at > 0 ? chains[at - 1] : undefined
    const next = chains[at + 1]
    const told = previous ? inherit(words, reference, referenceOf(words, previous)) : reference
    return [next ? shareAct(words, told, referenceOf(words, next)) : told]
  })
}

/** "neni 23, pika 1 dhe neni 25 i ligjit nr. 7703": the act is named once, after the last. */
function shareAct(words: string, reference: Reference, next: Reference): Reference {
  const between = words.slice(reference.end, next.start)
  return next.external && reference.own === null && CONJUNCTION.test(between)
    ? { ...reference, external: true }
    : reference
}

/** Mentions that belong together: nothing between them but a comma or a linking article, and each kind once. */
function chainsOf(words: string, mentions: Mention[]): Mention[][] {
  const chains: Mention[][] = []
  for (const mention of mentions) {
    const chain = chains.at(-1)
    const last = chain?.at(-1)
    if (chain && last && LINK.test(words.slice(last.end, mention.start)) && goesOn(chain, mention)) chain.push(mention)
    else chains.push([mention])
  }
  return chains
}

const RANKS: Record<Mention['kind'], number> = {
  division: 0,
  article: 1,
  'own-article': 1,
  point: 2,
  'own-point': 2,
  paragraph: 2.5,
  letter: 3,
}

/** Always finer or always wider: "neni 5, pika 2" then "neni 6" is another citation. */
function goesOn(chain: Mention[], next: Mention): boolean {
  const ranks = [...chain, next].map((mention) => RANKS[mention.kind])
  const finer = ranks.every((rank, at) => at === 0 || rank > (ranks[at - 1] ?? 0))
  const wider = ranks.every((rank, at) => at === 0 || rank < (ranks[at - 1] ?? 0))
  const divisions = [...chain, next].every((mention) => mention.kind === 'division')
  return finer || wider || divisions
}

function referenceOf(words: string, chain: Mention[]): Reference {
  const start = chain[0]?.start ?? 0
  const end = chain.at(-1)?.end ?? start
  const of = (kind: MentionKind) => chain.filter((one) => one.kind === kind).flatMap((one) => one.labels)
  const own = chain.find((one) => one.kind === 'own-article' || one.kind === 'own-point')
  return {
    start,
    end,
    articles: of('article'),
    points: of('point'),
    letters: of('letter'),
    paragraphs: of('paragraph'),
    divisions: of('division'),
    own: own ? (own.kind === 'own-article' ? 'article' : 'point') : null,
    range: chain.some((one) => one.range),
    external: !own && (namesAnotherAct(words, start, end) || changesAnotherAct(words, start, end)),
  }
}

/** "nenit 6, pika 1 dhe shkronja “b” e pikës 2", "neni 54, pika 1 dhe pika 3": the second is of the same article. */
function inherit(words: string, reference: Reference, previous: Reference): Reference {
  const near = CONJUNCTION.test(words.slice(previous.end, reference.start))
  const bare = reference.articles.length + reference.divisions.length === 0 && reference.own === null
  if (!near || !bare) return reference
  if (previous.external) return { ...reference, external: true }
  const articleFirst = previous.articles[0] && previous.articles[0].start < (previous.points[0]?.start ?? 0)
  if (!articleFirst) return reference
  const points =
    reference.points.length + reference.paragraphs.length === 0 ? previous.points.slice(-1) : reference.points
  return { ...reference, articles: previous.articles.slice(-1), points }
}

const LAWS =
  'ligj(?!or|ësi|ëri)|kod(?:i|it|in|eve)?(?![\\p{L}])|kushtetut|vendim|rregullor|udhëzim|urdhr|urdhër|direktiv|konvent|marrëveshj|traktat|protokoll|dekret|statut|akti|aktit|akteve|rezolut|kontrat|VKM|KPK|KPP|KPC|KEDNJ|law|code|constitution|regulation|directive|convention|treaty|zakon|ustav'
const AFTER = new RegExp(
  String.raw`^[ \t\u00a0\n]*[,)]?[ \t\u00a0\n]*(?:(?:të|te|së|se|i|e|of|of the|nga|në)[ \t\u00a0\n]+)?(?:(?:po[ \t]+)?(?:të[ \t]+)?njëjt|[A-ZÇË]{3,}(?:[-\s.,;)]|$)|(?:${LAWS}))`,
  'iu',
)
const CAPITALS = /^[\s,)]*(?:(?:të|te|së|i|e|of)\s+)?[A-ZÇË]{3,}(?![\p{L}])/u
const BEFORE = new RegExp(
  String.raw`(?:${LAWS})[^.;:\n]{0,6}(?:nr\.?[ \t]*\d[^;:\n]{0,60})?[,(][ \t]*(?:(?:në|sipas|me)[ \t]+)?$`,
  'iu',
)
const OF_THIS = /^[\s,]*(?:(?:të|te|së|i|e|of)\s*)?(?:k[ëe]tij|k[ëe]saj|this|ovog)/iu

function namesAnotherAct(words: string, start: number, end: number): boolean {
  const after = words.slice(end, end + 60)
  if (OF_THIS.test(after)) return false
  const law = AFTER.exec(after)
  if (law && (CAPITALS.test(after) || new RegExp(`(?:${LAWS}|njëjt)`, 'iu').test(law[0]))) return true
  const before = words.slice(Math.max(0, start - 100), start)
  return BEFORE.test(before) && !/k[ëe](?:tij|saj|të|ta|to|ti)\s/iu.test(before)
}

const CHANGES =
  /^[^.;\n]{0,80}?(?<![\p{L}])(?:shtohe[tn]|shtohen|ndrysho(?:n|jnë|het|hen)|zëvendëso(?:het|hen)|shfuqizo(?:het|hen)|riformulo(?:het|hen)|hiqe[tn]|hiqen|fshihe[tn]|bëhen?\s+(?:këto|këtë)|fjal(?:a|ët|ëve|ia)\s*[“"«])/iu

/** "Në nenin 5, pas pikës 2 shtohet …": an act that amends another speaks of that other's articles. */
function changesAnotherAct(words: string, start: number, end: number): boolean {
  const opens = /(?:^|[.;:\n“"])\s*(?:(?:\d+|[a-zçë]{1,2})[.)]\s*)?(?:në|pas|para|te|tek)?\s*$/iu.test(
    words.slice(Math.max(0, start - 20), start),
  )
  return opens && CHANGES.test(words.slice(end, end + 120))
}

export const labelsOf = (reference: Reference): Label[] => [
  ...reference.divisions,
  ...reference.articles,
  ...reference.points,
  ...reference.paragraphs,
  ...reference.letters,
]

/** One place that a citation names, with the words that lead there. */
export type Piece = {
  start: number
  end: number
  article: Label | null
  point: Label | null
  letter: Label | null
  paragraph: Label | null
  divisions: Label[]
  own: Reference['own']
}

/** "nenet 4, 5 e 7" are three places; "pika 2 e nenit 5" is one. */
export function piecesOf(reference: Reference): Piece[] {
  const { articles, points, letters, paragraphs, divisions, own } = reference
  const whole: Piece = {
    start: reference.start,
    end: reference.end,
    article: articles.at(-1) ?? null,
    point: points.at(-1) ?? null,
    letter: letters.at(-1) ?? null,
    paragraph: paragraphs.at(-1) ?? null,
    divisions,
    own,
  }
  const several = [letters, points, articles].find((labels) => labels.length > 1)
  if (!several) return [whole]
  return several.map((label, at) => ({
    ...whole,
    [label.kind]: label,
    start: at === 0 ? reference.start : label.printed.start,
    end: at === several.length - 1 ? reference.end : label.printed.end,
  }))
}
