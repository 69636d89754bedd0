import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FileField } from '#ui/file-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { dateLabels, dateOf } from '../drafting/draft-window-part.tsx'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import type { NoticeOfficeView } from './notice-office-view.ts'
import type { Posting } from './notice-queries.ts'
import { noticeUrls } from './urls.ts'

type Props = { page: PageContext; view: NoticeOfficeView; typed: Typed; errors: FieldErrors }

/** Where the notice hung, since when and until when, with its photograph. */
export const Postings = ({ page, view, typed, errors }: Props) => {
  const { lang } = page
  const t = textsIn(lang).notices.office
  return (
    <section aria-labelledby="afishimet">
      <h2 class="govuk-heading-m" id="afishimet">
        {t.postings}
      </h2>
      {view.postings.length === 0 && <EmptyState>{t.noPostings}</EmptyState>}
      <ul class="govuk-list">
        {view.postings.map((posting) => (
          <li class="kv-row">
            <One page={page} view={view} posting={posting} />
          </li>
        ))}
      </ul>
      {view.open && <AddPosting page={page} view={view} typed={typed} errors={errors} />}
    </section>
  )
}

const One = ({ page: { lang }, view, posting }: Pick<Props, 'page' | 'view'> & { posting: Posting }) => {
  const t = textsIn(lang).notices
  const { id } = view.draft.consultation
  const { place, postedOn, takenDownOn, documentId } = posting
  const [from, to] = [formatDate(lang, postedOn), takenDownOn ? formatDate(lang, takenDownOn) : null]
  const named = <span class="govuk-visually-hidden"> {t.office.postingNamed(place)}</span>
  return (
    <>
      <span>
        {to ? t.notice.postedUntil(place, from, to) : t.notice.posted(place, from)}
        {documentId && (
          <>
            {'. '}
            <a href={inLanguage(lang, officeUrls.document(id, documentId))}>
              {t.notice.photograph}
              <span class="govuk-visually-hidden"> {t.notice.photographOf(place)}</span>
            </a>
          </>
        )}
      </span>
      {view.open && (
        <>
          {!takenDownOn && (
            <form method="post" action={inLanguage(lang, noticeUrls.takenDown(id, posting.id))} data-submit-once>
              {['day', 'month', 'year'].map((part, n) => (
                <input
                  type="hidden"
                  name={`ulur-${part}`}
                  value={view.today.split('-').toReversed()[n]?.replace(/^0/, '')}
                />
              ))}
              <Button kind="secondary">
                {t.office.takeDown}
                {named}
              </Button>
            </form>
          )}
          <form method="post" action={inLanguage(lang, noticeUrls.removePosting(id, posting.id))} data-submit-once>
            <Button kind="secondary">
              {t.office.removePosting}
              {named}
            </Button>
          </form>
        </>
      )}
    </>
  )
}

const AddPosting = ({ page: { lang }, view, typed, errors }: Props) => {
  const t = textsIn(lang).notices.office
  const labels = dateLabels(lang)
  const open = ['vendi', 'afishuar', 'ulur', 'fotografia'].some((field) => field in errors)
  return (
    <Details summary={t.addPosting} open={open}>
      <form
        method="post"
        action={inLanguage(lang, noticeUrls.postings(view.draft.consultation.id))}
        enctype="multipart/form-data"
        novalidate
        data-submit-once
      >
        <input type="hidden" name="dergesa" value={typed.dergesa} />
        <TextField name="vendi" label={t.place} hint={t.placeHint} value={typed.vendi} error={errors.vendi} />
        <DateField
          name="afishuar"
          legend={t.postedOn}
          value={dateOf(typed, 'afishuar')}
          error={errors.afishuar}
          {...labels}
        />
        <DateField name="ulur" legend={t.takenDownOn} value={dateOf(typed, 'ulur')} error={errors.ulur} {...labels} />
        <FileField name="fotografia" label={t.photograph} hint={t.photographHint} error={errors.fotografia} />
        <Button kind="secondary">{t.addPosting}</Button>
      </form>
    </Details>
  )
}
