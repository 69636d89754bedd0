import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { versionUrls } from '#platform/texts/version-address-rules.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import type { RecordView } from './record-view.ts'
import { textsTexts } from './texts.ts'

type Props = { page: PageContext; view: RecordView; to: 'record' | 'versions' | { version: number } }

/** From the list of the record's kind down to here, without the page itself. */
export const Trail = ({ page: { lang }, view: { holder, record, address }, to }: Props) => {
  const t = textsTexts(lang)
  const items = [
    { href: holder.urls.list(), label: holder.words(lang).list },
    { href: address, label: record.title },
    ...(to === 'record' ? [] : [{ href: versionUrls.list(address), label: t.versions.title }]),
    ...(typeof to === 'object'
      ? [{ href: versionUrls.one(address, to.version), label: t.versions.version(to.version) }]
      : []),
  ]
  return (
    <Breadcrumbs label={t.trail} items={items.map(({ href, label }) => ({ href: inLanguage(lang, href), label }))} />
  )
}

/** Titles and texts in another language than the page's say so. */
export const otherLang = (own: string, page: string): string | undefined => (own === page ? undefined : own)
