import { randomUUID } from 'node:crypto'
import type { Services } from '#platform/services.ts'
import { findAct, type Act, type ActFields } from './act-queries.ts'
import { enterActs } from './act-records.ts'

/** Help for tests: acts as if they had come the whole way. Only tests import this. */

type Wish = Partial<ActFields> & {
  /** The word of the institution in addresses. */
  institution?: string
  state?: 'draft' | 'numbered' | 'announced'
  serial?: number
  year?: number
  series?: string
  numberWords?: string
  inForceFrom?: string
  inForceTo?: string
  history?: boolean
  voteRef?: string
  paperRef?: string
  meetingRef?: string
  /** The words of an archive, which have no articles. */
  plainText?: string
}

/** Far from those that the counter gives. */
let numbers = 500

/** An act that stands in the register, announced two days after its adoption, unless wished otherwise. */
export async function givenAct(services: Pick<Services, 'db' | 'clock'>, wish: Wish = {}): Promise<Act> {
  const { db, clock } = services
  const { institution = 'prova', state = 'announced', year = 2026, series = '', kind = 'decision' } = wish
  const serial = wish.serial ?? (numbers += 1)
  const id = randomUUID()
  const at = clock.now()
  const slug = `${institution}-${kind}-${series === '' ? '' : `${series}-`}${serial}-${year}`
  const isPublic = state !== 'draft'
  const announced = state === 'announced'
  const adoptedOn = wish.adoptedOn ?? `${year}-10-05`
  await db.begin(async (tx) => {
    await tx`
      insert into council_acts.acts (id, institution_id, kind, nature, series, year, serial, number_words, numbered_at, slug,
        title, title_en, summary, restricted, public_title, restricted_ground, adopted_on, body_id, proposer_kind, proposer,
        commission_id, meeting_ref, vote_ref, paper_ref, state, history, announced_on, announced_at, force_basis,
        in_force_from, in_force_to, plain_text, created_at, changed_at, published_at)
      select ${id}, institution.id, ${kind}, ${wish.nature ?? 'normative'}, ${series}, ${isPublic ? year : null},
        ${isPublic ? serial : null}, ${wish.numberWords ?? null},
        ${isPublic && !wish.history ? at : null}, ${isPublic ? slug : null},
        ${wish.title ?? `Për rregullat e provës nr. ${serial}`}, ${wish.titleEn ?? null}, ${wish.summary ?? null},
        ${wish.restricted ?? false}, ${wish.publicTitle ?? null}, ${wish.restrictedGround ?? null}, ${adoptedOn},
        ${wish.bodyId ?? null}, ${wish.proposerKind ?? 'mayor'}, ${wish.proposer ?? null}, ${wish.commissionId ?? null},
        ${wish.meetingRef ?? null}, ${wish.voteRef ?? null}, ${wish.paperRef ?? null}, ${state}, ${wish.history ?? false},
        ${announced ? `${adoptedOn.slice(0, 8)}07` : null}, ${announced ? at : null},
        ${announced ? 'after-announcement' : null}, ${wish.inForceFrom ?? null}, ${wish.inForceTo ?? null},
        ${wish.plainText ?? null}, ${at}, ${at},
        ${isPublic ? at : null}
      from platform.institutions as institution where institution.slug = ${institution}`
    await tx`
      insert into council_acts.act_events (institution_id, act_id, kind, happened_on, version, at)
      select act.institution_id, act.id, 'adopted', act.adopted_on, 1, ${at} from council_acts.acts as act where act.id = ${id}`
    await enterActs(tx, services, [id])
  })
  const act = await findAct(db, id)
  if (!act) throw new Error(`No act was made at ${institution}`)
  return act
}
