import { noteAccess } from '#platform/auth/access-log.ts'
import { institutionsWhere, mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Door } from '#platform/door.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { splitLanguage, type Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { defaultTemplate } from '#platform/letters/default-templates-texts.ts'
import { letterPermissions } from '#platform/letters/letter-permissions.ts'
import { findByNumber, findNumbered } from '#platform/letters/official-letter-queries.ts'
import {
  LETTER_KINDS,
  LETTER_LANGS,
  showLetterNumber,
  type LetterLang,
} from '#platform/letters/official-letter-rules.ts'
import { findTemplate, listTemplates, type Template } from '#platform/letters/template-queries.ts'
import type { Services } from '#platform/services.ts'
import { findSubjectFor } from '#platform/subjects/find-subjects.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { Subject } from '#platform/subjects/subject.ts'
import type { ReadLetter } from './letter-form.ts'
import { textsIn } from './letters-texts.ts'

/** As forms have them: by the name of the field. */
type Typed = Record<string, string>
type FieldErrors = Record<string, string>

/** A record that a letter is about, as far as this official may know of it. */
export type AboutRecord = { ref: string; title: string | null; href: string | null }

export type Asked = {
  services: Services
  doors: readonly Door[]
  lang: Lang
  official: Official
}

/** Where a new letter begins: institution, template and languages are chosen first. */
export type ChoiceView = {
  institutions: InstitutionSummary[]
  templates: Template[]
  subjects: AboutRecord[]
  /** Of the records, or of the only place where this official writes. */
  institutionId: string
}

export async function viewChoice(asked: Asked, refs: readonly string[], institution: string): Promise<ChoiceView> {
  const { services, lang, official } = asked
  const mine = institutionsWhere(official, letterPermissions['letters.write'])
  const [institutions, templates, found] = await Promise.all([
    listInstitutions(services.db, lang, mine),
    listTemplates(services.db, mine),
    subjectsFor(asked, refs),
  ])
  const institutionId = found[0]?.institutionId ?? (institution || (institutions[0]?.id ?? ''))
  return { institutions, templates, subjects: found.map(aboutOf), institutionId }
}

const subjectsFor = async ({ services, doors, lang, official }: Asked, refs: readonly string[]): Promise<Subject[]> => {
  const found = await Promise.all(refs.map((ref) => findSubjectFor(doors, services, lang, official, ref)))
  return found.filter((subject) => subject !== null)
}

const aboutOf = ({ ref, title, officeHref }: Subject): AboutRecord => ({ ref, title, href: officeHref })

/** The records of a letter in their order; of those that this official may not know of, only that they are there. */
export async function aboutRecords(asked: Asked, refs: readonly string[]): Promise<AboutRecord[]> {
  const found = new Map((await subjectsFor(asked, refs)).map((subject) => [subject.ref, aboutOf(subject)]))
  return refs.map((ref) => found.get(ref) ?? { ref, title: null, href: null })
}

/** What a new letter begins with. Null: no such template, or no right at this institution. */
export async function startOfLetter(
  asked: Asked,
  wanted: { institutionId: string; template: string; lang: string; refs: readonly string[]; corrects: string },
): Promise<{ typed: Typed; subjects: string[] } | null> {
  const { services, lang, official } = asked
  if (!mayIn(official, letterPermissions['letters.write'], wanted.institutionId)) return null
  const [institution] = await listInstitutions(services.db, lang, [wanted.institutionId])
  const template = institution && (await templateWords(services, institution, wanted))
  if (!institution || !template) return null
  const subjects = (await subjectsFor(asked, wanted.refs)).filter((one) => one.institutionId === institution.id)
  const known = subjects.find(({ correspondent }) => correspondent)
  const to = known?.correspondent
  if (known && to) {
    // The form comes with their name and address: they can read who saw them, whether or not a letter was written.
    const seen = { institutionId: institution.id, subject: known.ref, contactId: to.contactId, what: 'opened' }
    await noteAccess(services, official, seen)
  }
  const corrected = isUuid(wanted.corrects) ? await findNumbered(services.db, institution.id, wanted.corrects) : null
  return {
    subjects: subjects.map(({ ref }) => ref),
    typed: {
      ...template,
      institucioni: institution.id,
      adresuesi: to?.name ?? '',
      adresa: to?.postal ?? '',
      posta: to?.email ?? '',
      korrigjon: corrected ? showLetterNumber(corrected) : '',
    },
  }
}

