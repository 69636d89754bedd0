import type { RoleAddress } from '#platform/institutions/institution-queries.ts'
import { SummaryList } from '#ui/summary-list.tsx'
import type { PublicTexts } from './texts.sq.ts'

type Props = { texts: PublicTexts['institution']; addresses: readonly RoleAddress[] }

/** The addresses of posts, or that there are none. */
export const AddressList = ({ texts, addresses }: Props) =>
  addresses.length === 0 ? (
    <p>{texts.noAddresses}</p>
  ) : (
    <SummaryList
      rows={addresses.map((address) => ({
        key: texts.roles[address.role] ?? address.role,
        value: <Ways texts={texts} address={address} />,
      }))}
    />
  )

const Ways = ({ texts, address }: { texts: PublicTexts['institution']; address: RoleAddress }) => (
  <>
    <a href={`mailto:${address.email}`}>{address.email}</a>
    {address.telephone && (
      <>
        <br />
        {texts.telephone} <a href={`tel:${address.telephone.replace(/[^\d+]/g, '')}`}>{address.telephone}</a>
      </>
    )}
    {address.postal && (
      <>
        <br />
        {address.postal}
      </>
    )}
  </>
)
