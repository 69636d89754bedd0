import type { PermissionTable } from './auth/permissions.ts'
import type { Official, Role } from './auth/visitor.ts'
import type { CalendarEntry, CalendarSelection } from './calendar/calendar-entry.ts'
import type { Transaction } from './db/database.ts'
import type { DeadlineKind } from './deadlines/deadline-kind.ts'
import type { ApiOperation } from './export/api-operation.ts'
import type { Dataset } from './export/dataset.ts'
import type { MenuEntry } from './http/page-context.ts'
import type { WebApp } from './http/web-context.ts'
import type { InEveryLanguage, Lang } from './i18n/language.ts'
import type { TableTarget } from './imports/table-target.ts'
import type { JobHandlers, Scheduled } from './jobs/jobs.ts'
import type { RecordKind } from './ledger/record-kind.ts'
import type { BondView } from './links/link-rules.ts'
import type { PersonalData } from './own-data/personal-data.ts'
import type { RegistrationHolder } from './registrations/registration-holder.ts'
import type { SearchSource } from './search/search-source.ts'
import type { Services } from './services.ts'
import type { FollowedKind } from './subscriptions/followed-kind.ts'
import type { SubjectKind } from './subjects/subject.ts'
import type { TakeDown } from './takedowns/takedown-rules.ts'
import type { TextHolder } from './texts/text-holder.ts'

/**
 * The door of a subject: of a module, or of a room of the office that belongs to no module. All that the rest of `app/`
 * knows of it.
 */
export type Door = {
  name: string
  permissions: PermissionTable
  /** Each right in words, for the page that shows the table. */
  rights: InEveryLanguage<Record<string, string>>
  /** `doors`: all of them, for who has to ask every subject: history, one's own data, takedowns. */
  routes(app: WebApp, services: Services, doors: readonly Door[]): void
  jobs?(services: Services, doors: readonly Door[]): JobHandlers
  schedule?: readonly Scheduled[]
  /** What waits for this official, for the first page of the office. */
  officeTiles?(services: Services, official: Official, lang: Lang, doors: readonly Door[]): Promise<OfficeTile[]>
  /** The entries of the public home page, newest first. */
  homeEntries?(services: Services, lang: Lang, institutionId: string | null): Promise<HomeEntries>
  /** Links of the main menu. One of the office is shown to whoever holds one of its roles somewhere. */
  menu?: { public?: readonly MenuEntry[]; office?: readonly (MenuEntry & { roles: readonly Role[] })[] }
  /** Loads the demonstration content. Safe to run again: what stands is left alone. */
  demonstrate?(services: Services): Promise<void>
  /** Kinds of files that the command line takes in: `kuvend import <kind> FILE --institution SLUG`. */
  importers?: Record<string, Importer>
  /** The same for what may be larger than memory, or has files beside it: given where it lies, and taken in by parts. */
  fileImporters?: Record<string, FileImporter>
  /** Takes back what one of these has brought, by the id that it gave. Null: it is none of this door. */
  undoImported?(services: Services, id: string, progress: (line: string) => void): Promise<ImportOutcome | null>
  /** The same from the address of a foreign server. */
  addressImporters?: Record<string, AddressImporter>
  /** The same for what belongs to no institution: without `--institution`. */
  installationImporters?: Record<string, InstallationImporter>
  /** Its kinds of records, by the first part of their references: `consultations.consultation`. */
  subjects?: Record<string, SubjectKind>
  /** What it keeps about citizens. */
  personalData?: PersonalData
  /** What is still open with an official who is about to leave. Addresses are without language prefix. */
  openWorkOf?(services: Services, lang: Lang, accountId: string): Promise<readonly { title: string; href: string }[]>
  /** Gives it all to a successor, inside the deed that ends the account; gives how many records. */
  handOver?(tx: Transaction, services: Services, order: HandOver): Promise<number>
  /** The words of its history: what happened (`published`), the fields that changed (`title`), and their values. */
  changeWords?: InEveryLanguage<{
    kinds: Record<string, string>
    fields: Record<string, string>
    values?: Record<string, string>
  }>
  /** How its records leave the public in an emergency, by the kind of record. */
  takedowns?: Record<string, TakeDown>
  /**
   * What stood at this public address until its institution withdrew it. Asked only when nothing stands there any more; for
   * records that do not keep a page saying so. The path is without language prefix.
   */
  withdrawnAt?(services: Services, lang: Lang, path: string): Promise<Withdrawn | null>
  /** The clocks of its records, by slot: `comments`, `answer`. Each slot belongs to one door. */
  deadlines?: Record<string, DeadlineKind>
  /** What of it the ledger vouches for: each kind of public record, with the one function that builds it anew. */
  records?: readonly RecordKind[]
  /** Its kinds of records that hold a text. */
  texts?: readonly TextHolder[]
  /** Views of what binds its records without being a link: read with the links in the thread of a matter. */
  bonds?: readonly BondView[]
  /** What of it is found by words. */
  search?: readonly SearchSource[]
  /** Its kinds of matters that people can follow. */
  followed?: readonly FollowedKind[]
  /** Its kinds of records that people can register for: to come, to speak. */
  registrations?: readonly RegistrationHolder[]
  /** Its registers as open data. */
  datasets?(services: Services, doors: readonly Door[]): Promise<readonly Dataset[]>
  /** What of it programs ask at /api/v1, besides its datasets. */
  api?: readonly ApiOperation[]
  /** The registers of it that take in tables. */
  tables?: readonly TableTarget[]
  /** Those of them that officials themselves make: of the institutions named, or of all. */
  tablesOf?(services: Services, institutions: readonly string[] | null): Promise<readonly TableTarget[]>
  /** Its public days for the calendar of a year: what everybody may read, in any order. */
  calendar?(services: Services, lang: Lang, selection: CalendarSelection): Promise<readonly CalendarEntry[]>
}

/** `name`: what it may still be called, no word of it. */
export type Withdrawn = { name: string; at: Date; institutionId: string }

export type HandOver = { from: string; to: string; byAccountId: string; at: Date }

/** Takes in a whole file or nothing of it; the lines and the reason are read by the operator who sent it. */
export type Importer = (services: Services, institutionId: string, content: Uint8Array) => Promise<ImportOutcome>
/**
 * Reads the file as it goes, and says how far it has come. Each part is taken in whole; broken off and begun again it goes on.
 * `files`: a folder or an archive with what stands beside the file. `only`: of what has categories, these alone.
 */
export type FileImporter = (
  services: Services,
  institutionId: string,
  source: { path: string; files: string | null; only: readonly string[] },
  progress: (line: string) => void,
) => Promise<ImportOutcome>
export type AddressImporter = (
  services: Services,
  institutionId: string,
  address: string,
  options: { whole: boolean; privateAddresses: boolean },
) => Promise<ImportOutcome>
export type InstallationImporter = (services: Services, content: Uint8Array) => Promise<ImportOutcome>
export type ImportOutcome = { kind: 'imported'; lines: readonly string[] } | { kind: 'refused'; why: string }

/** Addresses in tiles and entries are in the language asked for already; those of the menu are without. */
export type OfficeTile = { title: string; count: number; href: string }
export type HomeEntries = { title: string; allHref: string; allLabel: string; empty: string; items: HomeEntry[] }
export type HomeEntry = {
  href: string
  title: string
  lang: Lang
  quiet: string
  state: string | null
  tone: 'done' | 'warning' | 'plain'
}
