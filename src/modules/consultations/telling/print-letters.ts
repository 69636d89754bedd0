import { mayIn } from '#platform/auth/permissions.ts'
import { newPrivateLink } from '#platform/auth/private-link.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { formatDate, formatDay } from '#platform/i18n/formats.ts'
import { LANGUAGES, type Lang } from '#platform/i18n/language.ts'
import { qrSvg } from '#platform/papers/qr-picture.ts'
import { makePdf, printable } from '#platform/papers/typst.ts'
import type { Services } from '#platform/services.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { recordOfConsultation } from '../record-history.ts'
import { wordsOfLetter } from './answer-mail.ts'
import { insertRatingTokens } from './due-queries.ts'
import {
  countTold,
  findLetterHead,
  holdLetters,
  listLettersToPrint,
  listPointsOfLetters,
  markMade,
  type LetterHead,
  type LetterPoint,
  type PaperLetter,
} from './letter-queries.ts'
import { LETTERS_TYPST } from './letters-typst.ts'
import type { EffectsOf } from './tell-answers.ts'
import { MOST_PRINTED } from './telling-rules.ts'
import { tellingTexts } from './texts.ts'

export type PrintOutcome =
  | { kind: 'printed'; file: Buffer; letters: readonly PaperLetter[] }
  | { kind: 'nothing' }
  | { kind: 'no-pdf' }
  | { kind: 'not-permitted' }

type Order = {
  consultationId: string
  institutionId: string
  /** None: those that nobody has printed yet. */
  ids: readonly string[]
  lang: Lang
  effectsOf: EffectsOf
}

/** So often the letters are made again because more went into them meanwhile. */
const MOST_TRIES = 3

/** The letters as one PDF. Only digests of their keys are kept, so that a letter printed anew has a new one; the old one opens too. */
export async function printLetters(services: Services, official: Official, order: Order): Promise<PrintOutcome> {
  if (!mayIn(official, may['comments.enter'], order.institutionId)) return { kind: 'not-permitted' }
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const outcome = await printOnce(services, official, order)
    if (outcome !== 'told-more') return outcome
  }
  return { kind: 'no-pdf' }
}

/** `told-more`: an answer went into one of the letters while it was being made, and would be on no paper. */
async function printOnce(services: Services, official: Official, order: Order): Promise<PrintOutcome | 'told-more'> {
  const { db, clock } = services
  const { consultationId, institutionId, ids } = order
  const found = await listLettersToPrint(db, { consultationId, ids, limit: MOST_PRINTED })
  const told = await countTold(
    db,
    found.map(({ id }) => id),
  )
  const points = await listPointsOfLetters(
    db,
    found.map(({ id }) => id),
  )
  const letters = found.filter(({ id }) => points.some(({ letterId }) => letterId === id))
  if (letters.length === 0) return { kind: 'nothing' }
  const at = clock.now()
  const keys = letters.map(({ id }) => ({ letterId: id, at, ...newPrivateLink() }))
  const tokens = new Map(keys.map(({ letterId, token }) => [letterId, token]))
  const file = await fileOf(services, order, { letters, points, tokens, at })
  if (!file) return { kind: 'no-pdf' }
  return db.begin(async (tx) => {
    const all = found.map(({ id }) => id)
    await holdLetters(tx, all)
    if ((await countTold(tx, all)) !== told) return 'told-more' as const
    await insertRatingTokens(tx, keys)
    await markMade(tx, { ids: letters.map(({ id }) => id), at, by: official.accountId })
    const fields = [{ field: 'letters', from: null, to: String(letters.length) }]
    const by = { accountId: official.accountId }
    await recordOfConsultation(tx, { institutionId, id: consultationId, kind: 'answer-letters-made', by, at, fields })
    return { kind: 'printed', file, letters } as const
  })
}

type Papers = {
  letters: readonly PaperLetter[]
  points: readonly LetterPoint[]
  tokens: ReadonlyMap<string, string>
  at: Date
}

async function fileOf(services: Services, order: Order, papers: Papers): Promise<Buffer | null> {
  const composed: Composed[] = []
  for (const lang of LANGUAGES) {
    const head = await findLetterHead(services.db, lang, order.consultationId)
    if (head) composed.push(...(await composeIn(services, order, { ...papers, lang, head })))
  }
  const [first] = composed
  if (!first) return null
  const title = tellingTexts(order.lang).letters.documentTitle
  const { accent, institutionName } = first.head
  const letters = composed.map(({ paper }) => paper)
  const data = { title, lang: order.lang, accent, institution: institutionName, letters }
  return makePdf({
    source: LETTERS_TYPST,
    files: {
      '/letters.json': Buffer.from(JSON.stringify(await printable(data))),
      ...Object.fromEntries(letters.map(({ rate }, n) => [`/qr-${n}.svg`, Buffer.from(qrSvg(rate.address))])),
    },
    madeAt: papers.at,
  })
}

type Composed = { head: LetterHead; paper: ReturnType<typeof paperOf> }

async function composeIn(
  services: Services,
  { effectsOf }: Order,
  { lang, head, letters, points, tokens, at }: Papers & { lang: Lang; head: LetterHead },
): Promise<Composed[]> {
  const mine = letters.filter((letter) => letter.lang === lang)
  if (mine.length === 0) return []
  const effects = await effectsOf(services.db, lang, [...new Set(points.map(({ answerId }) => answerId))])
  return mine.map((letter) => {
    const own = points.filter(({ letterId }) => letterId === letter.id)
    const token = tokens.get(letter.id) ?? ''
    const words = wordsOfLetter({ lang, head, points: own, effects, token, url: services.settings.url })
    return { head, paper: paperOf(letter, head, words, at) }
  })
}

function paperOf(letter: PaperLetter, head: LetterHead, words: ReturnType<typeof wordsOfLetter>, at: Date) {
  const { lang, addressee, postal, protocolNumber, protocolDate } = letter
  const t = tellingTexts(lang).letters
  const day = protocolDate ? `, ${formatDate(lang, protocolDate)}` : ''
  return {
    ...words,
    lang,
    institution: head.institutionName,
    date: formatDay(lang, at, head.zone),
    to: [...(addressee === null ? [] : [t.to(addressee)]), ...(postal === null ? [] : [postal])],
    protocol: protocolNumber === null ? null : t.protocol(protocolNumber + day),
    about: t.about(head.title, head.number ?? '–'),
    dear: t.dear,
    scan: t.scan,
  }
}
