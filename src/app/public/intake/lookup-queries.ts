import type { Queryable } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'
import type { CountedState } from '#platform/intake/case-rules.ts'

/** What whoever holds number and code may see: how far it has come. Neither name nor address, nor the letter's words. */
export type PublicCase = {
  id: string
  institutionId: string
  state: CountedState
  stateReason: string | null
  registerNumber: number | null
  registerYear: number | null
  printedNumber: string | null
  protocolNumber: string | null
  protocolOn: CivilDate | null
  receivedAt: Date
  receivedTo: 'minute' | 'day'
  filedOn: CivilDate
  /** A role; of a person who owns it, the post's name is not told. */
  ownerRole: string | null
  owned: boolean
  transferredTo: string | null
  erased: boolean
  documents: number
  papers: number
  zone: string
}

export async function findPublicCase(db: Queryable, code: string): Promise<PublicCase | null> {
  return one(
    await db<PublicCase[]>`
      select seen.id, seen.institution_id, seen.state, seen.state_reason, seen.register_number, seen.register_year,
             seen.printed_number, seen.protocol_number, seen.protocol_on, seen.received_at, seen.received_to,
             seen.filed_on, seen.owner_role,
             (seen.owner_role is not null or seen.owner_account_id is not null) as owned,
             theirs.institution_id as transferred_to, seen.erased_at is not null as erased, institution.zone,
             (select count(*)::int from platform.documents as document
              where document.subject = 'intake.case:' || seen.id and document.removed_at is null) as documents,
             (select count(*)::int from platform.case_papers as paper where paper.case_id = seen.id) as papers
      from platform.cases as seen
      join platform.institutions as institution on institution.id = seen.institution_id
      left join platform.cases as theirs on theirs.id = seen.transferred_to
      where seen.code = ${code} and seen.state <> 'sent'`,
  )
}
