import { isStopWord } from '../search/analysis/lexeme-rules.ts'
import { tokensOf, type Token } from '../search/analysis/tokenize-rules.ts'
import { PERSONAL, speaks } from './everyday-rules.ts'
import { isSlip } from './slip-rules.ts'
import { stanceOf, type Lang } from './stance-rules.ts'

/** What a letter begins and ends with, and how its writer is introduced: by it nobody is alike, and nobody another. */
const setOf = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

const GREETINGS = setOf(`
  nderuar nderuara nderuari pershendetje pershendes miredita miremengjesi mirembrema tungjatjeta tung
  dear hello greetings sir madam postovani postovana postovane pozdrav`)
const FAREWELLS = setOf(`
  respekt respektin sinqerisht faleminderit falemnderit falenderoj falenderuar falenderim falenderime sinqeritet nderime urimet
  regards sincerely faithfully thank thanks postovanjem hvala unapred`)
/** Longer than this, it says something besides. */
const LONGEST = 8
const LONGEST_SIGNATURE = 5

/** The sentences between greeting and farewell; all of them where there is nothing else. */
export function letterOf(sentences: readonly string[], lang: Lang): string[] {
  const begun = withoutGreeting(sentences)
  const kept = withoutFarewell(begun, lang)
  return kept.length > 0 ? kept : begun.length > 0 ? begun : [...sentences]
}

const holds = (tokens: readonly Token[], list: ReadonlySet<string>): boolean =>
  tokens.some(({ folded }) => list.has(folded) || [...list].some((one) => one.length >= 6 && isSlip(one, folded)))

function withoutGreeting(sentences: readonly string[]): string[] {
  const rest = [...sentences]
  for (let n = 0; n < 4; n++) {
    const first = rest[0] ?? ''
    const end = /[,:!]/.exec(first)
    const head = end === null ? first : first.slice(0, end.index)
    const tokens = tokensOf(head)
    if (tokens.length === 0 || tokens.length > LONGEST || !holds(tokens.slice(0, 4), GREETINGS)) return rest
    const after = end === null ? '' : first.slice(end.index + 1).trim()
    rest.splice(0, 1, ...(after === '' ? [] : [after]))
  }
  return rest
}

function withoutFarewell(sentences: readonly string[], lang: Lang): string[] {
  for (let at = sentences.length - 1; at >= Math.max(0, sentences.length - 3); at--) {
    const tokens = tokensOf(sentences[at] ?? '')
    if (isFarewell(tokens, lang)) return withoutFarewell(sentences.slice(0, at), lang)
    if (
      tokens.length > LONGEST_SIGNATURE ||
      tokens.some(({ folded }) => speaks(folded, lang) || stanceOf(folded, lang))
    )
      break
  }
  return [...sentences]
}

function isFarewell(tokens: readonly Token[], lang: Lang): boolean {
  if (tokens.length > LONGEST) return false
  const words = tokens.map(({ folded }) => folded)
  const all = ` ${words.join(' ')} `
  if (all.startsWith(' me te mira ') || all.startsWith(' gjithe te mirat ')) return true
  const hoping = tokens.some(
    ({ folded }) => folded === 'shpresoj' || folded === 'shpresojme' || isSlip('shpresoj', folded),
  )
  if (hoping) return tokens.some(({ folded }) => folded === 'parasysh' || isSlip('parasysh', folded))
  return holds(tokens, FAREWELLS) && !words.some((word) => speaks(word, lang) || stanceOf(word, lang) !== null)
}

/** After one of these somebody says where they live: what follows is theirs. */
const OF_ONESELF =
  /^(?:banor|banore|banori|banorja|banues|banuese|banoj|banojme|jetoj|jetojme|qytetar|qytetare|quhem|nenshkruari|nenshkruara|resident|living|stanovnik|stanovnica|zivim)$/
/** "Unë, Arta Shembulli, nga fshati Kodër, kërkoj …" */
const FROM = /^(?:nga|prej|from|iz)$/
const ONESELF: Readonly<Record<Lang, ReadonlySet<string>>> = {
  sq: new Set(['une']),
  en: new Set(['i']),
  sr: new Set(['ja']),
}

/** Which tokens of a sentence say who its writer is: "Unë, Arben Hoxha, banor i lagjes Sauk, rruga e Kavajës, nr. 7, …". */
export function introductionIn(
  sentence: string,
  tokens: readonly Token[],
  isName: (token: Token) => boolean,
  lang: Lang,
) {
  const own = new Set<Token>()
  let introducing = false
  const clauses = clausesOf(sentence, tokens)
  clauses.forEach((clause, at) => {
    const [first] = clause
    if (first === undefined) return
    const alone = clause.length === 1 && ONESELF[lang].has(first.folded)
    const called = introducing && at === 1 && clause.length <= 4 && clauses[0]?.length === 1
    const says = clause.some((one) => !isName(one) && (stanceOf(one.folded, lang) !== null || speaks(one.folded, lang)))
    const placed =
      (introducing || at === 0) &&
      (OF_ONESELF.test(first.folded) ||
        PERSONAL.has(first.folded) ||
        first.folded.startsWith('nr') ||
        (introducing && FROM.test(first.folded)))
    introducing = alone || (called && !says) || (placed && !says && clauses.length > 1)
    if (introducing) for (const token of clause) own.add(token)
    else introduced(clause, isName, lang, own)
  })
  return own
}

/** Inside a clause: names after "banor i", "jetoj në", "unë". */
function introduced(clause: readonly Token[], isName: (token: Token) => boolean, lang: Lang, own: Set<Token>): void {
  let within = false
  for (const token of clause) {
    if (OF_ONESELF.test(token.folded) || ONESELF[lang].has(token.folded)) within = true
    else if (within && (isName(token) || PERSONAL.has(token.folded) || /^(?:lagj|fshat|qytet|zon)/.test(token.folded)))
      own.add(token)
    else if (!isStopWord(token)) within = false
  }
}

function clausesOf(sentence: string, tokens: readonly Token[]): Token[][] {
  const clauses: Token[][] = [[]]
  tokens.forEach((token, at) => {
    const before = tokens[at - 1]
    if (before && sentence.slice(before.end, token.start).includes(',')) clauses.push([])
    clauses.at(-1)?.push(token)
  })
  return clauses
}
