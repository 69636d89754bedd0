import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { textsIn } from './letters-texts.ts'

export type About = { ref: string; title: string | null; href: string | null }

/** What a letter is about: links to the records, and no more than that there is one where the reader may not know of it. */
export const AboutList = ({ page: { lang }, records }: { page: PageContext; records: readonly About[] }) =>
  records.length === 0 ? null : (
    <ul class="govuk-list">
      {records.map((record) => (
        <li>
          {record.href ? (
            <a href={inLanguage(lang, record.href)}>{record.title}</a>
          ) : (
            <span class="kv-quiet">{textsIn(lang).form.unknownSubject}</span>
          )}
        </li>
      ))}
    </ul>
  )
