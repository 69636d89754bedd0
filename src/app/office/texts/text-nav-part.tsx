import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { SubNav } from '#ui/tabs-nav.tsx'
import { roomTexts } from './texts.ts'
import type { TextHead } from './text-view.ts'
import { textUrls } from './urls.ts'

export type TextPart = 'text' | 'changes' | 'publication' | 'places' | 'editing'

/** The parts of the record, and beneath them those of its text, as far as there is something in them. */
export const TextNav = ({ page, view, current }: { page: PageContext; view: TextHead; current: TextPart }) => {
  const { lang } = page
  const { holder, record } = view
  const own = textUrls.text(holder, record.id)
  const items = record.tabs.map(({ href, label }) => ({
    href: inLanguage(lang, href),
    label,
    current: href === own,
  }))
  const parts = partsOf(page, view, current)
  return (
    <>
      <SubNav label={record.title} items={items} />
      {parts.length > 1 && <SubNav label={roomTexts(lang).title} items={parts} />}
    </>
  )
}

function partsOf({ lang }: PageContext, view: TextHead, current: TextPart) {
  const t = roomTexts(lang)
  const { holder, record, draft, published, changes, openPlaces, mayWrite, mayPublish } = view
  const { id } = record
  const part = (name: TextPart, href: string, label: string, count?: number) => ({
    href: inLanguage(lang, href),
    label,
    current: name === current,
    count,
  })
  const continues = draft !== null && draft.basedOn !== null
  return [
    part('text', textUrls.text(holder, id), t.versionsTitle),
    ...(draft && mayWrite ? [part('editing', textUrls.editing(holder, id), t.edit)] : []),
    ...(continues ? [part('changes', textUrls.changes(holder, id), t.changesTitle, changes.open)] : []),
    ...(continues && mayPublish ? [part('publication', textUrls.publication(holder, id), t.progressPublish)] : []),
    ...((published?.n ?? 0) > 1 ? [part('places', textUrls.places(holder, id), t.placesTitle, openPlaces)] : []),
  ]
}
