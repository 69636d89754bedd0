import { formatDay } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { ConsultationEvent, PublishedConsultation } from '../consultation-queries.ts'
import type { Phase } from '../consultation-rules.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'

type Props = {
  lang: Lang
  consultation: PublishedConsultation
  phase: Phase
  events: readonly ConsultationEvent[]
}

/** Once the window has closed: how it ended, and where the answers, the report and the right to complain are. */
export const AfterClosing = ({ lang, consultation, phase, events }: Props) => {
  if (phase !== 'closed' || consultation.history) return null
  const t = textsIn(lang).reports.page
  const { slug, zone } = consultation
  const ends = events.filter(({ kind }) => kind === 'concluded' || kind === 'reopened')
  const last = ends.at(-1)
  const links = [
    { href: consultationUrls.matrix(slug), label: t.matrix },
    ...(ends.length > 0 ? [{ href: consultationUrls.report(slug), label: t.report }] : []),
    { href: `${consultationUrls.one(slug)}/ndikimi`, label: t.effects },
    { href: `${consultationUrls.one(slug)}/ankimi`, label: t.complaint },
  ]
  return (
    <section aria-labelledby="pas-mbylljes">
      <h2 class="govuk-heading-l" id="pas-mbylljes">
        {t.title}
      </h2>
      {last?.kind === 'concluded' && (
        <p class="govuk-body">
          <strong>{t.concludedOn(formatDay(lang, last.at, zone))}.</strong> {last.reason}
        </p>
      )}
      {last?.kind === 'reopened' && (
        <p class="govuk-body">{t.reopenedOn(formatDay(lang, last.at, zone), last.reason ?? '')}</p>
      )}
      <ul class="govuk-list">
        {links.map(({ href, label }) => (
          <li>
            <a href={inLanguage(lang, href)}>{label}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
