import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatDay } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { wordsOf as wordsOfCountry } from '#platform/institutions/institution-rules.ts'
import { Details } from '#ui/details.tsx'
import { LedgerLine } from '#ui/ledger-line.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { basisOf } from './closing/closing-rules.ts'
import type { ConsultationView, Named } from './consultation-view.ts'
import { textsIn } from './texts.ts'
import { consultationUrls } from './urls.ts'

type Props = { page: PageContext; view: ConsultationView }

export const otherLang = (shown: string, page: string): string | undefined => (shown === page ? undefined : shown)

/** What it is about, and where: each a link to all others of the kind. */
function aboutRows({ topics, places }: ConsultationView, lang: Lang) {
  const t = textsIn(lang).page
  const list = inLanguage(lang, consultationUrls.list())
  const links = (name: string, all: readonly Named[]) =>
    all.map((one, n) => (
      <>
        {n > 0 && ', '}
        <a href={`${list}?${name}=${one.id}`}>{one.name}</a>
      </>
    ))
  return [
    ...(topics.length > 0 ? [{ key: t.topics, value: links('fusha', topics) }] : []),
    ...(places.length > 0 ? [{ key: t.places, value: links('vendi', places) }] : []),
  ]
}

/** Whose it is, on what basis, when, and every change since it was published. */
export const Facts = ({ page: { lang }, view }: Props) => {
  const texts = textsIn(lang)
  const t = texts.page
  const { consultation, institution, events } = view
  const words = wordsOfCountry(institution.jurisdiction, lang)
  const day = (date: string | null) => (date ? formatDate(lang, date) : texts.unknownDate)
  return (
    <section aria-labelledby="te-dhenat">
      <h2 class="govuk-heading-l" id="te-dhenat">
        {t.facts}
      </h2>
      <SummaryList
        rows={[
          { key: t.institution, value: <a href={inLanguage(lang, `/i/${institution.slug}/`)}>{institution.name}</a> },
          { key: t.kind, value: texts.actKinds[consultation.actKind] },
          { key: t.basis, value: <span lang={otherLang(consultation.lang, lang)}>{consultation.legalBasis}</span> },
          { key: texts.closing.basisChoice, value: texts.closing.bases[basisOf(consultation)] },
          { key: t.opened, value: day(consultation.opensOn) },
          { key: t.closes, value: day(consultation.closesOn) },
          {
            key: capital(words.consultationContact),
            value: <a href={`mailto:${consultation.contactEmail}`}>{consultation.contactEmail}</a>,
          },
          ...aboutRows(view, lang),
          ...officialPosting(view, lang),
        ]}
      />
      {events.length > 1 && (
        <Details summary={t.changes}>
          <ul class="govuk-list govuk-list--bullet">
            {events.map((event) => (
              <li>
                {formatDay(lang, event.at, consultation.zone)}: {t.changeKinds[event.kind]}
                {movedWords(lang, event)}
                {event.reason && <>. {event.reason}</>}
              </li>
            ))}
          </ul>
        </Details>
      )}
      <p class="govuk-body-s">
        <a href={consultationUrls.data(consultation.slug)}>{t.data}</a>
      </p>
      <LedgerLine lang={lang} entries={view.entries} />
    </section>
  )
}

/** Of a closing day that was put off: by which decision, from when to when. */
function movedWords(lang: Lang, event: ConsultationView['events'][number]): string {
  const { fromDay, toDay, decision, decidedOn } = event
  if (!fromDay || !toDay) return ''
  const t = textsIn(lang).closing.events
  const [from, to] = [formatDate(lang, fromDay), formatDate(lang, toDay)]
  const words = decision && decidedOn ? t.extended(formatDate(lang, decidedOn), decision, from, to) : t.moved(from, to)
  return `, ${words}`
}

function officialPosting({ consultation, institution }: ConsultationView, lang: PageContext['lang']) {
  const t = textsIn(lang).page
  const { officialPostingUrl, officialPostedOn } = consultation
  if (!officialPostingUrl && !officialPostedOn) return []
  const register = wordsOfCountry(institution.jurisdiction, lang).consultationRegister
  const where = officialPostingUrl ? <a href={officialPostingUrl}>{register}</a> : register
  const when = officialPostedOn ? <>, {t.officialPostedOn(formatDate(lang, officialPostedOn))}</> : null
  return [
    {
      key: t.officialPosting,
      value: (
        <>
          {where}
          {when}
        </>
      ),
    },
  ]
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
