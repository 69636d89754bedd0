import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import type { ThematicGroup } from './group-queries.ts'

type ListProps = {
  page: PageContext
  groups: readonly ThematicGroup[]
  ended: boolean
  mayWrite: boolean
  status: string | null
}

/** Organisations with which the institution works on a theme. */
export const GroupListPage = ({ page, groups, ended, mayWrite, status }: ListProps) => {
  const { lang } = page
  const t = textsIn(lang).entry.groups
  const list = inLanguage(lang, officeUrls.thematicGroups())
  return (
    <Layout page={page} title={t.title} office status={status}>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.lead}</p>
      <p class="kv-deeds">
        {mayWrite && <LinkButton href={inLanguage(lang, officeUrls.newThematicGroup())}>{t.fresh}</LinkButton>}
        {!ended && <a href={`${list}?gjendja=mbyllur`}>{t.showEnded}</a>}
      </p>
      {groups.length === 0 ? (
        <EmptyState>{t.empty}</EmptyState>
      ) : (
        <DataTable
          caption={t.title}
          captionHidden
          firstColumnHeader
          head={[
            { label: t.name },
            { label: t.institution },
            { label: textsIn(lang).entry.joint.membersTitle, numeric: true },
            { label: t.deliveries, numeric: true },
          ]}
          rows={groups.map((group) => [
            mayWrite ? <a href={inLanguage(lang, officeUrls.thematicGroup(group.id))}>{group.name}</a> : group.name,
            group.institutionName,
            group.members.length,
            group.deliveries,
          ])}
        />
      )}
    </Layout>
  )
}

type FormProps = {
  page: PageContext
  action: string
  /** To choose from, where it is new. */
  institutions: readonly { id: string; name: string }[] | null
  typed: Typed
  errors: FieldErrors
}

export const GroupFormPage = ({ page, action, institutions, typed, errors }: FormProps) => {
  const { lang } = page
  const t = textsIn(lang).entry.groups
  const title = institutions ? t.fresh : (typed.emri ?? t.title)
  return (
    <Layout
      page={page}
      title={title}
      office
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, officeUrls.thematicGroups()), label: t.title }}
    >
      <ErrorSummary title={textsIn(lang).office.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <form method="post" action={inLanguage(lang, action)} novalidate data-submit-once>
        <input type="hidden" name="dergesa" value={typed.dergesa} />
        <input type="hidden" name="versioni" value={typed.versioni ?? ''} />
        {institutions && (
          <SelectField
            name="institucioni"
            label={t.institution}
            value={typed.institucioni ?? institutions[0]?.id ?? ''}
            error={errors.institucioni}
            options={institutions.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <TextField name="emri" label={t.name} value={typed.emri} error={errors.emri} autocomplete="off" />
        <TextAreaField name="qellimet" label={t.aims} value={typed.qellimet} error={errors.qellimet} rows={4} />
        <TextAreaField
          name="anetaret"
          label={t.members}
          hint={t.membersHint}
          value={typed.anetaret}
          error={errors.anetaret}
          rows={6}
        />
        {!institutions && <CheckboxField name="mbyllur" label={t.end} checked={typed.mbyllur === 'po'} />}
        <Button kind="primary" preventDoubleClick>
          {t.save}
        </Button>
      </form>
    </Layout>
  )
}
