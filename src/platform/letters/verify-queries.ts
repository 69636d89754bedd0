import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'
import type { Lang } from '../i18n/language.ts'
import type { CivilDate } from '../time/civil-date.ts'
import type { OfficialLetterKind, OfficialLetterState } from './official-letter-rules.ts'

/** What everyone may know of an issued letter: nothing of whom it went to, nothing of what it says. */
export type VerifiedLetter = {
  institutionSlug: string
  institutionName: string
  demonstration: boolean
  number: number
  year: number
  issuedOn: CivilDate
  code: string
  kind: OfficialLetterKind
  state: Exclude<OfficialLetterState, 'draft'>
  cancelledOn: CivilDate | null
  cancelReason: string | null
  /** Kinds of records it is about: `consultations.comment`. */
  subjectKinds: string[]
  corrects: string | null
  correctedBy: string[]
  pdfDigest: string | null
  docxDigest: string | null
}

const verified = (db: Queryable, lang: Lang) => db`
  select institution.slug as institution_slug, institution.demonstration, letter.number, letter.year, letter.issued_on,
         letter.code, letter.kind, letter.state, letter.cancel_reason, letter.pdf_digest, letter.docx_digest,
         (letter.cancelled_at at time zone institution.zone)::date as cancelled_on,
         (select name.name from platform.institution_names as name
          where name.institution_id = institution.id and name.lang in (${lang}, 'sq') and name.valid_from <= letter.issued_on
          order by (name.lang = ${lang}) desc, name.valid_from desc limit 1) as institution_name,
         coalesce((select array_agg(distinct split_part(about.subject, ':', 1)) from platform.letter_subjects as about
                   where about.letter_id = letter.id), '{}') as subject_kinds,
         (select corrected.number || '/' || corrected.year from platform.official_letters as corrected
          where corrected.id = letter.corrects_id) as corrects,
         coalesce((select array_agg(later.number || '/' || later.year order by later.issued_at)
                   from platform.official_letters as later
                   where later.corrects_id = letter.id and later.state = 'issued'), '{}') as corrected_by
  from platform.official_letters as letter
  join platform.institutions as institution on institution.id = letter.institution_id`

/** One question whether there is such a letter or not: both take the same time. */
export const findByCheckCode = async (db: Queryable, lang: Lang, code: string): Promise<VerifiedLetter | null> =>
  one(await db<VerifiedLetter[]>`${verified(db, lang)} where letter.code = ${code} and letter.state <> 'draft'`)

export const findByFileDigest = async (db: Queryable, lang: Lang, digest: string): Promise<VerifiedLetter | null> =>
  one(
    await db<VerifiedLetter[]>`
      ${verified(db, lang)} where (letter.pdf_digest = ${digest} or letter.docx_digest = ${digest}) and letter.state <> 'draft'`,
  )

export async function insertLetterLink(
  tx: Transaction,
  link: { digest: Buffer; institutionId: string; letterId: string; at: Date },
): Promise<void> {
  await tx`
    insert into platform.letter_links (token_digest, institution_id, letter_id, created_at)
    values (${link.digest}, ${link.institutionId}, ${link.letterId}, ${link.at})`
}

export async function endLetterLinks(tx: Transaction, letterIds: readonly string[], at: Date): Promise<void> {
  await tx`
    update platform.letter_links set ended_at = ${at}
    where letter_id = any(${letterIds as string[]}::uuid[]) and ended_at is null`
}

/** The letter that a private link opens. */
export async function findLetterByLink(db: Queryable, digest: Buffer): Promise<string | null> {
  const row = one(
    await db<{ letterId: string }[]>`
      select letter_id from platform.letter_links where token_digest = ${digest} and ended_at is null`,
  )
  return row?.letterId ?? null
}

/** The way to a person is forgotten; the office's paper stays. Their links end. */
export async function forgetWayTo(tx: Transaction, contactId: string, at: Date): Promise<number> {
  await tx`
    update platform.letter_links as link set ended_at = ${at}
    from platform.official_letters as letter
    where letter.id = link.letter_id and letter.contact_id = ${contactId} and link.ended_at is null`
  const result = await tx`
    update platform.official_letters set contact_id = null, addressee_email = null where contact_id = ${contactId}`
  return result.count
}
