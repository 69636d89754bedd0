import type { Database } from '#platform/db/database.ts'
import { insertInstitution, type NewInstitution } from '#platform/institutions/institution-queries.ts'
import { institutionRecords } from '#platform/institutions/institution-records.ts'
import { entered } from './ledger.ts'

/** The migrated database that every test file clones. */
export const TEMPLATE = 'kuvend_template'

/** The one that every program with demonstration content clones (`test/e2e/demonstration-template.ts`). */
export const DEMONSTRATION = 'kuvend_demonstration'

/** The same server, another database. */
export function databaseUrl(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

/** The institutions that every test database has. */
export const INSTITUTIONS = {
  albania: {
    slug: 'prova',
    jurisdiction: 'AL',
    kind: 'municipality',
    zone: 'Europe/Tirane',
    accent: null,
    demonstration: false,
    names: { sq: 'Bashkia Prova', en: 'Municipality of Prova' },
  },
  kosovo: {
    slug: 'provas',
    jurisdiction: 'XK',
    kind: 'municipality',
    zone: 'Europe/Belgrade',
    accent: '#0b4f3c',
    demonstration: false,
    names: { sq: 'Komuna Provas', en: 'Municipality of Provas', sr: 'Opština Provas' },
  },
} as const

export async function addTestInstitutions(db: Database): Promise<void> {
  for (const institution of Object.values(INSTITUTIONS)) await addTestInstitution(db, institution)
}

/** One more, as founding it would have written it. */
export async function addTestInstitution(db: Database, institution: NewInstitution): Promise<void> {
  await entered(db, institutionRecords, async (tx) => {
    const id = await insertInstitution(tx, institution)
    return id === null ? [] : [{ id }]
  })
}
