import type { FieldErrors } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDateRange } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { AbsenceForm, type AbsenceTyped } from '../office/people/absence-part.tsx'
import { textsIn } from '../office/people/people-texts.ts'
import { accountUrls } from './account-urls.ts'
import type { OwnAbsenceView } from './own-absence-view.ts'
import { peopleTextsOf } from './people-texts.ts'

type Props = {
  page: PageContext
  view: OwnAbsenceView
  typed: AbsenceTyped
  errors?: FieldErrors
  status?: string | null
}

/** Who stands in while I am away, and for whom I stand in. */
export const OwnAbsencePage = ({ page, view, typed, errors = {}, status = null }: Props) => {
  const { lang } = page
  const t = textsIn(lang)
  const { institution, institutions, colleagues } = view
  return (
    <Layout
      page={page}
      title={t.absence.ownTitle}
      status={status}
      error={Object.keys(errors).length > 0}
      robots="noindex"
      back={{ href: inLanguage(lang, accountUrls.account), label: peopleTextsOf(lang).accesses.back }}
    >
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1>{t.absence.ownTitle}</h1>
      <p>{t.absence.lead}</p>
      {institution === null ? (
        <p>{t.absence.noRoles}</p>
      ) : (
        <AbsenceForm
          lang={lang}
          action={accountUrls.absence()}
          {...{ institution, institutions, colleagues, typed, errors }}
        />
      )}
      <h2>{t.absence.now}</h2>
      <Entered page={page} view={view} />
    </Layout>
  )
}

const Entered = ({ page: { lang }, view }: Pick<Props, 'page' | 'view'>) => {
  const t = textsIn(lang).person
  if (view.substitutions.length === 0) return <p>{t.noAbsences}</p>
  return (
    <ul class="govuk-list">
      {view.substitutions.map((one) => (
        <li>
          {t.absence(one.absent, one.substitute)}, {formatDateRange(lang, one.startsOn, one.endsOn)}
          {one.isOpen && one.isOwn && (
            <form method="post" action={inLanguage(lang, accountUrls.endAbsence(one.id))}>
              <Button kind="secondary">
                {t.stop}
                <span class="govuk-visually-hidden"> {t.absence(one.absent, one.substitute)}</span>
              </Button>
            </form>
          )}
        </li>
      ))}
    </ul>
  )
}
