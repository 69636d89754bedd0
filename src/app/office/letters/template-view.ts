import { institutionsWhere, mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { composePaper, type Paper } from '#platform/letters/compose-paper.ts'
import { letterPermissions } from '#platform/letters/letter-permissions.ts'
import { findPaperInstitution, findTwoPeople } from '#platform/letters/letter-writing-queries.ts'
import { LETTER_KINDS } from '#platform/letters/official-letter-rules.ts'
import { wordsOf } from '#platform/letters/paper-facts.ts'
import { problemsIn } from '#platform/letters/template-rules.ts'
import {
  findTemplate,
  listTemplates,
  listTemplateVersions,
  type Template,
  type TemplateFields,
  type TemplateVersion,
} from '#platform/letters/template-queries.ts'
import type { Services } from '#platform/services.ts'
import { addDays, civilDateIn } from '#platform/time/civil-date.ts'
import { textsIn } from './letters-texts.ts'

export type TemplateListView = {
  templates: (Template & { institutionName: string })[]
  kinds: typeof LETTER_KINDS
  /** Institutions whose templates and rule this official may change. */
  governed: { institution: InstitutionSummary; twoPeople: boolean }[]
}

export async function viewTemplates({ db }: Services, lang: Lang, official: Official): Promise<TemplateListView> {
  const readable = institutionsWhere(official, letterPermissions['letters.read'])
  const governed = institutionsWhere(official, letterPermissions['letters.templates'])
  const [templates, institutions] = await Promise.all([
    listTemplates(db, readable),
    listInstitutions(db, lang, readable),
  ])
  const nameOf = (id: string) => institutions.find((one) => one.id === id)?.name ?? ''
  const mine = institutions.filter(({ id }) => governed === null || governed.includes(id))
  return {
    kinds: LETTER_KINDS,
    templates: templates.map((one) => ({ ...one, institutionName: nameOf(one.institutionId) })),
    governed: await Promise.all(
      mine.map(async (institution) => ({ institution, twoPeople: await findTwoPeople(db, institution.id) })),
    ),
  }
}

export const viewGoverned = ({ db }: Services, lang: Lang, official: Official): Promise<InstitutionSummary[]> =>
  listInstitutions(db, lang, institutionsWhere(official, letterPermissions['letters.templates']))

export type TemplateView = {
  template: Template
  versions: TemplateVersion[]
  paper: Paper | null
  mayChange: boolean
  mayWrite: boolean
}

/** Null: not there, or of an institution of others. */
export async function viewTemplate(
  services: Services,
  lang: Lang,
  official: Official,
  id: string,
): Promise<TemplateView | null> {
  const template = isUuid(id) ? await findTemplate(services.db, id) : null
  if (!template || !mayIn(official, letterPermissions['letters.read'], template.institutionId)) return null
  const [versions, paper] = await Promise.all([
    listTemplateVersions(services.db, id),
    sampleOf(services, lang, template.institutionId, template),
  ])
  return {
    template,
    versions,
    paper,
    mayChange: mayIn(official, letterPermissions['letters.templates'], template.institutionId),
    mayWrite: mayIn(official, letterPermissions['letters.write'], template.institutionId),
  }
}

/** The template as a paper, with invented values in its fields. Null as long as its words cannot be understood. */
export async function sampleOf(
  { db, clock, settings }: Services,
  lang: Lang,
  institutionId: string,
  fields: TemplateFields,
): Promise<Paper | null> {
  const institution = isUuid(institutionId) ? await findPaperInstitution(db, institutionId) : null
  if (!institution || !isUnderstood(fields)) return null
  const t = textsIn(lang).templates.sample
  const today = civilDateIn('Europe/Tirane', clock.now())
  return composePaper({
    institution,
    addresseeName: t.addressee,
    addresseePostal: t.postal,
    words: wordsOf(fields),
    deadlineOn: addDays(today, 14),
    deadlineBasis: t.basis,
    signatoryName: t.name,
    signatoryPost: t.post,
    enclosures: '',
    protocolNumber: '1247',
    protocolDate: today,
    subjects: { sq: [t.subject], en: [t.subject], sr: [t.subject] },
    corrects: null,
    issued: null,
    url: settings.url,
  })
}

const isUnderstood = (fields: TemplateFields): boolean =>
  [fields.subjectLine, fields.body, fields.remedy, fields.otherSubjectLine, fields.otherBody, fields.otherRemedy].every(
    (words) => problemsIn(words ?? '').length === 0,
  )
