import type { Role } from '../auth/visitor.ts'
import type { Queryable, Transaction } from '../db/database.ts'
import type { InEveryLanguage, Lang } from '../i18n/language.ts'
import type { Services } from '../services.ts'
import type { RegistrationKind, RegistrationRefusal } from './registration-rules.ts'

/** What people register for, as the deeds need it. */
export type Gathering = {
  id: string
  institutionId: string
  title: string
  titleEn: string | null
  /** Its public page, without language prefix. */
  path: string
  /** Null: as many as come. */
  capacity: number | null
  /** Why nobody can ask to come at this moment. */
  refusal: RegistrationRefusal | null
  /** Points to which somebody may speak. */
  itemIds: readonly string[]
  /** The office may still write somebody down. */
  officeMayEnter: boolean
}

/** A point of it to which somebody may speak; `minutes`: how long each may. */
export type GatheringItem = { id: string; title: string; minutes: number | null }

/** As pages show it, in the language asked for. */
export type ShownGathering = Gathering & {
  name: string
  /** Its word in addresses. */
  slug: string
  /** Days and hours in words; empty where none stand. */
  when: string
  place: string | null
  kind: RegistrationKind
  items: readonly GatheringItem[]
  /** Until when, and how: shown above the form. */
  note: string | null
}

/**
 * What a module lends, so that people can register for its records: the one list, its letters, its waiting, its door and its
 * forgetting are the platform's.
 */
export type RegistrationHolder = {
  /** Of its records, as their references begin: `meetings.meeting`. */
  kind: string
  /** What stands at this public address; null: nothing. */
  findAt(db: Queryable, slug: string): Promise<string | null>
  /** Locked until the transaction ends: seats are given one after the other. Null: there is none that is public. */
  hold(tx: Transaction, now: Date, id: string): Promise<Gathering | null>
  show(services: Services, lang: Lang, id: string): Promise<ShownGathering | null>
  /** Titles by id, for one's own data. */
  names(db: Queryable, lang: Lang, ids: readonly string[]): Promise<ReadonlyMap<string, { name: string; path: string }>>
  /** Those of them that were over before this civil day, or will never be. */
  overBefore(db: Queryable, ids: readonly string[], day: string): Promise<readonly string[]>
  /** Addresses without language prefix. */
  urls: {
    form(slug: string): string
    sent(slug: string): string
    office(id: string): string
    list(id: string): string
    takeBack(id: string, registrationId: string): string
    door(id: string): string
  }
  /** Who may read names, and who may write them down. */
  readers: readonly Role[]
  writers: readonly Role[]
  /** Groups somebody may say to belong to; none: it is not asked. */
  sectors: readonly { value: string; label: InEveryLanguage<string> }[]
  /** What is kept, in words: for the notice and the table of retention. */
  what: InEveryLanguage<string>
}

export const titleIn = ({ title, titleEn }: Pick<Gathering, 'title' | 'titleEn'>, lang: Lang): string =>
  (lang === 'en' && titleEn) || title
