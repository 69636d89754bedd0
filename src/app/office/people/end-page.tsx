import type { Colleague } from '#platform/auth/substitution-queries.ts'
import type { FieldErrors } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { WarningText } from '#ui/warning-text.tsx'
import { DeedLayout } from './deed-pages-part.tsx'
import { textsIn } from './people-texts.ts'
import { peopleUrls } from './people-urls.ts'
import type { OpenWork } from './person-view.ts'

type Props = {
  page: PageContext
  person: { id: string; name: string }
  work: OpenWork
  colleagues: readonly Colleague[]
  successor: string
  errors?: FieldErrors
}

/** The last page of somebody's work here: what is open, and who takes it over. */
export const EndPage = ({ page, person, work, colleagues, successor, errors = {} }: Props) => {
  const { lang } = page
  const t = textsIn(lang)
  return (
    <DeedLayout page={page} person={person} title={t.end.title} errors={errors}>
      <WarningText assistive={t.warning}>{t.end.lead(person.name)}</WarningText>
      <h2 class="govuk-heading-m">{t.end.work}</h2>
      {work.length === 0 ? (
        <p>{t.end.noWork}</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {work.map(({ href, title }) => (
            <li>
              <a href={inLanguage(lang, href)}>{title}</a>
            </li>
          ))}
        </ul>
      )}
      <form method="post" action={inLanguage(lang, peopleUrls.end(person.id))} novalidate data-submit-once>
        {work.length > 0 && (
          <SelectField
            name="pasuesi"
            label={t.end.successor}
            value={successor}
            error={errors.pasuesi}
            options={[
              { value: '', label: t.end.choose },
              ...colleagues.map(({ id, name, post }) => ({ value: id, label: post ? `${name}, ${post}` : name })),
            ]}
          />
        )}
        <Button kind="warning">{t.end.submit}</Button>
      </form>
    </DeedLayout>
  )
}