async function templateWords(
  { db }: Services,
  institution: InstitutionSummary,
  wanted: { template: string; lang: string },
): Promise<Typed | null> {
  const kind = LETTER_KINDS.find((one) => one === wanted.template)
  const other = LETTER_LANGS.find((lang) => lang === wanted.lang && lang !== 'sq') ?? null
  if (kind) {
    const words = defaultTemplate(kind, institution.jurisdiction)
    return { lloji: kind, modeli: '', ...wordInputs('', words.sq), ...otherInputs(other, other && words[other]) }
  }
  const own = isUuid(wanted.template) ? await findTemplate(db, wanted.template) : null
  if (!own || own.endedAt || own.institutionId !== institution.id) return null
  const second = own.otherLang && {
    subjectLine: own.otherSubjectLine ?? '',
    body: own.otherBody ?? '',
    remedy: own.otherRemedy ?? '',
  }
  return {
    lloji: own.kind,
    modeli: `${own.id}.${own.version}`,
    ...wordInputs('', own),
    ...otherInputs(own.otherLang ?? other, second),
  }
}

type Words = { subjectLine: string; body: string; remedy: string }

const wordInputs = (end: '' | '-tjeter', words: Words): Typed => ({
  [`lenda${end}`]: words.subjectLine,
  [`teksti${end}`]: words.body,
  [`ankimi${end}`]: words.remedy,
})

const otherInputs = (lang: LetterLang | null, words: Words | null): Typed =>
  lang ? { gjuha: lang, ...(words ? wordInputs('-tjeter', words) : {}) } : { gjuha: '' }

/** What the form names, found in the database; what is not there becomes an error of its field. */
export type Relations = {
  errors: FieldErrors
  subjects: string[]
  contactId: string | null
  correctsId: string | null
  template: { id: string; version: number } | null
}

/** `kept`: references that the letter has already, also those that this official may not know of. */
export async function findRelations(
  asked: Asked,
  institutionId: string,
  read: ReadLetter,
  kept: readonly string[],
): Promise<Relations> {
  const { services, lang } = asked
  const t = textsIn(lang)
  const errors: FieldErrors = {}
  const fresh = read.subjects.filter((ref) => !kept.includes(ref))
  const added = read.typed.shto ? await findByAddress(asked, read.typed.shto) : null
  const found = (await subjectsFor(asked, fresh)).filter((one) => one.institutionId === institutionId)
  if (read.typed.shto && added?.institutionId !== institutionId) errors.shto = t.errors.subject
  if (found.length < fresh.length) errors.subjekti = t.errors.subject
  const subjects = [...new Set([...read.subjects, ...(added && !errors.shto ? [added.ref] : [])])]
  const corrected = read.corrects && (await findByNumber(services.db, { institutionId, ...read.corrects }))
  if (read.corrects && !corrected) errors.korrigjon = t.errors.corrects
  return {
    errors,
    subjects,
    contactId: await contactOf(asked, subjects, read),
    correctsId: corrected?.id ?? null,
    template: await templateNamed(services, institutionId, read.typed.modeli ?? ''),
  }
}

/** The citizen's contact, while the letter still goes to the address that is known of them. */
async function contactOf(asked: Asked, subjects: readonly string[], read: ReadLetter): Promise<string | null> {
  const people = (await subjectsFor(asked, subjects)).flatMap(({ correspondent }) => correspondent ?? [])
  const { addresseeEmail: email, addresseeName: name } = read.fields
  const known = people.find((one) => (email ? one.email === email : one.name === name))
  return known?.contactId ?? null
}

/** A record by the address of its page in the office, as somebody pasted it. */
async function findByAddress(asked: Asked, typed: string): Promise<Subject | null> {
  const path = splitLanguage(pathOf(typed)).path
  const id = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(path)?.[0]
  if (!id) return null
  const kinds = asked.doors.flatMap(({ subjects }) => Object.keys(subjects ?? {}))
  const found = await subjectsFor(
    asked,
    kinds.map((kind) => refOf(kind, id)),
  )
  return found.find(({ officeHref }) => path.startsWith(officeHref)) ?? null
}

const pathOf = (typed: string): string => typed.trim().replace(/^https?:\/\/[^/]*/, '')

async function templateNamed({ db }: Services, institutionId: string, named: string): Promise<Relations['template']> {
  const [id = '', version = ''] = named.split('.')
  const template = isUuid(id) ? await findTemplate(db, id) : null
  const known = template && template.institutionId === institutionId && Number(version) <= template.version
  return known && Number(version) >= 1 ? { id, version: Number(version) } : null
}
