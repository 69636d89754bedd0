import { randomUUID } from 'node:crypto'
import { newPrivateLink } from '#platform/auth/private-link.ts'
import type { Queryable, Transaction } from '#platform/db/database.ts'
import { LANGUAGES, type Lang } from '#platform/i18n/language.ts'
import type { JobPayload } from '#platform/jobs/jobs.ts'
import { queueLetter } from '#platform/mail/outbox.ts'
import type { Services } from '#platform/services.ts'
import { answerLetter, type ChangedPlace } from './answer-mail.ts'
import {
  findConsultationOfAnswer,
  findInstitutionOf,
  holdTelling,
  insertEffectsWithAnswers,
  insertLetters,
  insertRatingTokens,
  insertTold,
  listConsultationsOfVersion,
  listConsultationsToLookAt,
  listDue,
  listOpenPrints,
  type NewLetter,
  type NewTold,
} from './due-queries.ts'
import { findLetterHead, listPointsOfLetters, type LetterHead } from './letter-queries.ts'
import { AT_ONCE, inLetters, type Due } from './telling-rules.ts'

/** What of the text changed because of answers; the module hands it in. */
export type EffectsOf = (
  db: Queryable,
  lang: Lang,
  answerIds: readonly string[],
) => Promise<ReadonlyMap<string, readonly ChangedPlace[]>>

/** Until something of the text is linked. */
export const noEffects: EffectsOf = () => Promise.resolve(new Map())

/** How far back the nightly look goes: longer than any consultation waits for its last answer. */
const LOOK_BACK_DAYS = 400

/** A version of an answer is public: its authors hear of it, and of all else that is due in its consultation. */
export async function tellAnswers(services: Services, { answer }: JobPayload, effectsOf: EffectsOf): Promise<void> {
  const consultationId = await findConsultationOfAnswer(services.db, String(answer))
  if (consultationId) await tellDue(services, consultationId, effectsOf)
}

/** A version of a text is public, with places linked to answers. */
export async function tellEffects(services: Services, { version }: JobPayload, effectsOf: EffectsOf): Promise<void> {
  for (const id of await listConsultationsOfVersion(services.db, String(version)))
    await tellDue(services, id, effectsOf)
}

/** Of one consultation that was concluded; every night, of all: whatever was left is told then. */
export async function tellWhatIsLeft(
  services: Services,
  { consultation }: JobPayload,
  effectsOf: EffectsOf,
): Promise<void> {
  const since = new Date(services.clock.now().getTime() - LOOK_BACK_DAYS * 86_400_000)
  const ids = consultation === undefined ? await listConsultationsToLookAt(services.db, since) : [String(consultation)]
  for (const id of ids) await tellDue(services, id, effectsOf)
}

/**
 * So many letters in one transaction: a run that dies leaves what it has told, and the next one goes on from there. What is
 * noted with the letter in the same transaction is told once and never again.
 */
export async function tellDue(
  services: Services,
  consultationId: string,
  effectsOf: EffectsOf,
  atOnce: number = AT_ONCE,
): Promise<void> {
  for (let told = atOnce; told === atOnce;)
    told = await services.db.begin((tx) => tellSome(tx, services, { consultationId, effectsOf, atOnce }))
}

type Run = { consultationId: string; effectsOf: EffectsOf; atOnce: number }

async function tellSome(tx: Transaction, services: Services, run: Run): Promise<number> {
  const { consultationId, atOnce } = run
  await holdTelling(tx, consultationId)
  const groups = inLetters(await listDue(tx, consultationId, atOnce))
  const institutionId = await findInstitutionOf(tx, consultationId)
  if (groups.length === 0 || institutionId === null) return 0
  const at = services.clock.now()
  const open = await openPrints(tx, consultationId)
  const letters: (NewLetter & { email: string | null })[] = []
  const told: NewTold[] = []
  for (const due of groups) {
    const letterId = letterFor(due, open)
    if (letterId.isNew) letters.push({ ...newLetter(due, letterId.id), institutionId, consultationId, at })
    for (const one of due) told.push({ ...one, institutionId, consultationId, letterId: letterId.id, at })
  }
  await insertLetters(tx, letters)
  await insertTold(tx, told)
  await insertEffectsWithAnswers(tx, { consultationId, at })
  await mailLetters(tx, services, run, letters)
  return groups.length
}

async function openPrints(tx: Transaction, consultationId: string): Promise<ReadonlyMap<string, string>> {
  const prints = await listOpenPrints(tx, consultationId)
  return new Map(prints.map(({ id, recipient, lang }) => [`${recipient} ${lang}`, id]))
}

/** Whom nobody can reach gets no letter; what is new goes with a letter that is not printed yet. */
function letterFor([first]: readonly Due[], open: ReadonlyMap<string, string>) {
  if (!first || first.channel === 'page') return { id: null, isNew: false } as const
  const waiting = first.channel === 'print' ? open.get(`${first.recipient} ${first.lang}`) : undefined
  return waiting ? ({ id: waiting, isNew: false } as const) : ({ id: randomUUID(), isNew: true } as const)
}

function newLetter([first]: readonly Due[], id: string) {
  if (!first || first.channel === 'page') throw new Error(`Nobody to write letter ${id} to`)
  const { channel, lang, contactId, deliveryId, memberId, email } = first
  return channel === 'mail'
    ? { id, channel, lang, contactId, deliveryId: null, memberId: null, email }
    : { id, channel, lang, contactId: null, deliveryId, memberId, email: null }
}

async function mailLetters(
  tx: Transaction,
  services: Services,
  { consultationId, effectsOf }: Run,
  letters: readonly (NewLetter & { email: string | null })[],
): Promise<void> {
  for (const lang of LANGUAGES) {
    const mails = letters.filter((letter) => letter.channel === 'mail' && letter.lang === lang)
    const head = mails.length > 0 ? await findLetterHead(tx, lang, consultationId) : null
    if (head) await mailIn(tx, services, { lang, head, mails, effectsOf })
  }
}

async function mailIn(
  tx: Transaction,
  services: Services,
  order: {
    lang: Lang
    head: LetterHead
    mails: readonly (NewLetter & { email: string | null })[]
    effectsOf: EffectsOf
  },
): Promise<void> {
  const { lang, head, mails, effectsOf } = order
  const all = await listPointsOfLetters(
    tx,
    mails.map(({ id }) => id),
  )
  const effects = await effectsOf(tx, lang, [...new Set(all.map(({ answerId }) => answerId))])
  for (const { id: letterId, email, institutionId, at } of mails) {
    const points = all.filter((point) => point.letterId === letterId)
    if (email === null || points.length === 0) continue
    const { token, digest } = newPrivateLink()
    await insertRatingTokens(tx, [{ digest, letterId, at }])
    const letter = answerLetter({ lang, head, points, effects, token, url: services.settings.url })
    await queueLetter(tx, services, { institutionId, kind: 'service', recipient: email, unhurried: true, ...letter })
  }
}
