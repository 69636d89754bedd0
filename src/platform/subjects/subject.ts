import type { Role } from '../auth/visitor.ts'
import type { InEveryLanguage, Lang } from '../i18n/language.ts'
import type { LifeStep } from '../links/thread-rules.ts'
import type { Services } from '../services.ts'

/**
 * What is known of a record to those who only hold its reference (`consultations.consultation:<id>`): tasks, letters,
 * links, history. Addresses are without language prefix.
 */
export type Subject = {
  ref: string
  institutionId: string
  title: string
  lang: Lang
  /** Its page in the office. */
  officeHref: string
  /** Its page for everyone; null as long as it has none. */
  publicHref: string | null
  /** Of what takes place on a day: its first one, in the institution's zone. */
  day?: string
  /** Where it stands in the life of a matter, from which day, and what everybody reads beside it: its report. */
  life?: { step: LifeStep; on: string | null; beside?: readonly { title: string; href: string }[] }
  /** Whether everybody may read its documents of public class; where not told, whenever it has a public page. */
  documentsPublic?: boolean
  /** Whom a letter about it would go to, where that is one person. */
  correspondent?: Correspondent
}

/** A person outside the house with whom papers are exchanged. */
export type Correspondent = {
  name: string
  email: string | null
  /** Lines of a postal address, for people without e-mail. */
  postal: string | null
  /** The citizen's contact, where one is known. */
  contactId: string | null
}

export type SubjectKind = {
  name: InEveryLanguage<string>
  /** Who may know of such a record in its own institution: read its history, be given tasks with it. */
  readers: readonly Role[]
  /** Who of them may change its documents; all of them where not told. */
  documentWriters?: readonly Role[]
  /** Those of the ids that are there, in any order. */
  find(services: Services, lang: Lang, ids: readonly string[]): Promise<Subject[]>
}
