import { one, type Queryable, type Transaction } from '#platform/db/database.ts'
import type { Jurisdiction } from '#law/jurisdiction.ts'
import type { SigningFacts, Way } from './signing-rules.ts'

export async function setSigners(tx: Transaction, id: string, facts: SigningFacts): Promise<void> {
  await tx`
    update council_acts.acts set chair_name = ${facts.chairName}, secretary_name = ${facts.secretaryName},
      signed_on = ${facts.signedOn}
    where id = ${id}`
}

export type SignatureCheck = {
  documentId: string
  way: Way
  /** As it was kept; read by `readSignatureReport`. */
  report: unknown
  reason: string | null
  checkedAt: Date
  fileName: string | null
  size: number
  digest: string | null
}

/** Every signed file that was put in, the newest first; those that were taken down have no name any more. */
export const listSignatureChecks = (db: Queryable, actId: string): Promise<SignatureCheck[]> => db<SignatureCheck[]>`
  select signature.document_id, signature.way, signature.report, signature.reason, signature.checked_at, file.file_name,
         coalesce(file.size, 0)::int as size, file.digest
  from council_acts.signature_checks as signature
  left join platform.document_files as file on file.document_id = signature.document_id and file.replaced_at is null
  where signature.act_id = ${actId}
  order by signature.checked_at desc, signature.document_id`

export const findCheckByForm = async (db: Queryable, formId: string): Promise<string | null> =>
  one(
    await db<{ actId: string }[]>`
      select signature.act_id from council_acts.signature_checks as signature where signature.form_id = ${formId}`,
  )?.actId ?? null

/** Of which act an event was written by this form. */
export const findEventByForm = async (db: Queryable, formId: string): Promise<string | null> =>
  one(
    await db<{ actId: string }[]>`
      select event.act_id from council_acts.act_events as event where event.form_id = ${formId}`,
  )?.actId ?? null

export type NewCheck = {
  documentId: string
  institutionId: string
  actId: string
  formId: string
  way: Way
  report: unknown
  reason: string | null
  at: Date
  by: string | null
}

export async function insertSignatureCheck(tx: Transaction, of: NewCheck): Promise<void> {
  await tx`
    insert into council_acts.signature_checks
      (document_id, institution_id, act_id, form_id, way, report, reason, checked_at, by_account_id)
    values (${of.documentId}, ${of.institutionId}, ${of.actId}, ${of.formId}, ${of.way},
            ${tx.json(of.report as Parameters<Transaction['json']>[0])}, ${of.reason}, ${of.at}, ${of.by})`
}

export type ProposedName = { name: string; role: string }

/** Who chairs this body on a day, and who is its secretary, as the record has them. */
export const listSignersOn = (db: Queryable, bodyId: string, day: string): Promise<ProposedName[]> =>
  db<ProposedName[]>`
    select person.name, seat.role
    from platform.body_members as seat join platform.persons as person on person.id = seat.person_id
    where seat.body_id = ${bodyId} and seat.role in ('chair', 'secretary')
      and (seat.from_on is null or seat.from_on <= ${day}) and (seat.to_on is null or seat.to_on >= ${day})
    order by seat.role, seat.from_on desc nulls last, seat.id limit 10`

/** Who signed the act of this institution before, as secretary. */
export const findLastSecretary = async (db: Queryable, institutionId: string): Promise<string | null> =>
  one(
    await db<{ name: string }[]>`
      select act.secretary_name as name from council_acts.acts as act
      where act.institution_id = ${institutionId} and act.secretary_name is not null and not act.history
      order by act.signed_on desc nulls last, act.created_at desc, act.id limit 1`,
  )?.name ?? null

/** The council of an institution, for an act that names no body. */
export const findCouncil = async (db: Queryable, institutionId: string): Promise<string | null> =>
  one(
    await db<{ id: string }[]>`
      select body.id from platform.bodies as body
      where body.institution_id = ${institutionId} and body.kind = 'council' order by body.name, body.id limit 1`,
  )?.id ?? null

/** The words of the act that go on paper: the version that was adopted, or laid; and plain words of an archive. */
export const findPaperText = async (
  db: Queryable,
  actId: string,
): Promise<{ versionId: string | null; plainText: string | null; bodyName: string | null } | null> =>
  one(
    await db<{ versionId: string | null; plainText: string | null; bodyName: string | null }[]>`
      select (select state.version_id from council_acts.states as state
              where state.act_id = act.id and state.role = 'adopted') as version_id,
             act.plain_text, body.name as body_name
      from council_acts.acts as act left join platform.bodies as body on body.id = act.body_id
      where act.id = ${actId}`,
  )

export type PublishedSignature = {
  documentId: string
  way: Way
  report: unknown
  reason: string | null
  checkedAt: Date
  fileName: string
  size: number
  digest: string
  current: boolean
}

/** Of an announced act, for everybody; the newest first. */
export const listPublishedSignatures = (db: Queryable, actId: string): Promise<PublishedSignature[]> =>
  db<PublishedSignature[]>`
    select signature.document_id, signature.way, signature.report, signature.reason, signature.checked_at,
           signature.file_name, signature.size::int as size, signature.digest, signature.current
    from council_acts.published_signatures as signature
    where signature.act_id = ${actId}
    order by signature.checked_at desc, signature.document_id`

export type PublishedSigners = {
  chairName: string | null
  secretaryName: string | null
  signedOn: string | null
  zone: string
  jurisdiction: Jurisdiction
}

export const findPublishedSigners = async (db: Queryable, actId: string): Promise<PublishedSigners | null> =>
  one(
    await db<PublishedSigners[]>`
      select act.chair_name, act.secretary_name, act.signed_on, act.zone, act.jurisdiction
      from council_acts.published_acts as act where act.id = ${actId}`,
  )
