import type { Database } from '#platform/db/database.ts'
import { findGoodDump, type Dump } from '#platform/export/export-queries.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { findInstitution as findBySlug } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'

/** By the word that it has in addresses; null for what cannot be one, too. */
export const findInstitution = async (db: Database, lang: Lang, slug: string): Promise<InstitutionSummary | null> =>
  /^[a-z0-9-]{1,100}$/.test(slug) ? findBySlug(db, lang, slug) : null

/** The newest copy that can be had, or the one of that digest. */
export const findDump = (db: Database, dataset: string, sha256: string | null): Promise<Dump | null> =>
  findGoodDump(db, dataset, sha256)
