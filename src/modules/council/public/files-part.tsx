import type { Document } from '#platform/documents/document-queries.ts'
import { typeName } from '#platform/documents/type-name.ts'
import { documentUrls } from '#platform/documents/urls.ts'
import { formatSize } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'

/** Papers as links, each with what kind of file it is and how large. */
export const Files = ({ lang, files }: { lang: Lang; files: readonly Document[] }) =>
  files.length === 0 ? null : (
    <ul class="govuk-list">
      {files.map((one) => (
        <li>
          <a href={inLanguage(lang, documentUrls.one(one.id))} lang={one.ownLang === lang ? undefined : one.ownLang}>
            {one.title}
          </a>{' '}
          <span class="kv-quiet">
            {typeName(one.mediaType)}, {formatSize(lang, one.size)}
          </span>
        </li>
      ))}
    </ul>
  )
