import type { FieldErrors } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { TextField } from '#ui/text-field.tsx'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import type { SavedView } from './saved-view-queries.ts'
import { SaveView } from './save-view-part.tsx'

type Props = {
  page: PageContext
  views: readonly SavedView[]
  accountId: string
  mayChange: boolean
  status?: string | null
  errors?: FieldErrors
  /** A view that could not be kept yet, to be mended here. */
  unsaved?: { query: string; form: string; typed: { name: string; shared: boolean } } | null
}

/** The saved views of an official, and those that colleagues share. */
export const SavedViewsPage = ({ page, views, accountId, mayChange, status, errors = {}, unsaved = null }: Props) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.deskViews
  const list = inLanguage(lang, officeUrls.comments())
  const failed = Object.keys(errors).length > 0
  return (
    <Layout
      page={page}
      title={t.manage}
      office
      status={status ?? null}
      error={failed}
      back={{ href: `${list}?pamja=te-gjitha`, label: texts.office.commentsTitle }}
    >
      <ErrorSummary title={texts.office.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.manage}</h1>
      <p class="govuk-body">{t.lead}</p>
      {unsaved && <SaveView page={page} {...unsaved} {...(errors.emri ? { error: errors.emri } : {})} />}
      {views.length === 0 && <EmptyState>{t.none}</EmptyState>}
      {views.map((view) => (
        <section>
          <h2 class="govuk-heading-m">
            <a href={`${list}?${[view.query, `pamja=${view.id}`].filter(Boolean).join('&')}`}>{view.name}</a>
          </h2>
          <p class="govuk-body kv-quiet">
            {view.shared ? t.sharedBy(view.owner) : t.own}
            {view.isDefault && `; ${t.isDefault}`}
          </p>
          {mayChange && <Deeds page={page} view={view} own={view.accountId === accountId} />}
        </section>
      ))}
    </Layout>
  )
}

const Deeds = ({ page: { lang }, view, own }: { page: PageContext; view: SavedView; own: boolean }) => {
  const t = textsIn(lang).deskViews
  const action = inLanguage(lang, officeUrls.commentView(view.id))
  const deed = (name: string, label: string) => (
    <form method="post" action={action} data-submit-once>
      <input type="hidden" name="veprimi" value={name} />
      <Button kind="secondary">{label}</Button>
    </form>
  )
  return (
    <>
      {view.isDefault ? deed('pa-parazgjedhje', t.notDefault) : deed('parazgjedhje', t.default)}
      {own && (
        <Details summary={t.rename}>
          <form method="post" action={action} novalidate data-submit-once>
            <input type="hidden" name="veprimi" value="ndryshimi" />
            <TextField name={`emri-${view.id}`} label={t.name} value={view.name} maxLength={60} />
            <CheckboxField
              id={`ndare-${view.id}`}
              name={`ndare-${view.id}`}
              label={t.shared}
              checked={view.shared}
              small
            />
            <Button kind="secondary">{t.change}</Button>
          </form>
          {deed('fshirja', t.delete)}
        </Details>
      )}
    </>
  )
}
