import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { PublishedConsultation } from '../consultation-queries.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'
import type { NoticeParts } from './notice-parts-view.ts'
import { noticeUrls } from './urls.ts'

type HeadProps = {
  lang: Lang
  institution: InstitutionSummary
  notice: NoticeParts
  consultation: PublishedConsultation
}

/** Who leads, the stage in words with the one before or after it, and the way to the whole notice. */
export const NoticeHead = ({ lang, institution, notice, consultation }: HeadProps) => {
  const t = textsIn(lang).notices
  const { stages, coLeaders } = notice
  const preliminary = consultation.stage === 'preliminary'
  return (
    <>
      {coLeaders.length > 0 && (
        <p class="govuk-body">
          <strong>{t.notice.leads}:</strong>{' '}
          <a href={inLanguage(lang, `/i/${institution.slug}/`)}>{institution.name}</a>
          {coLeaders.map(({ name, partnerSlug }) => (
            <>
              {', '}
              {partnerSlug ? <a href={inLanguage(lang, `/i/${partnerSlug}/`)}>{name}</a> : name}
            </>
          ))}
        </p>
      )}
      {(preliminary || stages.length > 0) && (
        <p class="govuk-body">
          <strong>{t.stage.names[consultation.stage]}.</strong> {preliminary && t.stage.lead}
        </p>
      )}
      {stages.map((one) => (
        <p class="govuk-body">
          <a
            href={inLanguage(lang, consultationUrls.one(one.slug ?? ''))}
            lang={one.lang === lang ? undefined : one.lang}
          >
            {(one.side === 'grew-out-of' ? t.stage.grewOutOf : t.stage.grewInto)(one.title, one.number ?? '')}
          </a>
        </p>
      ))}
      {!consultation.history && (
        <p class="govuk-body">
          <a href={inLanguage(lang, noticeUrls.page(consultation.slug))}>{t.notice.link}</a>
        </p>
      )}
    </>
  )
}

/** Why, to what end, and what the public is asked before there is a draft. */
export const NoticeSaid = ({ lang, notice: { said } }: { lang: Lang; notice: NoticeParts }) => {
  const t = textsIn(lang).notices
  const parts = [
    { title: t.notice.reasons, words: said.reasons },
    { title: t.notice.effect, words: said.effect },
    { title: t.stage.questions, words: said.questions },
  ]
  return (
    <>
      {parts.flatMap(({ title, words }) =>
        words === ''
          ? []
          : [
              <>
                <h3 class="govuk-heading-m">{title}</h3>
                {words.split(/\n+/).map((line) => (
                  <p class="govuk-body">{line}</p>
                ))}
              </>,
            ],
      )}
    </>
  )
}
