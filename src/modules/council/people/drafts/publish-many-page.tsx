import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Layout } from '#ui/layout.tsx'
import type { DraftsView } from './publish-many-view.ts'
import { textsIn } from '../texts.ts'
import { peopleOfficeUrls as urls } from '../urls.ts'

type Props = DraftsView & { page: PageContext; error: string | null }

/** All profiles that are drafts, each with a box: those with a mandate are chosen already. */
export const PublishManyPage = ({ page, drafts, names, error }: Props) => {
  const { lang } = page
  const t = textsIn(lang).many
  return (
    <Layout
      page={page}
      title={t.title}
      office
      error={error !== null}
      back={{ href: inLanguage(lang, urls.list()), label: textsIn(lang).list.title }}
    >
      <h1 class="govuk-heading-l">{t.title}</h1>
      {error && <p class="govuk-error-message">{error}</p>}
      {drafts.length === 0 ? (
        <EmptyState>{t.none}</EmptyState>
      ) : (
        <form method="post" action={inLanguage(lang, urls.publishMany())} novalidate data-submit-once>
          <p class="govuk-body">{t.lead}</p>
          <fieldset class="govuk-fieldset">
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{t.whom}</legend>
            {drafts.map((one) => (
              <CheckboxField
                name="anetaret"
                id={`anetari-${one.personId}`}
                value={one.personId}
                label={one.name}
                hint={[names.get(one.institutionId) ?? '', one.hasMandate ? '' : t.noMandate]
                  .filter(Boolean)
                  .join('. ')}
                checked={one.hasMandate}
                small
              />
            ))}
          </fieldset>
          <Button preventDoubleClick>{t.submit}</Button>
        </form>
      )}
    </Layout>
  )
}
