import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import { recordChanges } from '#platform/history/record-change.ts'
import { appendToLedger } from '#platform/ledger/append-to-ledger.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { ANSWER_KIND, CHANGES_THE_TEXT } from '../answers/answer-rules.ts'
import { publishedAnswers } from '../ledger/answer-records.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { tellOfEffects } from '../telling/ask-to-tell.ts'
import { placeWords } from './effect-rules.ts'
import {
  deleteLink,
  findLink,
  findVersionOf,
  holdConsultation,
  holdLinkable,
  insertLinks,
  listChangedAmong,
  type LinkableAnswer,
  type LinkedVersion,
  type NewLink,
} from './link-queries.ts'
import { sq } from './texts.sq.ts'

export type LinkRefusal = 'nothing-chosen' | 'not-changed' | 'not-accepted' | 'no-reason'

export type LinkOutcome =
  /** `number`: those that were not there before. */
  | { kind: 'linked'; number: number }
  | { kind: 'unlinked'; number: number }
  | { kind: 'refused'; refusals: readonly LinkRefusal[] }
  | { kind: 'no-such-consultation' }
  | { kind: 'no-such-version' }
  | { kind: 'no-such-link' }
  | { kind: 'not-permitted' }
  /** The consultation was taken down. */
  | { kind: 'final' }

export type LinkOrder = {
  consultationId: string
  versionId: string
  /** `gone`: the node stood in the version before, and was taken out. */
  links: readonly NewLink[]
  form: string | null
}

type Held = { institutionId: string; version: LinkedVersion }

/**
 * Says that places of a version of the text changed because of answers. Of a draft nobody reads it before the version is
 * published; of a published version it changes what everybody reads of an answer.
 */
export async function linkEffects(services: Services, official: Official, order: LinkOrder): Promise<LinkOutcome> {
  return services.db.begin(async (tx): Promise<LinkOutcome> => {
    const held = await holdText(tx, official, order)
    if ('kind' in held) return held
    if (order.links.length === 0) return { kind: 'refused', refusals: ['nothing-chosen'] }
    const answers = await holdLinkable(tx, order.consultationId, [
      ...new Set(order.links.map(({ answerId }) => answerId)),
    ])
    if (!mayTouch(official, held, answers)) return { kind: 'not-permitted' }
    const places = await listChangedAmong(tx, held.version.id, [...new Set(order.links.map(({ nodeId }) => nodeId))])
    const words = new Map(
      places.map(({ nodeId, gone, chain }) => [keyOf({ nodeId, gone }), placeWords(chain, sq.kinds)]),
    )
    const refusals = refusalsOf(order.links, answers, words)
    if (refusals.length > 0) return { kind: 'refused', refusals }
    const at = services.clock.now()
    const by = official.accountId
    const fresh = await insertLinks(tx, held, order.links, { at, by, form: order.form })
    const told = fresh.map((link) => ({ ...link, words: words.get(keyOf(link)) ?? '' }))
    await record(tx, held, told, { kind: 'effect-linked', by, at, reason: null })
    await enterPublic(tx, services, held, { answers, ids: fresh.map(({ answerId }) => answerId), tell: true })
    return { kind: 'linked', number: fresh.length }
  })
}

export type UnlinkOrder = {
  consultationId: string
  linkId: string
  /** Asked for where everybody has read it. */
  reason: string
}

const LEAST_REASON = 5

