import { institutionsWhere } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { findPhrases, type Phrases } from '#platform/mail/phrase-queries.ts'
import { withPhrases } from '#platform/mail/phrase-rules.ts'
import type { Services } from '#platform/services.ts'
import { mailPermissions } from './permissions.ts'
import { mailTexts } from './texts.ts'

export type WordsView = {
  /** Null: still to be chosen. */
  institution: InstitutionSummary | null
  institutions: readonly InstitutionSummary[]
  phrases: InEveryLanguage<Phrases>
  /** A letter as it would go out. */
  preview: InEveryLanguage<string>
}

const NONE: Phrases = { opening: '', closing: '', version: 0 }

/** Null when the institution asked for is not theirs. */
export async function viewWords(
  { db }: Services,
  lang: Lang,
  official: Official,
  wanted: string,
): Promise<WordsView | null> {
  const institutions = await listInstitutions(db, lang, institutionsWhere(official, mailPermissions['mail.words']))
  const institution = wanted
    ? institutions.find(({ id }) => id === wanted)
    : institutions.length === 1
      ? institutions[0]
      : undefined
  if (wanted && !institution) return null
  const [sq, en] = institution
    ? await Promise.all([findPhrases(db, institution.id, 'sq'), findPhrases(db, institution.id, 'en')])
    : [null, null]
  const phrases = { sq: sq ?? NONE, en: en ?? NONE }
  const sample = (of: Lang) => withPhrases(mailTexts(of).words.sample, phrases[of])
  return { institution: institution ?? null, institutions, phrases, preview: { sq: sample('sq'), en: sample('en') } }
}
