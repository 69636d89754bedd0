import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { TreePicker } from '#ui/tree-picker.tsx'
import { SENDER_KINDS } from '../comments/comment-rules.ts'
import { dateLabels, dateOf } from '../drafting/draft-window-part.tsx'
import { textsIn } from '../texts.ts'
import { STAKEHOLDER_GROUNDS } from './notice-rules.ts'
import type { StakeholderFormView, StakeholderListView } from './stakeholder-view.ts'
import { noticeUrls } from './urls.ts'

type ListProps = { page: PageContext; view: StakeholderListView; status: string | null }

/** The register of whom an institution invites. */
export const StakeholderListPage = ({ page, view, status }: ListProps) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.notices.stakeholders
  const list = inLanguage(lang, noticeUrls.stakeholders())
  const next = new URLSearchParams({
    ...(view.words ? { q: view.words } : {}),
    ...(view.kind ? { lloji: view.kind } : {}),
    ...(view.topicId ? { fusha: view.topicId } : {}),
    pas: view.more ?? '',
  })
  return (
    <Layout page={page} title={t.title} office status={status}>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.lead}</p>
      <LinkButton href={inLanguage(lang, noticeUrls.newStakeholder())}>{t.fresh}</LinkButton>
      <p class="govuk-body">
        <a href={inLanguage(lang, '/zyra/importet')}>{t.import}</a>
      </p>
      <Filter page={page} view={view} />
      {view.items.length === 0 ? (
        <EmptyState>{view.narrowed ? t.emptyNarrowed : t.empty}</EmptyState>
      ) : (
        <DataTable
          caption={t.title}
          head={[
            { label: t.columns.name },
            { label: t.columns.kind },
            { label: t.columns.email },
            { label: t.columns.until, tight: true },
            { label: t.columns.state },
          ]}
          rows={view.items.map((one) => [
            <a href={inLanguage(lang, noticeUrls.stakeholder(one.id))}>{one.name}</a>,
            texts.notices.senders[one.kind],
            one.email,
            formatDate(lang, one.keepUntil),
            one.leftAt ? t.left : '',
          ])}
        />
      )}
      <Paging
        label={t.more}
        older={view.more ? { href: `${list}?${next.toString()}`, label: t.more } : null}
        newer={null}
      />
    </Layout>
  )
}

const Filter = ({ page: { lang }, view }: Omit<ListProps, 'status'>) => {
  const texts = textsIn(lang).notices
  const t = texts.stakeholders
  const list = inLanguage(lang, noticeUrls.stakeholders())
  return (
    <FilterForm
      action={list}
      legend={t.filter}
      submit={t.submit}
      {...(view.narrowed ? { clear: { href: list, label: t.clear } } : {})}
    >
      <TextField name="q" label={t.words} value={view.words} type="search" />
      <SelectField
        name="lloji"
        label={t.kind}
        value={view.kind ?? ''}
        options={[
          { value: '', label: t.anyKind },
          ...SENDER_KINDS.map((kind) => ({ value: kind, label: texts.senders[kind] })),
        ]}
      />
      <SelectField
        name="fusha"
        label={t.topic}
        value={view.topicId}
        options={[
          { value: '', label: t.anyTopic },
          ...view.topics.map(({ id, name, depth }) => ({ value: id, label: `${'– '.repeat(depth - 1)}${name}` })),
        ]}
      />
    </FilterForm>
  )
}

type FormProps = {
  page: PageContext
  view: StakeholderFormView
  /** Null: a new one. */
  id: string | null
  typed: Typed
  errors: FieldErrors
}

