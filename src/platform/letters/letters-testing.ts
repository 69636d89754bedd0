import { randomUUID } from 'node:crypto'
import type { Door } from '../door.ts'
import type { Services } from '../services.ts'
import { findInstitution } from '../institutions/institution-queries.ts'
import { JURISDICTIONS } from '../institutions/institution-rules.ts'
import { issue } from './issue-letter.ts'
import { insertOfficialLetter, replaceLetterSubjects } from './letter-writing-queries.ts'
import { makeLetterFiles } from './make-letter-files.ts'
import { LETTER_KINDS } from './official-letter-rules.ts'
import {
  findOfficialLetter,
  holdOfficialLetter,
  type LetterFields,
  type OfficialLetter,
} from './official-letter-queries.ts'

export const someLetter: LetterFields = {
  kind: 'answer',
  addresseeName: 'Ana Shembull',
  addresseePostal: 'Rruga e Shembullit 12\nQyteti',
  addresseeEmail: 'ana@shembull.example',
  lang: 'sq',
  subjectLine: 'Përgjigje për kërkesën tuaj',
  body: 'I nderuar/e nderuar {{adresuesi}},\n\n## Çfarë vendosëm\n\n- Pika e parë\n- Pika e dytë\n\nMe respekt,',
  remedy: 'Keni të drejtë të ankoheni.',
  otherLang: null,
  otherSubjectLine: null,
  otherBody: null,
  otherRemedy: null,
  deadlineOn: null,
  deadlineBasis: null,
  signatoryName: 'Skënder Prove',
  signatoryPost: 'Kryetar',
  enclosures: 'Relacioni',
  protocolNumber: null,
  protocolDate: null,
}

type Wanted = Partial<LetterFields> & { institution?: string; subjects?: readonly string[]; contactId?: string | null }

/** A draft that stands, as if somebody had written it. */
export async function givenLetter(services: Services, wanted: Wanted = {}): Promise<OfficialLetter> {
  const { institution: slug = 'prova', subjects = [], contactId = null, ...fields } = wanted
  const institution = await findInstitution(services.db, 'sq', slug)
  if (!institution) throw new Error(`No institution ${slug}`)
  const id = await services.db.begin(async (tx) => {
    const letter = { ...someLetter, ...fields, institutionId: institution.id, submissionId: randomUUID(), contactId }
    const written = { ...letter, correctsId: null, template: null, by: null, at: services.clock.now() }
    const { id: given } = await insertOfficialLetter(tx, written)
    await replaceLetterSubjects(tx, { institutionId: institution.id, id: given }, subjects)
    return given
  })
  return theLetter(services, id)
}

/** One that went out, with its files unless told otherwise. */
export async function givenIssuedLetter(
  services: Services,
  wanted: Wanted & { files?: boolean } = {},
  doors: readonly Door[] = [],
): Promise<OfficialLetter> {
  const { files = true, ...rest } = wanted
  const { id } = await givenLetter(services, rest)
  await services.db.begin(async (tx) => {
    const letter = await holdOfficialLetter(tx, id)
    if (letter) await issue(tx, services, doors, letter, 'program')
  })
  if (files) await makeLetterFiles(services, id)
  return theLetter(services, id)
}

export async function theLetter({ db }: Services, id: string): Promise<OfficialLetter> {
  const letter = await findOfficialLetter(db, id)
  if (!letter) throw new Error(`No letter ${id}`)
  return letter
}

/** Every kind in every country. */
export const OFFICIAL_KINDS_AND_COUNTRIES = LETTER_KINDS.flatMap((kind) =>
  JURISDICTIONS.map((jurisdiction) => [kind, jurisdiction] as const),
)
