import type { PageContext } from '#platform/http/page-context.ts'
import { NO_MENU } from '#platform/http/page-context.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { knowAssets } from './assets.ts'
import type { Markup } from './example.ts'

/** Names of assets as they are, for tests of pages: nothing has to be built. */
export function knowAssetsByName(): void {
  const names = ['public.css', 'office.css', 'public.js', 'office.js', 'mark.svg', 'sans-400.woff2', 'serif-600.woff2']
  knowAssets(Object.fromEntries(names.map((name) => [name, name])))
}

export const anInstitution = (words: Partial<InstitutionSummary> = {}): InstitutionSummary => ({
  id: '0191b1a0-0000-7000-8000-000000000001',
  slug: 'kodrina',
  jurisdiction: 'AL',
  kind: 'municipality',
  standing: 'member',
  zone: 'Europe/Tirane',
  currency: 'ALL',
  closedOn: null,
  name: 'Bashkia Kodrina',
  accent: null,
  emblem: null,
  demonstration: false,
  ...words,
})

export const aPage = (words: Partial<PageContext> = {}): PageContext => ({
  lang: 'sq',
  path: '/konsultime',
  url: 'https://kuvend.example',
  demo: false,
  visitor: null,
  institution: null,
  now: new Date('2026-11-22T11:00:00Z'),
  menu: NO_MENU,
  ...words,
})

export const htmlOf = async (node: Markup): Promise<string> => (await node).toString()
