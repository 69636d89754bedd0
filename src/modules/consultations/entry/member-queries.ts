import type { Queryable, Transaction } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'

export type NewMember = {
  n: number
  organisation: string
  role: string | null
  person: string | null
  contactId: string | null
  tokenDigest: Buffer
  toldAt: Date | null
}

export async function insertMembers(
  tx: Transaction,
  of: { institutionId: string; deliveryId: string; commentId: string },
  members: readonly NewMember[],
): Promise<void> {
  for (const member of members)
    await tx`
      insert into consultations.delivery_members
        (institution_id, delivery_id, comment_id, n, organisation, role, person, contact_id, token_digest, told_at)
      values
        (${of.institutionId}, ${of.deliveryId}, ${of.commentId}, ${member.n}, ${member.organisation}, ${member.role},
         ${member.person}, ${member.contactId}, ${member.tokenDigest}, ${member.toldAt})`
}

export type Member = {
  n: number
  organisation: string
  role: string | null
  person: string | null
  withdrawnAt: Date | null
}

/** Of several comments at once, in order. */
export function listMembers(db: Queryable, commentIds: readonly string[]): Promise<(Member & { commentId: string })[]> {
  return db<(Member & { commentId: string })[]>`
    select comment_id, n, organisation, role, person, withdrawn_at from consultations.delivery_members
    where comment_id = any(${commentIds as string[]}::uuid[]) order by comment_id, n`
}

export type OwnMember = Member & {
  id: string
  institutionId: string
  commentId: string
  deliveryId: string
  groupName: string
  code: string
  state: string
  body: string | null
  commentLang: Lang
  title: string
  slug: string
  zone: string
}

/** By the private link in a member's letter. With `lock` nobody else moves its comment until the deed ends. */
export async function findMemberByToken(
  db: Queryable,
  lang: Lang,
  digest: Buffer,
  options: { lock?: boolean } = {},
): Promise<OwnMember | null> {
  if (options.lock)
    await db`
      select from consultations.comments where id = (
        select comment_id from consultations.delivery_members where token_digest = ${digest}) for update`
  return one(
    await db<OwnMember[]>`
      select member.id, member.n, member.institution_id, member.comment_id, member.delivery_id, member.organisation,
             member.role, member.person, member.withdrawn_at, delivery.group_name, comment.code, comment.state,
             version.body, comment.lang as comment_lang, consultation.slug, institution.zone,
             coalesce((select words from platform.translations where subject = 'consultations.consultation:' || consultation.id
                       and field = 'title' and lang = ${lang}), consultation.title) as title
      from consultations.delivery_members as member
      join consultations.deliveries as delivery on delivery.id = member.delivery_id
      join consultations.comments as comment on comment.id = member.comment_id
      join consultations.consultations as consultation on consultation.id = comment.consultation_id
      join platform.institutions as institution on institution.id = member.institution_id
      left join consultations.comment_versions as version
        on version.comment_id = comment.id and version.n = comment.version
      where member.token_digest = ${digest} and consultation.state <> 'taken-down'`,
  )
}

export async function markWithdrawn(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx`update consultations.delivery_members set withdrawn_at = ${at} where id = ${id} and withdrawn_at is null`
}

export type ContactMember = {
  id: string
  institutionId: string
  commentId: string
  organisation: string
  groupName: string
  code: string
  at: Date
}

/** Where somebody is the address of a member: told to them, and forgotten with them. */
export function listMembersOfContact(db: Queryable, contactId: string): Promise<ContactMember[]> {
  return db<ContactMember[]>`
    select member.id, member.institution_id, member.comment_id, member.organisation, delivery.group_name, comment.code,
           delivery.entered_at as at
    from consultations.delivery_members as member
    join consultations.deliveries as delivery on delivery.id = member.delivery_id
    join consultations.comments as comment on comment.id = member.comment_id
    where member.contact_id = ${contactId} order by delivery.entered_at desc, member.id`
}

/** The organisation stays in the list; its person and the address go. */
export async function forgetMember(tx: Transaction, id: string, tokenDigest: Buffer): Promise<void> {
  await tx`
    update consultations.delivery_members set person = null, contact_id = null, token_digest = ${tokenDigest}
    where id = ${id}`
}

export async function setMemberToken(tx: Transaction, id: string, tokenDigest: Buffer): Promise<void> {
  await tx`update consultations.delivery_members set token_digest = ${tokenDigest} where id = ${id}`
}

/** A comment is erased: no name of a person in it stays, and nobody gets at it by a letter. */
export async function deleteMembers(tx: Transaction, commentId: string): Promise<void> {
  await tx`delete from consultations.delivery_members where comment_id = ${commentId}`
}
