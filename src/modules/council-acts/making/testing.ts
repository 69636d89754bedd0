import { randomUUID } from 'node:crypto'
import { officialWith } from '#modules/consultations/testing.ts'
import { givenAdoptedVote, type VoteWish } from '#modules/council/sitting/testing.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Services } from '#platform/services.ts'
import { readIntoVersion } from '#platform/texts/versions/read-into-version.ts'
import { keepAllDoubts } from '#platform/texts/versions/settle-text-doubt.ts'
import { actTexts } from '../act-text-holder.ts'
import { findAct, type Act } from '../act-queries.ts'
import type { Nature } from '../act-rules.ts'
import { confirmText } from './confirm-text.ts'
import { layText } from './lay-text.ts'
import { makeActOfVote } from './make-act.ts'
import { numberAct } from './number-act.ts'

/** Help for tests: what the council adopted, and the act of it. Only tests import this. */

/** Who makes, confirms and numbers acts there. */
export const secretaryOf = (services: Services, institution = 'prova'): Promise<Official> =>
  officialWith(services, ['council-secretary', institution])

type ActWish = VoteWish & {
  nature?: Nature
  /** How far it is on its way. */
  until?: 'draft' | 'read' | 'laid' | 'confirmed' | 'numbered'
  /** The words that lay before the council. */
  text?: string
}

export const SMALL_DECISION = `VENDIM
PËR TARIFAT E TREGUT

Neni 1
Objekti

Ky vendim cakton tarifat e tregut.

Neni 2
Tarifa

Tarifa e një vendi është 200 lekë në ditë.

Neni 3
Hyrja në fuqi

Vendimi hyn në fuqi 10 ditë pas shpalljes.`

/**
 * From the vote to the act: a meeting adopted a draft with its amendments, and the secretary made the act of it. A confirmed one
 * is without amendments, unless a test makes them.
 */
export async function givenAdoptedAct(services: Services, official: Official | null, wish: ActWish = {}): Promise<Act> {
  const { until = 'draft', nature = 'normative', text = SMALL_DECISION, institution } = wish
  const secretary = official ?? (await secretaryOf(services, institution))
  const { voteId } = await givenAdoptedVote(services, wish)
  const by = { accountId: secretary.accountId }
  const made = await makeActOfVote(services, voteId, { nature, formId: randomUUID(), by })
  if (made.kind === 'no-such-vote') throw new Error(`no act was made of vote ${voteId}`)
  const { id } = made
  if (until === 'draft') return standing(services, id)
  const input = { source: { kind: 'pasted', words: text }, digest: null, file: null, titleOfDocument: '' } as const
  const read = await readIntoVersion(services, actTexts, secretary, { id, input })
  if (read.kind !== 'read') throw new Error(`text not read: ${read.kind}`)
  await keepAllDoubts(services, actTexts, secretary, id)
  if (until === 'read') return standing(services, id)
  await expectDone(layText(services, id, { by, seen: (await standing(services, id)).version }))
  if (until === 'laid') return standing(services, id)
  const seen = async () => (await standing(services, id)).version
  await expectDone(confirmText(services, secretary, id, { seen: await seen(), aside: null }))
  if (until === 'numbered') {
    await expectDone(numberAct(services, secretary, id, { seen: await seen(), reason: 'Radha u ruajt në provë' }))
  }
  return standing(services, id)
}

async function expectDone(outcome: Promise<string>): Promise<void> {
  const is = await outcome
  if (is !== 'done') throw new Error(`deed of a test: ${is}`)
}

export async function standing({ db }: Pick<Services, 'db'>, id: string): Promise<Act> {
  const act = await findAct(db, id)
  if (!act) throw new Error(`no act ${id}`)
  return act
}
