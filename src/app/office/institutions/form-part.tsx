import type { Child } from 'hono/jsx'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { DateField } from '#ui/date-field.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import type { LinkText } from '#ui/link-text.ts'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { textsIn } from './texts.ts'

/** What was typed so far, and what is to be mended. */
export type Filled = { page: PageContext; typed: Typed; errors: FieldErrors }

type In = { form: Filled; name: string }

const wordsOf = ({ form, name }: In) => {
  const words = textsIn(form.page.lang).fields[name]
  if (!words) throw new Error(`no words for the field ${name}`)
  return { name, ...words, error: form.errors[name] }
}

type TextProps = In & { type?: 'text' | 'email' | 'url' | 'tel'; lang?: string; width?: '10' | '5' | 'half' }

export const TextIn = ({ form, name, ...rest }: TextProps) => (
  <TextField {...wordsOf({ form, name })} value={form.typed[name]} {...rest} />
)

export const AreaIn = ({ form, name, rows = 3 }: In & { rows?: number }) => (
  <TextAreaField {...wordsOf({ form, name })} value={form.typed[name]} rows={rows} />
)

type Options = readonly { value: string; label: string }[]

export const SelectIn = ({ form, name, options }: In & { options: Options }) => (
  <SelectField {...wordsOf({ form, name })} value={form.typed[name]} options={options} />
)

export const CheckIn = ({ form, name }: In) => (
  <CheckboxField {...wordsOf({ form, name })} checked={form.typed[name] === 'po'} />
)

export const DateIn = ({ form, name }: In) => {
  const { label, ...words } = wordsOf({ form, name })
  const t = textsIn(form.page.lang)
  const value = {
    day: form.typed[`${name}-day`] ?? '',
    month: form.typed[`${name}-month`] ?? '',
    year: form.typed[`${name}-year`] ?? '',
  }
  const labels = { dayLabel: t.day, monthLabel: t.month, yearLabel: t.year }
  return <DateField {...words} legend={label} value={value} {...labels} />
}

export const Hidden = ({ form, name }: In) => <input type="hidden" name={name} value={form.typed[name]} />

type FrameProps = {
  form: Filled
  title: string
  lead?: string
  back: LinkText
  action: string
  submit: string
  status?: string | null
  files?: boolean
  children?: Child
  after?: Child
}

/** A page of the office that is one form. */
export const FormFrame = ({ form, title, lead, back, action, submit, status, files, children, after }: FrameProps) => (
  <Layout
    page={form.page}
    title={title}
    office
    back={back}
    status={status}
    robots="noindex"
    error={Object.keys(form.errors).length > 0}
  >
    <ErrorSummary title={textsIn(form.page.lang).errorTitle} errors={form.errors} />
    <h1 class="govuk-heading-l">{title}</h1>
    {lead && <p>{lead}</p>}
    <form method="post" action={action} novalidate data-submit-once enctype={files ? 'multipart/form-data' : undefined}>
      {children}
      <Button kind="primary">{submit}</Button>
    </form>
    {after}
  </Layout>
)
