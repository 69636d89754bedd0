import { noteAccess } from '#platform/auth/access-log.ts'
import { mayIn } from '#platform/auth/permissions.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { Paper } from '#platform/letters/compose-paper.ts'
import { letterPermissions } from '#platform/letters/letter-permissions.ts'
import { letterRef } from '#platform/letters/letter-subject.ts'
import {
  findNumbered,
  findOfficialLetter,
  listCorrections,
  listLetterSubjects,
  type NumberedLetter,
  type OfficialLetter,
} from '#platform/letters/official-letter-queries.ts'
import { previewPaper } from '#platform/letters/paper-facts.ts'
import { aboutRecords, type AboutRecord, type Asked } from './letter-form-view.ts'

export type LetterView = {
  letter: OfficialLetter
  institution: InstitutionSummary
  paper: Paper
  about: AboutRecord[]
  corrects: NumberedLetter | null
  corrections: NumberedLetter[]
  mayWrite: boolean
  mayIssue: boolean
}

/** A letter that this official may read; the addressee can ask who did. Null: not there, or an institution of others. */
export async function viewLetter(asked: Asked, id: string): Promise<LetterView | null> {
  const { services, doors, lang, official } = asked
  const letter = isUuid(id) ? await findOfficialLetter(services.db, id) : null
  if (!letter || !mayIn(official, letterPermissions['letters.read'], letter.institutionId)) return null
  const { institutionId, contactId } = letter
  const refs = await listLetterSubjects(services.db, id)
  const [institution, paper, about, corrects, corrections] = await Promise.all([
    findInstitutionById(services.db, lang, institutionId),
    // Written by composePaper and by nobody else.
    letter.content ? (letter.content as Paper) : previewPaper(services, doors, letter, refs),
    aboutRecords(asked, refs),
    letter.correctsId ? findNumbered(services.db, letter.institutionId, letter.correctsId) : null,
    listCorrections(services.db, id),
    noteAccess(services, official, { institutionId, subject: letterRef(id), contactId, what: 'opened' }),
  ])
  if (!institution || !paper) return null
  return {
    letter,
    institution,
    paper,
    about,
    corrects,
    corrections,
    mayWrite: mayIn(official, letterPermissions['letters.write'], institutionId),
    mayIssue: mayIn(official, letterPermissions['letters.issue'], institutionId),
  }
}
