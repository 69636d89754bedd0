import type { PermissionTable } from '#platform/auth/permissions.ts'
import { ROLES, type Role } from '#platform/auth/visitor.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { textsOf } from '../account/account-texts.ts'
import { OFFICE_TEXTS } from './office-texts.ts'
import { officeUrls } from './urls.ts'

type Props = {
  page: PageContext
  permissions: PermissionTable
  words: Record<string, string>
  /** From the address: only what this role may do. */
  asked?: string | undefined
}

/** The permission table as the program uses it: for each right who has it, or one role's rights alone. */
export const RightsPage = ({ page, permissions, words, asked }: Props) => {
  const texts = OFFICE_TEXTS[page.lang].rights
  const roles = textsOf(page.lang).roles
  const role = ROLES.find((one) => one === asked) ?? null
  const shown = Object.entries(permissions).filter(([, holders]) => role === null || holders.includes(role))
  return (
    <Layout page={page} title={texts.title} office robots="noindex">
      <h1>{texts.title}</h1>
      <p>{texts.lead}</p>
      <Filter page={page} role={role} />
      <DataTable
        caption={role === null ? texts.title : texts.of(roles[role])}
        captionHidden={role === null}
        firstColumnHeader
        head={[{ label: texts.right }, { label: texts.holders }]}
        rows={shown.map(([right, holders]) => [
          words[right] ?? right,
          holders.length === ROLES.length ? texts.everybody : holders.map((one) => roles[one]).join(', '),
        ])}
      />
    </Layout>
  )
}

const Filter = ({ page, role }: { page: PageContext; role: Role | null }) => {
  const texts = OFFICE_TEXTS[page.lang].rights
  const roles = textsOf(page.lang).roles
  const action = inLanguage(page.lang, officeUrls.rights())
  return (
    <FilterForm
      action={action}
      legend={texts.filter}
      submit={texts.show}
      {...(role === null ? {} : { clear: { href: action, label: texts.clear } })}
    >
      <SelectField
        name="roli"
        label={texts.role}
        value={role ?? ''}
        options={[{ value: '', label: texts.anyRole }, ...ROLES.map((one) => ({ value: one, label: roles[one] }))]}
      />
    </FilterForm>
  )
}
