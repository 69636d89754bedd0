import type { PermissionTable } from '#platform/auth/permissions.ts'
import { ROLES } from '#platform/auth/visitor.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Layout } from '#ui/layout.tsx'
import { textsOf } from '../account/account-texts.ts'
import { OFFICE_TEXTS } from './office-texts.ts'

type Props = { page: PageContext; permissions: PermissionTable; words: Record<string, string> }

/** The permission table as the program uses it. */
export const RightsPage = ({ page, permissions, words }: Props) => {
  const texts = OFFICE_TEXTS[page.lang].rights
  const roles = textsOf(page.lang).roles
  return (
    <Layout page={page} title={texts.title} office robots="noindex">
      <h1>{texts.title}</h1>
      <p>{texts.lead}</p>
      <DataTable
        caption={texts.title}
        captionHidden
        firstColumnHeader
        head={[{ label: texts.right }, ...ROLES.map((role) => ({ label: roles[role] }))]}
        rows={Object.entries(permissions).map(([right, holders]) => [
          words[right] ?? right,
          ...ROLES.map((role) => (holders.includes(role) ? <strong>{texts.yes}</strong> : texts.no)),
        ])}
      />
    </Layout>
  )
}
