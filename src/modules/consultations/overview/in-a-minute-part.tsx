import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { LinkButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import type { PublishedConsultation } from '../consultation-queries.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'
import type { WayStep } from './overview-rules.ts'

type Props = {
  lang: Lang
  consultation: PublishedConsultation
  institution: { slug: string; name: string }
  /** How many questions it asks of everybody; 0: none. */
  questions: number
  way: readonly WayStep[]
}

/** Of an open consultation: what is asked of its reader, and the one button. The rest can be read later. */
export const InAMinute = ({ lang, consultation, institution, questions, way }: Props) => {
  const { overview: t, page, notices } = textsIn(lang)
  const form = inLanguage(lang, consultationUrls.commentForm(consultation.slug))
  const coming = way.filter(({ meeting, state }) => meeting !== undefined && state === 'next')
  return (
    <section aria-labelledby="cfare-kerkohet" class="kv-minute">
      <h2 class="govuk-heading-m" id="cfare-kerkohet">
        {t.asked}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>{consultation.stage === 'preliminary' ? t.askedPreliminary : t.askedWhole}</li>
        {questions > 0 && <li>{t.askedQuestions(questions)}</li>}
        {coming.map(({ from, meeting }) => (
          <li>
            {t.askedMeeting(formatDate(lang, from ?? ''), '')}{' '}
            <a href={inLanguage(lang, meeting?.href ?? '')}>{meeting?.title}</a>
          </li>
        ))}
      </ul>
      {consultation.closesOn && <p class="govuk-body">{t.until(formatDate(lang, consultation.closesOn))}</p>}
      <LinkButton href={form}>{consultation.stage === 'preliminary' ? t.comment : page.commentWhole}</LinkButton>
      <Details summary={t.how}>
        <ol class="govuk-list govuk-list--number">
          {(consultation.stage === 'preliminary' ? notices.stage.howTo : page.takePartOpen).map((step) => (
            <li>{step}</li>
          ))}
        </ol>
        <p class="govuk-body">
          {page.noEmail} <a href={inLanguage(lang, `/i/${institution.slug}/`)}>{institution.name}</a>
        </p>
      </Details>
    </section>
  )
}
