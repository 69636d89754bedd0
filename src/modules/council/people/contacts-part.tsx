import type { Lang } from '#platform/i18n/language.ts'
import type { Contact } from './people-rules.ts'
import { textsIn } from './texts.ts'

/** Where somebody can be reached, as they let it be known. */
export const ContactList = ({ lang, contacts }: { lang: Lang; contacts: readonly Contact[] }) => (
  <ul class="govuk-list">
    {contacts.map((one) => (
      <li>
        {textsIn(lang).contactTypes[one.type]}: <ContactValue {...one} />
      </li>
    ))}
  </ul>
)

const ContactValue = ({ type, value }: Contact) => {
  if (type === 'email') return <a href={`mailto:${value}`}>{value}</a>
  if (type === 'phone') return <a href={`tel:${value.replaceAll(/[^+0-9]/g, '')}`}>{value}</a>
  return /^https?:\/\//.test(value) ? (
    <a href={value} rel="nofollow noopener">
      {value.replace(/^https?:\/\/(www\.)?/, '')}
    </a>
  ) : (
    <>{value}</>
  )
}
