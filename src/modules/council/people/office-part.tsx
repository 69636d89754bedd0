import type { Child } from 'hono/jsx'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import type { Tone } from '#ui/shape.tsx'
import { SubNav } from '#ui/tabs-nav.tsx'
import { councilOfficeUrls } from '../urls.ts'
import { FormFields, type Choices } from './fields-part.tsx'
import type { Field } from './people-field-rules.ts'
import type { CouncillorState } from './people-rules.ts'
import { textsIn } from './texts.ts'
import { peopleOfficeUrls as urls } from './urls.ts'

export type Again = { typed: Typed; errors: FieldErrors }

type Tab = 'home' | 'meetings' | 'papers' | 'people' | 'terms' | 'partite' | 'sekretaria' | 'pagesat' | 'anetaresimet'

/** The rooms of the council in the office. */
export const CouncilNav = ({ lang, current }: { lang: Lang; current: Tab }) => {
  const t = textsIn(lang).nav
  const tab = (which: Tab, href: string, label: string) => ({
    href: inLanguage(lang, href),
    label,
    current: which === current,
  })
  return (
    <SubNav
      label={t.label}
      items={[
        tab('home', urls.home(), t.home),
        tab('meetings', councilOfficeUrls.meetings(), t.meetings),
        tab('papers', councilOfficeUrls.papers(), t.papers),
        tab('people', urls.list(), t.people),
        tab('terms', urls.terms(), t.terms),
        tab('partite', urls.register('partite'), t.partite),
        tab('sekretaria', urls.register('sekretaria'), t.sekretaria),
        tab('pagesat', urls.register('pagesat'), t.pagesat),
        tab('anetaresimet', urls.register('anetaresimet'), t.anetaresimet),
      ]}
    />
  )
}

export const stateTone = (state: CouncillorState): Tone =>
  state === 'published' ? 'done' : state === 'draft' ? 'plain' : 'stopped'

type FormPageProps = Again & {
  page: PageContext
  title: string
  lead?: string | undefined
  back: { href: string; label: string }
  action: string
  fields: readonly Field[]
  choices?: Choices | undefined
  submit: string
  /** Of something new: where it may be made. */
  institutions?: readonly InstitutionSummary[] | undefined
  /** It is public: the change says why. */
  reason?: boolean | undefined
  children?: Child
}

/** One form: something new, or a change of it. */
export const FormPage = ({ page, title, lead, back, action, typed, errors, ...props }: FormPageProps) => {
  const { lang } = page
  const t = textsIn(lang)
  const { institutions } = props
  return (
    <Layout
      page={page}
      title={title}
      office
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, back.href), label: back.label }}
    >
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      {lead && <p class="govuk-body">{lead}</p>}
      <form method="post" action={inLanguage(lang, action)} novalidate data-submit-once>
        <input type="hidden" name="dergesa" value={typed.dergesa} />
        <input type="hidden" name="versioni" value={typed.versioni} />
        {institutions && institutions.length === 1 && (
          <input type="hidden" name="institucioni" value={institutions[0]?.id} />
        )}
        {institutions && institutions.length !== 1 && (
          <SelectField
            name="institucioni"
            label={t.institution}
            value={typed.institucioni}
            error={errors.institucioni}
            options={[
              { value: '', label: t.form.choose },
              ...institutions.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
        <FormFields lang={lang} fields={props.fields} choices={props.choices} typed={typed} errors={errors} />
        {props.reason && <FormFields lang={lang} fields={[REASON]} typed={typed} errors={errors} />}
        <Button preventDoubleClick>{props.submit}</Button>
      </form>
      {props.children}
    </Layout>
  )
}

const REASON: Field = { name: 'arsyeja-ndryshimit', key: 'reason', kind: 'words', required: true }
