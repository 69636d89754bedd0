import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { textsIn } from '../texts.ts'
import { ANSWER_LIMITS, DECISIONS } from './answer-rules.ts'
import type { LibraryReason } from './reason-queries.ts'
import type { LibraryView, ReasonQuestion } from './reason-view.ts'
import { officeAnswerUrls as urls } from './urls.ts'

type ListProps = { page: PageContext; view: LibraryView; status?: string | null }

/** The library of reasons. */
export const LibraryPage = ({ page, view, status = null }: ListProps) => {
  const { lang } = page
  const { library: t } = textsIn(lang).answers
  const { question, reasons } = view
  const list = inLanguage(lang, urls.reasons())
  const narrowed = question.decision !== '' || question.state !== ''
  const asked = new URLSearchParams({
    ...(question.decision ? { vendimi: question.decision } : {}),
    ...(question.state ? { gjendja: question.state } : {}),
  })
  const at = (more: Record<string, string>) => `${list}?${new URLSearchParams([...asked, ...Object.entries(more)])}`
  return (
    <Layout page={page} title={t.title} office status={status}>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.lead}</p>
      {view.mayWrite && <LinkButton href={inLanguage(lang, urls.newReason())}>{t.create}</LinkButton>}
      <Filter lang={lang} question={question} />
      <Reasons lang={lang} reasons={reasons} narrowed={narrowed} />
      <Paging
        label={t.paging}
        older={view.next ? { href: at({ pas: view.next }), label: t.next } : null}
        newer={view.paged ? { href: at({}), label: t.first } : null}
      />
    </Layout>
  )
}

const Filter = ({ lang, question }: { lang: Lang; question: ReasonQuestion }) => {
  const { library: t, decisions } = textsIn(lang).answers
  const list = inLanguage(lang, urls.reasons())
  const narrowed = question.decision !== '' || question.state !== ''
  return (
    <FilterForm
      action={list}
      legend={t.filter}
      submit={t.submit}
      {...(narrowed ? { clear: { href: list, label: t.clear } } : {})}
    >
      <SelectField
        name="vendimi"
        label={t.decision}
        value={question.decision}
        options={[
          { value: '', label: t.anyDecision },
          ...DECISIONS.map((one) => ({ value: one, label: decisions[one] })),
        ]}
      />
      <SelectField
        name="gjendja"
        label={t.state}
        value={question.state}
        options={[
          { value: '', label: t.anyState },
          { value: 'po', label: t.inUse },
          { value: 'jo', label: t.retired },
        ]}
      />
    </FilterForm>
  )
}

type ReasonsProps = { lang: Lang; reasons: readonly LibraryReason[]; narrowed: boolean }

const Reasons = ({ lang, reasons, narrowed }: ReasonsProps) => {
  const { library: t, decisions } = textsIn(lang).answers
  return reasons.length === 0 ? (
    <EmptyState>{narrowed ? t.none : t.empty}</EmptyState>
  ) : (
    <DataTable
      caption={t.title}
      captionHidden
      head={[
        { label: t.columns.title },
        { label: t.columns.decision },
        { label: t.columns.used },
        { label: t.columns.state },
      ]}
      rows={reasons.map((one) => [
        <a href={inLanguage(lang, urls.reason(one.id))}>{one.title}</a>,
        one.decision === null ? t.anyDecision : decisions[one.decision],
        t.used(one.used),
        <Tag tone={one.active ? 'done' : 'paused'}>{one.active ? t.inUse : t.retired}</Tag>,
      ])}
    />
  )
}

type FormProps = {
  page: PageContext
  /** Null: a new one. */
  reason: LibraryReason | null
  institutions: readonly { id: string; name: string }[]
  mayWrite: boolean
  typed: Typed
  errors?: FieldErrors
}

/** One reason: new, or as it stands. */
export const ReasonPage = ({ page, reason, institutions, mayWrite, typed, errors = {} }: FormProps) => {
  const { lang } = page
  const { library: t } = textsIn(lang).answers
  const title = reason ? t.editTitle : t.createTitle
  const action = inLanguage(lang, reason ? urls.reason(reason.id) : urls.newReason())
  return (
    <Layout
      page={page}
      title={title}
      office
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, urls.reasons()), label: t.title }}
    >
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{reason ? reason.title : title}</h1>
      {!mayWrite && <p class="govuk-body kv-words">{reason?.words}</p>}
      {mayWrite && (
        <form method="post" action={action} novalidate data-submit-once>
          <Hidden typed={typed} />
          {!reason && institutions.length > 1 && (
            <SelectField
              name="institucioni"
              label={t.institution}
              value={typed.institucioni}
              error={errors.institucioni}
              options={[{ value: '', label: '–' }, ...institutions.map(({ id, name }) => ({ value: id, label: name }))]}
            />
          )}
          {!reason && institutions.length === 1 && (
            <input type="hidden" name="institucioni" value={institutions[0]?.id ?? ''} />
          )}
          <Fields lang={lang} typed={typed} errors={errors} />
          <Button kind="primary">{t.save}</Button>
        </form>
      )}
      {mayWrite && reason && (
        <form method="post" action={inLanguage(lang, urls.retire(reason.id))} data-submit-once>
          <Hidden typed={typed} />
          <Button kind="secondary" name="veprimi" value={reason.active ? 'hiq' : 'kthe'}>
            {reason.active ? t.retire : t.restore}
          </Button>
        </form>
      )}
    </Layout>
  )
}

const Fields = ({ lang, typed, errors }: { lang: Lang; typed: Typed; errors: FieldErrors }) => {
  const texts = textsIn(lang).answers
  const t = texts.library
  return (
    <>
      <TextField name="titulli" label={t.name} hint={t.nameHint} value={typed.titulli} error={errors.titulli} />
      <SelectField
        name="vendimi"
        label={t.decision}
        value={typed.vendimi}
        options={[
          { value: '', label: t.anyDecision },
          ...DECISIONS.map((one) => ({ value: one, label: texts.decisions[one] })),
        ]}
      />
      <SelectField
        name="gjuha"
        label={t.lang}
        value={typed.gjuha}
        options={Object.entries(t.languages).map(([value, label]) => ({ value, label }))}
      />
      <TextAreaField
        name="fjalet"
        label={t.words}
        value={typed.fjalet}
        error={errors.fjalet}
        rows={8}
        maxLength={ANSWER_LIMITS.reason}
        countText={texts.office.charactersLeft}
      />
    </>
  )
}

const Hidden = ({ typed }: { typed: Typed }) => (
  <>
    <input type="hidden" name="dergesa" value={typed.dergesa} />
    <input type="hidden" name="versioni" value={typed.versioni ?? ''} />
  </>
)
