import type { Child } from 'hono/jsx'
import type { FieldErrors } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { textsIn } from './people-texts.ts'
import { peopleUrls } from './people-urls.ts'

type Props = {
  page: PageContext
  person: { id: string; name: string }
  title: string
  errors: FieldErrors
  children?: Child
}

/** The frame of a form about one person. */
export const DeedLayout = ({ page, person, title, errors, children }: Props) => (
  <Layout
    page={page}
    title={`${title}: ${person.name}`}
    office
    error={Object.keys(errors).length > 0}
    robots="noindex"
    back={{ href: inLanguage(page.lang, peopleUrls.person(person.id)), label: person.name }}
  >
    <ErrorSummary title={textsIn(page.lang).errorTitle} errors={errors} />
    <h1 class="govuk-heading-l">
      {title}: {person.name}
    </h1>
    {children}
  </Layout>
)
