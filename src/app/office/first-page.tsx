import type { PageContext } from '#platform/http/page-context.ts'
import { formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import type { OfficeTile } from '#platform/door.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Layout } from '#ui/layout.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { taskUrls } from '#platform/tasks/urls.ts'
import type { FirstView } from './first-view.ts'
import { OFFICE_TEXTS } from './office-texts.ts'
import { MyWork } from './tasks/my-work-part.tsx'
import { MovedNotice } from './tasks/task-rows-part.tsx'
import { taskTexts } from './tasks/texts.ts'
import { officeUrls } from './urls.ts'

type Props = { page: PageContext; view: FirstView; done: string | null }

/** My work today: what is to be done, what waits in every module, and as whom I am here. */
export const FirstPage = ({ page, view, done }: Props) => {
  const texts = OFFICE_TEXTS[page.lang].first
  const { mine, tiles } = view
  const title = mine ? taskTexts(page.lang).mine.title : texts.title
  const moved = mine?.moved ?? null
  const waits = tiles.length === 0 ? <EmptyState>{texts.nothing}</EmptyState> : <Tiles page={page} tiles={tiles} />
  return (
    <Layout page={page} title={title} office robots="noindex" status={moved ? null : done}>
      {moved && done !== null && <MovedNotice page={page} task={moved} words={done} />}
      <h1>{title}</h1>
      {mine && <MyWork page={page} mine={mine} />}
      {mine && <h2>{texts.title}</h2>}
      {waits}
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
          ...(mine?.mayGive
            ? [<a href={inLanguage(page.lang, taskUrls.dutyLetter())}>{taskTexts(page.lang).mine.letter}</a>]
            : []),
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
