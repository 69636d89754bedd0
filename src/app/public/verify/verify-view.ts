import { digestOfToken } from '#platform/auth/private-link.ts'
import type { Door } from '#platform/door.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import { findOfficialLetter } from '#platform/letters/official-letter-queries.ts'
import { readCheckCode } from '#platform/letters/official-letter-rules.ts'
import {
  findByCheckCode,
  findByFileDigest,
  findLetterByLink,
  type VerifiedLetter,
} from '#platform/letters/verify-queries.ts'
import type { Services } from '#platform/services.ts'
import { subjectKind } from '#platform/subjects/find-subjects.ts'

export type CheckedLetter = { letter: VerifiedLetter; about: string[] }

/** Null also for what cannot be a code. */
export async function viewByCode(
  { db }: Services,
  doors: readonly Door[],
  lang: Lang,
  typed: string,
): Promise<CheckedLetter | null> {
  const code = readCheckCode(typed)
  const letter = code ? await findByCheckCode(db, lang, code) : null
  return letter && { letter, about: kindsIn(doors, lang, letter) }
}

export async function viewByDigest(
  { db }: Services,
  doors: readonly Door[],
  lang: Lang,
  digest: string,
): Promise<CheckedLetter | null> {
  const letter = await findByFileDigest(db, lang, digest)
  return letter && { letter, about: kindsIn(doors, lang, letter) }
}

/** What a letter is about in the words of the subjects' own doors: the kind of record, never which one. */
const kindsIn = (doors: readonly Door[], lang: Lang, { subjectKinds }: VerifiedLetter): string[] =>
  subjectKinds.flatMap((kind) => subjectKind(doors, kind)?.name[lang] ?? [])

/** The letter behind a private link. Null when the link is unknown or has ended. */
export async function viewByLink({ db }: Services, lang: Lang, token: string) {
  const id = /^[\w-]{20,100}$/.test(token) ? await findLetterByLink(db, digestOfToken(token)) : null
  const letter = id ? await findOfficialLetter(db, id) : null
  const institution = letter && (await findInstitutionById(db, lang, letter.institutionId))
  return letter && institution ? { letter, institution } : null
}

export type LinkedLetterView = NonNullable<Awaited<ReturnType<typeof viewByLink>>>

/** The record as data: the same that the page says. */
export const verifiedData = ({ letter, about }: CheckedLetter) => ({
  institution: { slug: letter.institutionSlug, name: letter.institutionName, demonstration: letter.demonstration },
  number: `${letter.number}/${letter.year}`,
  issuedOn: letter.issuedOn,
  kind: letter.kind,
  about,
  state: letter.state,
  cancelledOn: letter.cancelledOn,
  cancelReason: letter.cancelReason,
  corrects: letter.corrects,
  correctedBy: letter.correctedBy,
  sha256: { pdf: letter.pdfDigest, docx: letter.docxDigest },
})
