import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FileField } from '#ui/file-field.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { Day, type AnnouncingPart } from './announce-part.tsx'
import type { Notification, Posting } from './announcing-queries.ts'
import { CHANNELS } from './announcing-rules.ts'
import { announcingTexts } from './texts.ts'
import { announcingUrls as urls } from './urls.ts'

/** To whom an individual act was notified, and when. */
export const Notifications = (part: AnnouncingPart) => {
  const { lang, view } = part
  const t = announcingTexts(lang).notifications
  const { act, notifications, mayWrite } = view
  if (act.nature !== 'individual' || act.state === 'draft') return null
  return (
    <section aria-labelledby="njoftimet">
      <h3 class="govuk-heading-s" id="njoftimet">
        {t.title}
      </h3>
      <p class="govuk-body">{t.lead[act.jurisdiction]}</p>
      {notifications.length === 0 ? (
        <EmptyState>{t.none}</EmptyState>
      ) : (
        <DataTable
          caption={t.title}
          captionHidden
          head={[
            { label: t.head.on, tight: true },
            { label: t.head.channel },
            { label: t.head.addressee },
            { label: t.head.protocol },
          ]}
          rows={notifications.map((one) => notificationRow(lang, one))}
        />
      )}
      {mayWrite && (act.state === 'numbered' || act.state === 'announced') && <AddNotification {...part} />}
    </section>
  )
}

const AddNotification = (part: AnnouncingPart) => {
  const { lang, view, typed, errors } = part
  const t = announcingTexts(lang).notifications
  const { act } = view
  const open = ['njoftuar', 'menyra', 'marresi', 'protokolli'].some((name) => name in errors)
  return (
    <Details summary={t.add} open={open}>
      <form method="post" action={inLanguage(lang, urls.notifications(act.id))} novalidate data-submit-once>
        <input type="hidden" name="dergesa" value={typed.dergesa} />
        <Day {...part} name="njoftuar" legend={t.on} />
        <RadioField
          name="menyra"
          legend={t.channel}
          value={typed.menyra}
          error={errors.menyra}
          small
          options={CHANNELS.map((value) => ({ value, label: t.channels[value] }))}
        />
        <TextField
          name="marresi"
          label={t.addressee}
          hint={t.addresseeHint}
          value={typed.marresi}
          error={errors.marresi}
        />
        <TextField name="protokolli" label={t.protocol} value={typed.protokolli} error={errors.protokolli} width="10" />
        <Button kind="secondary">{t.button}</Button>
      </form>
    </Details>
  )
}

function notificationRow(lang: Lang, one: Notification & { hidden: boolean }) {
  const t = announcingTexts(lang).notifications
  const forget = one.forgetOn === null ? null : t.forgetOn(formatDate(lang, one.forgetOn))
  const who = one.hidden ? t.hidden : (one.addressee ?? (one.forgetOn === null ? '–' : t.forgotten))
  return [
    formatDate(lang, one.notifiedOn),
    t.channels[one.channel],
    <>
      {who}
      {one.addressee !== null && forget && <span class="kv-quiet"> ({forget})</span>}
    </>,
    one.hidden ? t.hidden : (one.protocol ?? '–'),
  ]
}

/** Proof that it was posted up. */
export const Postings = (part: AnnouncingPart) => {
  const { lang, view, typed, errors } = part
  const t = announcingTexts(lang).postings
  const { act, postings, mayWrite } = view
  const open = ['vendi-afishimit', 'afishuar', 'fotografia'].some((name) => name in errors)
  return (
    <section aria-labelledby="afishimet">
      <h3 class="govuk-heading-s" id="afishimet">
        {t.title}
      </h3>
      {postings.length === 0 ? (
        <EmptyState>{t.none}</EmptyState>
      ) : (
        <DataTable
          caption={t.title}
          captionHidden
          head={[
            { label: t.head.place },
            { label: t.head.on, tight: true },
            { label: t.head.off },
            { label: t.head.photograph },
          ]}
          rows={postings.map((one) => postingRow(part, one))}
        />
      )}
      {mayWrite && (act.state === 'numbered' || act.state === 'announced') && (
        <Details summary={t.add} open={open}>
          <form
            method="post"
            action={inLanguage(lang, urls.postings(act.id))}
            enctype="multipart/form-data"
            novalidate
            data-submit-once
          >
            <input type="hidden" name="dergesa" value={typed.dergesa} />
            <TextField
              name="vendi-afishimit"
              label={t.place}
              value={typed['vendi-afishimit']}
              error={errors['vendi-afishimit']}
            />
            <Day {...part} name="afishuar" legend={t.on} />
            <FileField name="fotografia" label={t.photograph} hint={t.photographHint} error={errors.fotografia} />
            <Button kind="secondary">{t.button}</Button>
          </form>
        </Details>
      )}
    </section>
  )
}

function postingRow(part: AnnouncingPart, one: Posting) {
  const { lang, view } = part
  const t = announcingTexts(lang).postings
  return [
    one.place,
    formatDate(lang, one.postedOn),
    one.takenOffOn === null ? (
      view.mayWrite ? (
        <TakeOff {...part} posting={one} />
      ) : (
        '–'
      )
    ) : (
      formatDate(lang, one.takenOffOn)
    ),
    one.documentId === null ? (
      '–'
    ) : (
      <a href={inLanguage(lang, `/dokumente/${one.documentId}`)}>
        {t.see}
        <span class="govuk-visually-hidden"> {one.place}</span>
      </a>
    ),
  ]
}

/** The fields of one row carry its id, so that several stand on one page; one that is wrong comes back open. */
const TakeOff = ({ lang, view, typed, errors, posting }: AnnouncingPart & { posting: Posting }) => {
  const t = announcingTexts(lang)
  const wrong = 'hequr' in errors && (view.postings.length === 1 || typed['hequr-id'] === posting.id)
  return (
    <Details summary={t.postings.off} open={wrong}>
      <form method="post" action={inLanguage(lang, urls.takeOff(view.act.id, posting.id))} novalidate data-submit-once>
        <input type="hidden" name="hequr-id" value={posting.id} />
        <fieldset class="govuk-fieldset">
          <legend class="govuk-fieldset__legend">{t.postings.offDay}</legend>
          {wrong && (
            <p class="govuk-error-message" id="hequr">
              {errors.hequr}
            </p>
          )}
          <div class="govuk-date-input">
            <Part posting={posting.id} part="day" label={t.day.day} value={wrong ? typed['hequr-day'] : ''} />
            <Part posting={posting.id} part="month" label={t.day.month} value={wrong ? typed['hequr-month'] : ''} />
            <Part posting={posting.id} part="year" label={t.day.year} value={wrong ? typed['hequr-year'] : ''} />
          </div>
        </fieldset>
        <Button kind="secondary">{t.postings.offButton}</Button>
      </form>
    </Details>
  )
}

type PartProps = { posting: string; part: 'day' | 'month' | 'year'; label: string; value: string | undefined }

const Part = ({ posting, part, label, value }: PartProps) => {
  const id = `hequr-${part}-${posting}`
  return (
    <div class="govuk-date-input__item">
      <label class="govuk-label govuk-date-input__label" for={id}>
        {label}
      </label>
      <input
        class={`govuk-input govuk-date-input__input govuk-input--width-${part === 'year' ? 4 : 2}`}
        id={id}
        name={`hequr-${part}`}
        type="text"
        inputmode="numeric"
        value={value}
      />
    </div>
  )
}
