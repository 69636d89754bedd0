import { formatDate } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { ShareFacts } from '#platform/papers/share-picture.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'
import { findPublished, type PublishedConsultation } from '../consultation-queries.ts'
import { phaseAt, type Phase } from '../consultation-rules.ts'
import { textsIn } from '../texts.ts'

type Shared = Pick<PublishedConsultation, 'title' | 'opensOn' | 'closesOn' | 'stage'>

/** The house's own red, where an institution has set no colour. */
const ACCENT = '#a9101c'

/** What the picture of the link says, and what stands in the text that is pasted beside it. */
export function shareFacts(
  lang: Lang,
  consultation: Shared,
  phase: Phase,
  institution: Pick<InstitutionSummary, 'name' | 'accent'>,
): ShareFacts {
  const t = textsIn(lang).overview
  return {
    institution: institution.name,
    kind: consultation.stage === 'preliminary' ? t.kindPreliminary : t.kind,
    title: consultation.title,
    line: shareLine(lang, consultation, phase),
    accent: institution.accent ?? ACCENT,
  }
}

/** The one thing that somebody who is passed the link wants to know: until when. */
export function shareLine(lang: Lang, { opensOn, closesOn }: Shared, phase: Phase): string {
  const { lines } = textsIn(lang).overview
  if (phase === 'cancelled' || phase === 'taken-down') return lines.cancelled
  if (phase === 'announced' && opensOn) return lines.announced(formatDate(lang, opensOn))
  if (!closesOn) return lines.closedUnknown
  return phase === 'open' ? lines.open(formatDate(lang, closesOn)) : lines.closed(formatDate(lang, closesOn))
}

/** The same of the consultation at an address; null: none that everybody may read. */
export async function viewShared({ db, clock }: Services, lang: Lang, slug: string): Promise<ShareFacts | null> {
  const consultation = await findPublished(db, lang, slug)
  const institution = consultation && (await findInstitutionById(db, lang, consultation.institutionId))
  return consultation && institution && shareFacts(lang, consultation, phaseAt(consultation, clock.now()), institution)
}
