import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { textsIn as actTexts } from '../texts.ts'
import type { ActKind } from '../act-rules.ts'
import { ActBoxes, ChannelField } from './fields-part.tsx'
import type { TransmittalFormView } from './office-view.ts'
import { textsIn } from './texts.ts'
import type { WaitingAct } from './waiting-queries.ts'
import { reviewUrls as urls } from './urls.ts'

type Props = {
  page: PageContext
  /** Null: a new one. */
  id: string | null
  view: TransmittalFormView
  typed: Typed
  errors: FieldErrors
}

/** A letter that is being prepared: which acts go with it, to whom, and what else it says. */
export const TransmittalFormPage = ({ page, id, view, typed, errors }: Props) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.form
  const title = id === null ? t.create : t.change
  const back = id === null ? { href: urls.list(), label: texts.list.title } : { href: urls.one(id), label: texts.draft }
  return (
    <Layout
      page={page}
      title={title}
      office
      back={{ ...back, href: inLanguage(lang, back.href) }}
      error={Object.keys(errors).length > 0}
    >
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      {view.institution === null ? (
        <Choose lang={lang} view={view} error={errors.institucioni} />
      ) : (
        <Fields lang={lang} id={id} view={view} typed={typed} errors={errors} />
      )}
    </Layout>
  )
}

const Choose = ({ lang, view, error }: { lang: Lang; view: TransmittalFormView; error: string | undefined }) => {
  const t = textsIn(lang)
  return (
    <form method="get" action={inLanguage(lang, urls.create())}>
      <SelectField
        name="institucioni"
        label={t.facts.institution}
        error={error}
        options={view.institutions.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Button>{t.form.choose}</Button>
    </form>
  )
}

const Fields = ({ lang, id, view, typed, errors }: Omit<Props, 'page'> & { lang: Lang }) => {
  const texts = textsIn(lang)
  const t = texts.form
  if (view.waiting.length === 0) return <EmptyState>{t.none}</EmptyState>
  const part = { lang, typed, errors }
  return (
    <form
      method="post"
      action={inLanguage(lang, id === null ? urls.create() : urls.change(id))}
      novalidate
      data-submit-once
    >
      <input type="hidden" name="dergesa" value={typed.dergesa ?? ''} />
      <input type="hidden" name="versioni" value={typed.versioni ?? ''} />
      <input type="hidden" name="institucioni" value={view.institution?.id ?? ''} />
      <h2 class="govuk-heading-m">{t.acts}</h2>
      <p class="govuk-body">{t.actsLead}</p>
      <ActBoxes
        typed={typed}
        errors={errors}
        acts={view.waiting.map((act) => ({ id: act.actId, label: nameOf(lang, act), hint: hintOf(lang, view, act) }))}
      />
      <TextField name="organi" label={t.authority} value={typed.organi} error={errors.organi} />
      <TextField name="adresa" label={t.address} hint={t.addressHint} value={typed.adresa} error={errors.adresa} />
      <ChannelField {...part} />
      <TextField
        name="protokolli"
        label={t.protocol}
        hint={t.protocolHint}
        value={typed.protokolli}
        error={errors.protokolli}
        width="10"
      />
      <TextAreaField
        name="fjalet"
        label={t.words}
        hint={t.wordsHint}
        value={typed.fjalet}
        error={errors.fjalet}
        rows={4}
      />
      <Button preventDoubleClick>{t.save}</Button>
    </form>
  )
}

const nameOf = (lang: Lang, act: Pick<WaitingAct, 'kind' | 'number' | 'title'>): string =>
  `${actTexts(lang).kinds[act.kind as ActKind]} ${act.number ?? ''}: ${act.title}`

/** Until when it is to be sent, and what else is to be known before it is chosen. */
function hintOf(lang: Lang, { today }: TransmittalFormView, act: WaitingAct): string {
  const texts = textsIn(lang)
  const t = texts.form
  const day = (on: string) => formatDate(lang, on)
  return [
    act.adoptedOn === null ? '' : t.adopted(day(act.adoptedOn)),
    act.reExaminedOn !== null && act.round === 2 ? t.again(day(act.reExaminedOn)) : '',
    act.depositBy === null ? '' : (act.depositBy < today ? t.late : t.depositBy)(day(act.depositBy)),
    act.state === 'numbered' ? t.notAnnounced : '',
    act.nature !== 'normative' && act.depositBy === null && act.round === 1 ? t.byChoice : '',
    act.restricted ? texts.restricted : '',
  ]
    .filter(Boolean)
    .map((words) => (/[.]$/.test(words) ? words : `${words}.`))
    .join(' ')
}
