import { randomUUID } from 'node:crypto'
import type { ChangedBy } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { findInstitution } from '#platform/institutions/institution-queries.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import type { Act } from '../act-queries.ts'
import { givenAct } from '../testing.ts'
import { giveVerdict } from './give-verdict.ts'
import { reExamineAct } from './re-examine-act.ts'
import { receiveTransmittal } from './receive-transmittal.ts'
import { sendTransmittal } from './send-transmittal.ts'
import type { Channel } from './review-rules.ts'
import { createTransmittal } from './write-transmittal.ts'

/** Help for tests: letters to an authority, made by the deeds. Only tests import this. */

type Wish = {
  institution?: string
  acts?: readonly Act[]
  state?: 'draft' | 'sent' | 'received'
  /** The word of the authority's own institution, where it works here. */
  authority?: string
  channel?: Channel
  by?: ChangedBy
}

/** Who reviews the acts of this institution. */
export async function givenAuthority(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  slug: string,
  authority: string | null,
  email: string | null = null,
): Promise<void> {
  const [one, other] = [
    await findInstitution(db, 'sq', slug),
    authority && (await findInstitution(db, 'sq', authority)),
  ]
  await db`
    insert into council_acts.settings (institution_id, authority_name, authority_email, authority_institution_id, set_at)
    values (${one?.id ?? ''}, 'Prefekti i Qarkut Provë', ${email}, ${other ? other.id : null}, ${clock.now()})
    on conflict (institution_id) do update set authority_email = excluded.authority_email,
      authority_institution_id = excluded.authority_institution_id`
}

/** A letter with one act, or with these; sent today. */
export async function givenTransmittal(
  services: Services,
  wish: Wish = {},
): Promise<{ id: string; acts: readonly Act[] }> {
  const { institution = 'prova', state = 'sent', authority, channel = 'hand', by = 'program' } = wish
  if (authority !== undefined) await givenAuthority(services, institution, authority)
  const acts = wish.acts ?? [await givenAct(services, { institution })]
  const first = acts[0]
  if (!first) throw new Error('A letter has an act')
  const words = {
    authorityName: 'Prefekti i Qarkut Provë',
    authorityAddress: null,
    protocol: null,
    words: null,
    channel,
  }
  const order = { ...words, institutionId: first.institutionId, formId: randomUUID(), by }
  const made = await createTransmittal(services, { ...order, actIds: acts.map(({ id }) => id) })
  if (made.kind !== 'created') throw new Error('The acts did not wait')
  const { id } = made
  const on = civilDateIn(first.zone, services.clock.now())
  if (state !== 'draft') done(await sendTransmittal(services, id, { on, channel, protocol: null, by, seen: 1 }))
  if (state === 'received') {
    done(await receiveTransmittal(services, id, { protocol: '77/1', on, as: 'secretary', by, seen: 2 }))
  }
  return { id, acts }
}

function done(outcome: string): void {
  if (outcome !== 'done') throw new Error(`The letter did not go: ${outcome}`)
}

/** An act that was returned, looked at again and sent a second time: a letter, words and a re-examination that all can read. */
export async function givenReview(services: Services, act: Act): Promise<{ transmittal: string }> {
  const by = 'program' as const
  await givenTransmittal(services, { acts: [act], state: 'received', institution: act.institutionSlug })
  const on = civilDateIn(act.zone, services.clock.now())
  const words = { on, protocol: '5', reasons: 'Neni 4 bie ndesh me ligjin', effectiveOn: null, correcting: false }
  const order = { ...words, kind: 'returned', actIds: [act.id], formId: randomUUID(), as: 'secretary', by } as const
  done(await giveVerdict(services, order))
  const again = { outcome: 'corrected', on, voteRef: null, words: 'Neni 4 u hoq', formId: randomUUID(), by } as const
  done(await reExamineAct(services, act.id, again))
  const { id } = await givenTransmittal(services, { acts: [act], institution: act.institutionSlug })
  return { transmittal: id }
}