/** Takes back what was said of a place. Where it was public, it says why. */
export async function unlinkEffect(
  services: Services,
  official: Official,
  { consultationId, linkId, reason }: UnlinkOrder,
): Promise<LinkOutcome> {
  return services.db.begin(async (tx): Promise<LinkOutcome> => {
    const before = await findLink(tx, consultationId, linkId)
    if (!before) return { kind: 'no-such-link' }
    const held = await holdText(tx, official, { consultationId, versionId: before.versionId })
    if ('kind' in held) return held
    const answers = await holdLinkable(tx, consultationId, [before.answerId])
    if (!mayTouch(official, held, answers)) return { kind: 'not-permitted' }
    const isPublic = held.version.published && answers.some(({ version }) => version > 0)
    if (isPublic && reason.trim().length < LEAST_REASON) return { kind: 'refused', refusals: ['no-reason'] }
    if (!(await deleteLink(tx, linkId))) return { kind: 'no-such-link' }
    const at = services.clock.now()
    const [place] = await listChangedAmong(tx, held.version.id, [before.nodeId])
    const words = place ? placeWords(place.chain, sq.kinds) : ''
    const by = official.accountId
    await record(tx, held, [{ ...before, words }], { kind: 'effect-unlinked', by, at, reason: reason.trim() || null })
    await enterPublic(tx, services, held, { answers, ids: [before.answerId], tell: false })
    return { kind: 'unlinked', number: 1 }
  })
}

async function holdText(
  tx: Transaction,
  official: Official,
  { consultationId, versionId }: { consultationId: string; versionId: string },
): Promise<Held | Exclude<LinkOutcome, { number: number }>> {
  const consultation = await holdConsultation(tx, consultationId)
  if (!consultation) return { kind: 'no-such-consultation' }
  if (!mayIn(official, may['answers.write'], consultation.institutionId)) return { kind: 'not-permitted' }
  if (consultation.state !== 'published' && consultation.state !== 'cancelled') return { kind: 'final' }
  const version = consultation.textId === null ? null : await findVersionOf(tx, consultation.textId, versionId)
  // Nothing changed with the first one.
  if (!version || version.basedOn === null) return { kind: 'no-such-version' }
  return { institutionId: consultation.institutionId, version }
}

/** What everybody reads is changed only by those who publish answers. */
const mayTouch = (official: Official, { institutionId, version }: Held, answers: readonly LinkableAnswer[]): boolean =>
  !version.published ||
  answers.every((answer) => answer.version === 0) ||
  mayIn(official, may['answers.publish'], institutionId)

const keyOf = ({ nodeId, gone }: { nodeId: string; gone: boolean }): string => `${gone ? 'g' : 'n'}:${nodeId}`

function refusalsOf(
  links: readonly NewLink[],
  answers: readonly LinkableAnswer[],
  places: ReadonlyMap<string, string>,
): LinkRefusal[] {
  const accepted = new Set(
    answers.flatMap(({ id, decision }) => (decision !== null && CHANGES_THE_TEXT.includes(decision) ? [id] : [])),
  )
  return [
    ...(links.every((link) => places.has(keyOf(link))) ? [] : (['not-changed'] as const)),
    ...(links.every(({ answerId }) => accepted.has(answerId)) ? [] : (['not-accepted'] as const)),
  ]
}

type Told = { answerId: string; words: string }
type Line = { kind: 'effect-linked' | 'effect-unlinked'; by: string; at: Date; reason: string | null }

const record = (
  tx: Transaction,
  { institutionId, version }: Held,
  told: readonly Told[],
  { kind, by, at, reason }: Line,
): Promise<void> =>
  recordChanges(
    tx,
    told.map(({ answerId, words }) => {
      const place = `${words} (${sq.version(version.n)})`
      const sides = kind === 'effect-linked' ? { from: null, to: place } : { from: place, to: null }
      return {
        institutionId,
        subject: refOf(ANSWER_KIND, answerId),
        kind,
        by: { accountId: by },
        at,
        reason,
        fields: [{ field: 'changedPlace', ...sides }],
      }
    }),
  )

/** Of published answers and a published version the record of the answer is another now. */
async function enterPublic(
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  { version }: Held,
  { answers, ids, tell }: { answers: readonly LinkableAnswer[]; ids: readonly string[]; tell: boolean },
): Promise<void> {
  const touched = answers.filter((answer) => answer.version > 0 && ids.includes(answer.id)).map(({ id }) => id)
  if (!version.published || touched.length === 0) return
  if (tell) await tellOfEffects(tx, { answerIds: touched, versionId: version.id, at: services.clock.now() })
  await appendToLedger(tx, services, { kind: publishedAnswers, ids: touched })
}