export const StakeholderFormPage = ({ page, view, id, typed, errors }: FormProps) => {
  const { lang } = page
  const t = textsIn(lang).notices.stakeholders
  const title = id ? t.edit : t.fresh
  return (
    <Layout
      page={page}
      title={title}
      office
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, noticeUrls.stakeholders()), label: t.title }}
    >
      <ErrorSummary title={textsIn(lang).office.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <form
        method="post"
        action={inLanguage(lang, id ? noticeUrls.stakeholder(id) : noticeUrls.newStakeholder())}
        novalidate
        data-submit-once
      >
        <input type="hidden" name="versioni" value={typed.versioni} />
        {!id && <input type="hidden" name="dergesa" value={typed.dergesa} />}
        <Fields page={page} view={view} id={id} typed={typed} errors={errors} />
        <Button kind="primary">{t.save}</Button>
      </form>
      {id && (
        <Details summary={t.erase}>
          <p class="govuk-body">{t.eraseWords}</p>
          <form method="post" action={inLanguage(lang, noticeUrls.eraseStakeholder(id))} data-submit-once>
            <Button kind="warning">{t.erase}</Button>
          </form>
        </Details>
      )}
    </Layout>
  )
}

const Fields = ({ page: { lang }, view, id, typed, errors }: FormProps) => {
  const texts = textsIn(lang).notices
  const t = texts.stakeholders
  return (
    <>
      {id ? (
        <input type="hidden" name="institucioni" value={typed.institucioni} />
      ) : (
        <SelectField
          name="institucioni"
          label={t.institution}
          value={typed.institucioni}
          error={errors.institucioni}
          options={view.institutions.map((one) => ({ value: one.id, label: one.name }))}
        />
      )}
      <TextField name="emri" label={t.name} hint={t.nameHint} value={typed.emri} error={errors.emri} />
      <SelectField
        name="lloji"
        label={t.kind}
        value={typed.lloji}
        error={errors.lloji}
        options={SENDER_KINDS.map((kind) => ({ value: kind, label: texts.senders[kind] }))}
      />
      <TextField name="posta" label={t.email} value={typed.posta} error={errors.posta} type="email" />
      <RadioField
        name="gjuha"
        legend={t.lang}
        value={typed.gjuha ?? 'sq'}
        error={errors.gjuha}
        options={(['sq', 'en'] as const).map((value) => ({ value, label: t.langs[value] }))}
      />
      <Keeping page={{ lang }} typed={typed} errors={errors} />
      <TreePicker
        name="fushat"
        legend={t.topics}
        chosen={(typed.fushat ?? '').split(' ').filter(Boolean)}
        options={view.topics.map(({ id: value, name, depth }) => ({ value, label: name, depth }))}
      />
    </>
  )
}

type KeepingProps = Pick<FormProps, 'typed' | 'errors'> & { page: Pick<PageContext, 'lang'> }

/** Where the address is from, why it may be written to, and until when it is kept. */
const Keeping = ({ page: { lang }, typed, errors }: KeepingProps) => {
  const t = textsIn(lang).notices.stakeholders
  const labels = dateLabels(lang)
  return (
    <>
      <TextField name="burimi" label={t.source} hint={t.sourceHint} value={typed.burimi} error={errors.burimi} />
      <RadioField
        name="baza"
        legend={t.ground}
        value={typed.baza}
        error={errors.baza}
        options={STAKEHOLDER_GROUNDS.map((value) => ({ value, label: t.grounds[value] }))}
      />
      <DateField
        name="pelqimi"
        legend={t.consentOn}
        value={dateOf(typed, 'pelqimi')}
        error={errors.pelqimi}
        {...labels}
      />
      <DateField
        name="ruhet"
        legend={t.keepUntil}
        value={dateOf(typed, 'ruhet')}
        error={errors.ruhet}
        {...labels}
        hint={t.keepUntilHint}
      />
    </>
  )
}

/** Of the link in a letter: a page with one button, so that a program that follows links ends nothing. */
export const LeavePage = ({
  page,
  institution,
  left,
  action,
}: {
  page: PageContext
  institution: string
  left: boolean
  action: string
}) => {
  const t = textsIn(page.lang).notices.leave
  return (
    <Layout page={page} title={t.title}>
      <h1 class="govuk-heading-l">{t.title}</h1>
      {left ? (
        <p class="govuk-body">{t.done}</p>
      ) : (
        <>
          <p class="govuk-body">{t.ask(institution)}</p>
          <form method="post" action={action} data-submit-once>
            <Button kind="primary">{t.submit}</Button>
          </form>
        </>
      )}
    </Layout>
  )
}
