import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { DeadlineLine } from '#ui/deadline-badge.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { publicBoardUrls } from '../../office/deadlines/board/board-urls.ts'
import { clockUrls } from '../clocks/urls.ts'
import { publicUrls } from '../urls.ts'
import type { PublicBoardView, PublicLine } from './public-board-view.ts'
import { publicBoardTexts } from './texts.ts'

type Props = { page: PageContext; view: PublicBoardView }
type Board = NonNullable<PublicBoardView['board']>

/** How an institution stands with its deadlines, the day after. */
export const PublicBoardPage = ({ page, view }: Props) => {
  const { lang } = page
  const t = publicBoardTexts(lang)
  const { institution, board } = view
  const back = { href: inLanguage(lang, publicUrls.institution(institution.slug)), label: institution.name }
  return (
    <Layout
      page={page}
      title={t.title}
      back={back}
      canonical={publicBoardUrls.board(institution.slug)}
      jsonHref={inLanguage(lang, publicBoardUrls.json(institution.slug))}
    >
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      <p class="kv-quiet">{t.dayAfter}</p>
      {board === null ? (
        <EmptyState>
          <p>{t.none}</p>
        </EmptyState>
      ) : (
        <>
          <Missed page={page} view={view} board={board} />
          {!board.further && <Coming page={page} board={board} />}
          {!board.further && <Figures page={page} board={board} />}
        </>
      )}
      <ul class="govuk-list">
        <li>
          <a href={inLanguage(lang, clockUrls.list())}>{t.clocks}</a>
        </li>
        <li>
          <a href={inLanguage(lang, clockUrls.institutionCalendar(institution.slug))}>{t.calendar}</a>
        </li>
        <li>
          <a href={inLanguage(lang, publicBoardUrls.csv(institution.slug))} download>
            {t.csv}
          </a>
        </li>
        <li>
          <a href={inLanguage(lang, publicBoardUrls.json(institution.slug))}>{t.json}</a>
        </li>
      </ul>
    </Layout>
  )
}

const Missed = ({ page, view, board }: Props & { board: Board }) => {
  const { lang } = page
  const t = publicBoardTexts(lang)
  const list = inLanguage(lang, publicBoardUrls.board(view.institution.slug))
  return (
    <section>
      <h2>
        {t.missed} <span class="kv-quiet">{formatNumber(board.counts.missed)}</span>
      </h2>
      {board.missed.length === 0 ? (
        <EmptyState>
          <p>{t.missedNone}</p>
        </EmptyState>
      ) : (
        <Lines page={page} caption={t.missed} lines={board.missed} />
      )}
      <Paging
        label={t.paging}
        older={board.next ? { href: `${list}?pas=${board.next}`, label: t.more } : null}
        newer={board.further ? { href: list, label: t.first } : null}
      />
    </section>
  )
}

const Coming = ({ page, board }: { page: PageContext; board: Board }) => {
  const t = publicBoardTexts(page.lang)
  const { coming, counts } = board
  return (
    <section>
      <h2>
        {t.coming} <span class="kv-quiet">{formatNumber(counts.coming)}</span>
      </h2>
      {coming.length === 0 ? (
        <EmptyState>
          <p>{t.comingNone}</p>
        </EmptyState>
      ) : (
        <Lines page={page} caption={t.coming} lines={coming} />
      )}
      {coming.length < counts.coming && (
        <p class="kv-quiet">{t.comingMore(formatNumber(coming.length), formatNumber(counts.coming))}</p>
      )}
    </section>
  )
}

const Lines = ({ page, caption, lines }: { page: PageContext; caption: string; lines: readonly PublicLine[] }) => {
  const { lang } = page
  const t = publicBoardTexts(lang)
  return (
    <DataTable
      caption={caption}
      captionHidden
      firstColumnHeader
      head={[
        { label: t.record, share: 'wide' },
        { label: t.what },
        { label: t.due, share: 'narrow' },
        { label: t.rule },
      ]}
      rows={lines.map(({ row, record, what, left, law }) => [
        record.href === null ? (
          record.title
        ) : (
          <a href={inLanguage(lang, record.href)} lang={record.lang === lang ? undefined : record.lang}>
            {record.title}
          </a>
        ),
        what,
        <DeadlineLine date={formatDate(lang, row.dueOn)} daysLeft={left.words} tone={left.tone} />,
        row.ruleId === null ? t.noRule : <a href={inLanguage(lang, clockUrls.rule(row.ruleId))}>{law}</a>,
      ])}
    />
  )
}

const Figures = ({ page, board: { figures, since } }: { page: PageContext; board: Board }) => {
  const { lang } = page
  const t = publicBoardTexts(lang)
  const { inTime, late, never, medianDays } = figures
  const decimal = (days: number) => (lang === 'sq' ? String(days).replace('.', ',') : String(days))
  return (
    <section>
      <h2>{t.figures}</h2>
      {inTime + late + never === 0 ? (
        <EmptyState>
          <p>{t.figuresNone}</p>
        </EmptyState>
      ) : (
        <>
          <p>{t.figuresSince(formatDate(lang, since))}</p>
          <SummaryList
            rows={[
              { key: t.inTime, value: formatNumber(inTime) },
              { key: t.late, value: formatNumber(late) },
              { key: t.never, value: formatNumber(never) },
              { key: t.median, value: medianDays === null ? t.unknown : t.days(decimal(medianDays)) },
            ]}
          />
        </>
      )}
    </section>
  )
}
