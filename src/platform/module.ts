import type { PermissionTable } from './auth/permissions.ts'
import type { Official, Role } from './auth/visitor.ts'
import type { MenuEntry } from './http/page-context.ts'
import type { WebApp } from './http/web-context.ts'
import type { Lang } from './i18n/language.ts'
import type { JobHandlers, Scheduled } from './jobs/jobs.ts'
import type { Services } from './services.ts'

/** The door of a module: all that `app/` knows of it. */
export type Module = {
  name: string
  permissions: PermissionTable
  routes(app: WebApp, services: Services): void
  jobs(services: Services): JobHandlers
  schedule: readonly Scheduled[]
  /** What waits for this official, for the first page of the office. */
  officeTiles(services: Services, official: Official, lang: Lang): Promise<OfficeTile[]>
  /** The entries of the public home page, newest first. */
  homeEntries(services: Services, lang: Lang, institutionId: string | null): Promise<HomeEntries>
  /** Links of the main menu. One of the office is shown to whoever holds one of its roles somewhere. */
  menu: { public: readonly MenuEntry[]; office: readonly (MenuEntry & { roles: readonly Role[] })[] }
  /** Loads the demonstration content. Safe to run again: what stands is left alone. */
  demonstrate(services: Services): Promise<void>
  /** Kinds of files that the command line takes in: `kuvend import <kind> FILE --institution SLUG`. */
  importers?: Record<string, Importer>
}

/** Takes in a whole file or nothing of it; the lines and the reason are read by the operator who sent it. */
export type Importer = (services: Services, institutionId: string, content: Uint8Array) => Promise<ImportOutcome>
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
