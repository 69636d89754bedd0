import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { HomeEntries } from '#platform/door.ts'
import type { Services } from '#platform/services.ts'
import { listPublished } from './consultation-queries.ts'
import { phaseAt } from './consultation-rules.ts'
import { textsIn } from './texts.ts'
import { consultationUrls } from './urls.ts'

const ON_HOME = 6

/** What is open for comment now, for the home page of everyone or of one institution. */
export async function homeEntries(
  { db, clock }: Services,
  lang: Lang,
  institutionId: string | null,
): Promise<HomeEntries> {
  const t = textsIn(lang)
  const now = clock.now()
  const filter = { words: '', institutionId, after: null, before: null, limit: ON_HOME }
  const open = await listPublished(db, lang, now, { ...filter, phase: 'open' })
  return {
    title: t.list.open,
    allHref: inLanguage(lang, consultationUrls.list()),
    allLabel: t.list.allConsultations,
    empty: t.list.noneOpen,
    items: open.map((one) => ({
      href: inLanguage(lang, consultationUrls.one(one.slug)),
      title: one.title,
      lang: one.shownLang,
      quiet: [
        t.actKinds[one.actKind],
        ...(one.stage === 'preliminary' ? [t.notices.stage.names.preliminary] : []),
        ...(institutionId === null ? [[one.institutionName, ...one.partners].join(', ')] : []),
        one.closesOn ? t.until(formatDate(lang, one.closesOn)) : t.unknownDate,
        t.list.comments(one.comments),
      ].join(' · '),
      state: t.phases[phaseAt(one, now)],
      tone: 'done' as const,
    })),
  }
}
