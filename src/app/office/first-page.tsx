import type { PageContext } from '#platform/http/page-context.ts'
import { formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import type { OfficeTile } from '#platform/door.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Layout } from '#ui/layout.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import type { FirstView } from './first-view.ts'
import { OFFICE_TEXTS } from './office-texts.ts'
import { officeUrls } from './urls.ts'

/** What waits for this official, in every module, and as whom they are here. */
export const FirstPage = ({ page, view }: { page: PageContext; view: FirstView }) => {
  const texts = OFFICE_TEXTS[page.lang].first
  return (
    <Layout page={page} title={texts.title} office robots="noindex">
      <h1>{texts.title}</h1>
      {view.tiles.length === 0 ? <EmptyState>{texts.nothing}</EmptyState> : <Tiles page={page} tiles={view.tiles} />}
      <h2>{texts.who}</h2>
      <SummaryList
        rows={[
          { key: texts.name, value: view.name },
          { key: texts.roles, value: <List items={view.roles} /> },
        ]}
      />
      <h2>{texts.more}</h2>
      <List
        items={[
          <a href={inLanguage(page.lang, officeUrls.rights())}>{texts.rights}</a>,
          ...(view.mayReadGallery ? [<a href={inLanguage(page.lang, officeUrls.gallery())}>{texts.gallery}</a>] : []),
        ]}
      />
    </Layout>
  )
}

const Tiles = ({ page, tiles }: { page: PageContext; tiles: readonly OfficeTile[] }) => {
  const texts = OFFICE_TEXTS[page.lang].first
  return (
    <DataTable
      caption={texts.waits}
      captionHidden
      firstColumnHeader
      head={[{ label: texts.what }, { label: texts.count, numeric: true }]}
      rows={tiles.map((tile) => [<a href={tile.href}>{tile.title}</a>, formatNumber(tile.count)])}
    />
  )
}

const List = ({ items }: { items: readonly (string | ReturnType<typeof Tiles>)[] }) => (
  <ul class="govuk-list">
    {items.map((item) => (
      <li>{item}</li>
    ))}
  </ul>
)
