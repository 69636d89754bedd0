import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { OfficeLink } from '#ui/office-link.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { councilUrls } from '../urls.ts'
import { MomentField } from './moment-part.tsx'
import type { OfferView } from './offer-view.ts'
import { textsIn } from './texts.ts'
import { invitationOfficeUrls as urls } from './urls.ts'

type Props = { page: PageContext; view: OfferView; typed: Typed; errors?: FieldErrors; status?: string | null }

const KINDS = ['none', 'attend', 'attend-and-speak'] as const

/** Whether, until when and how many people may register for a meeting. */
export const OfferPage = ({ page, view, typed, errors = {}, status = null }: Props) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.offer
  const { meeting, offer, counts } = view
  return (
    <Layout
      page={page}
      title={`${t.title}: ${view.name}`}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, urls.list(meeting.id)), label: texts.list.title }}
    >
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{view.name}</span>
        {t.title}
      </h1>
      <p class="govuk-body">{t.lead}</p>
      {meeting.closed && <p class="govuk-inset-text">{t.closedMeeting}</p>}
      {offer && (
        <p class="govuk-body">
          {t.kinds[offer.kind]}. {offer.closesAt && t.until(formatMoment(lang, offer.closesAt, meeting.zone))}{' '}
          {t.counts(counts.confirmed, counts.waiting)}
        </p>
      )}
      {view.mayReadNames && (
        <>
          <OfficeLink lang={lang} href={urls.registrations(meeting.id)} label={t.list} />
          <OfficeLink lang={lang} href={urls.door(meeting.id)} label={t.door} />
        </>
      )}
      {offer && <OfficeLink lang={lang} href={councilUrls.register(meeting.slug)} label={t.form} />}
      {view.mayWrite && <OfferForm lang={lang} view={view} typed={typed} errors={errors} />}
    </Layout>
  )
}

type FormProps = Pick<Props, 'view' | 'typed'> & { lang: Lang; errors: FieldErrors }

const OfferForm = ({ lang, view: { meeting }, typed, errors }: FormProps) => {
  const t = textsIn(lang).offer
  return (
    <form method="post" action={inLanguage(lang, urls.offer(meeting.id))} novalidate data-submit-once>
      <RadioField
        name="lloji"
        legend={t.kind}
        legendSize="m"
        value={typed.lloji ?? 'none'}
        options={KINDS.map((value) => ({ value, label: t.kinds[value] }))}
      />
      <MomentField lang={lang} name="deri" legend={t.closes} hint={t.closesHint} error={errors.deri} typed={typed} />
      <TextField
        name="vende"
        label={t.capacity}
        hint={t.capacityHint}
        value={typed.vende}
        error={errors.vende}
        width="5"
        inputmode="numeric"
      />
      <Button preventDoubleClick>{t.save}</Button>
    </form>
  )
}
