import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { textsOf } from '../../account/account-texts.ts'
import { textsIn } from './people-texts.ts'
import { peopleUrls } from './people-urls.ts'
import { securityCells, securityColumns } from './security-part.ts'
import type { SecurityQuestion, SecurityView } from './security-view.ts'

type Props = { page: PageContext; view: SecurityView }

/** Sign-ins, refusals, lock-outs, and who gave whom which right. */
export const SecurityPage = ({ page, view }: Props) => {
  const { lang } = page
  const t = textsIn(lang).security
  const list = inLanguage(lang, peopleUrls.security())
  return (
    <Layout page={page} title={t.title} office robots="noindex">
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p>{t.lead}</p>
      <Filter page={page} view={view} />
      {view.events.length === 0 ? (
        <EmptyState>{t.none}</EmptyState>
      ) : (
        <DataTable
          caption={t.title}
          captionHidden
          head={securityColumns(lang).map((label) => ({ label }))}
          rows={view.events.map((event) => securityCells(lang, event))}
        />
      )}
      <Paging
        label={t.paging}
        older={view.older ? { href: `${list}?${addressOf(view.question, view.older)}`, label: t.older } : null}
        newer={view.question.before ? { href: `${list}?${addressOf(view.question, '')}`, label: t.newest } : null}
      />
      <p>
        <a href={`${inLanguage(lang, peopleUrls.securityFile())}?${addressOf(view.question, '')}`} download>
          {t.file}
        </a>
      </p>
    </Layout>
  )
}

const Filter = ({ page: { lang }, view: { question } }: Props) => {
  const t = textsIn(lang).security
  const list = inLanguage(lang, peopleUrls.security())
  const narrowed = question.words || question.kind || question.day
  return (
    <FilterForm
      action={list}
      legend={t.filter}
      submit={t.find}
      {...(narrowed ? { clear: { href: list, label: t.clear } } : {})}
    >
      <TextField name="q" label={t.person} value={question.words} type="search" />
      <SelectField
        name="ngjarja"
        label={t.kind}
        value={question.kind ?? ''}
        options={[
          { value: '', label: t.anyKind },
          ...Object.entries(textsOf(lang).events).map(([value, label]) => ({ value, label })),
        ]}
      />
      <TextField name="dita" label={t.day} hint={t.dayHint} value={question.day} width="10" />
    </FilterForm>
  )
}

function addressOf({ words, kind, day }: SecurityQuestion, before: string): string {
  const address = new URLSearchParams()
  if (words) address.set('q', words)
  if (kind) address.set('ngjarja', kind)
  if (day) address.set('dita', day)
  if (before) address.set('para', before)
  return address.toString()
}
