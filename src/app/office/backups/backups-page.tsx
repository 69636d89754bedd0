import type { RunRow } from '#platform/backup/run-queries.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment, formatNumber, formatSize } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Layout } from '#ui/layout.tsx'
import { NoticeBanner } from '#ui/notice-banner.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Tag } from '#ui/tag.tsx'
import type { BackupsView } from './backups-view.ts'
import { backupTexts } from './texts.ts'
import { backupUrls } from './urls.ts'

type Props = { page: PageContext; view: BackupsView; mayWrite: boolean; status: string | null }

/** Both countries keep this time. */
const ZONE = 'Europe/Tirane'

export const BackupsPage = ({ page, view, mayWrite, status }: Props) => {
  const t = backupTexts(page.lang)
  return (
    <Layout page={page} title={t.title} office robots="noindex" status={status}>
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      {!view.settings.enabled && (
        <NoticeBanner title={t.offTitle}>
          <p>{t.off}</p>
        </NoticeBanner>
      )}
      <Schedule page={page} view={view} />
      {mayWrite && (
        <>
          <p>
            <a href={inLanguage(page.lang, backupUrls.settings())}>{t.change}</a>
          </p>
          <form method="post" action={inLanguage(page.lang, backupUrls.now())}>
            <Button>{t.now}</Button>
          </form>
        </>
      )}
      <h2>{t.runs}</h2>
      {(view.runs.length > 0 || view.state !== null) && <Filter page={page} view={view} />}
      {view.runs.length === 0 ? (
        <EmptyState>{view.state === null ? t.none : t.noneFound}</EmptyState>
      ) : (
        <Runs page={page} runs={view.runs} />
      )}
      <Ways page={page} view={view} />
    </Layout>
  )
}

type PartProps = { page: PageContext; view: BackupsView }

const Schedule = ({ page, view: { settings } }: PartProps) => {
  const t = backupTexts(page.lang)
  const hour = `${String(settings.hour).padStart(2, '0')}:00`
  return (
    <section>
      <h2>{t.schedule}</h2>
      <SummaryList
        rows={[
          { key: t.schedule, value: settings.enabled ? t.each(hour) : t.offTitle },
          { key: t.folder, value: settings.folder ?? t.folderOwn },
          { key: t.kept, value: t.keptWords(settings.keepDaily, settings.keepWeekly, settings.keepMonthly) },
          { key: t.offsite, value: settings.offsiteShown ?? t.offsiteNone },
          { key: t.keys, value: settings.passphraseFile === null ? t.keysNone : t.keysBeside(settings.passphraseFile) },
        ]}
      />
    </section>
  )
}

const Filter = ({ page, view }: PartProps) => {
  const t = backupTexts(page.lang)
  const options = Object.entries(t.states).map(([value, label]) => ({ value, label }))
  return (
    <form method="get" action={inLanguage(page.lang, backupUrls.runs())}>
      <SelectField
        name="gjendja"
        label={t.filter}
        value={view.state ?? ''}
        options={[{ value: '', label: t.all }, ...options]}
      />
      <Button kind="secondary">{t.show}</Button>
    </form>
  )
}

const TONES = { running: 'plain', verified: 'done', failed: 'warning' } as const

const Runs = ({ page, runs }: { page: PageContext; runs: readonly RunRow[] }) => {
  const t = backupTexts(page.lang)
  const head = [t.started, t.state, t.size, t.duration, t.content, t.place].map((label) => ({ label }))
  return (
    <DataTable
      caption={t.runs}
      captionHidden
      firstColumnHeader
      head={head}
      rows={runs.map((run) => [
        formatMoment(page.lang, run.startedAt, ZONE),
        <>
          <Tag tone={TONES[run.state]}>{t.states[run.state]}</Tag>
          {run.failure && <p>{run.failure}</p>}
        </>,
        run.bytes === null ? '' : formatSize(page.lang, run.bytes),
        run.endedAt === null ? '' : t.seconds(formatNumber(secondsOf(run.startedAt, run.endedAt))),
        <Lines lines={contentOf(page, run)} />,
        <Lines lines={placesOf(page, run)} />,
      ])}
    />
  )
}

const secondsOf = (from: Date, to: Date): number => Math.max(1, Math.round((to.getTime() - from.getTime()) / 1000))

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <>
    {lines.map((line) => (
      <p>{line}</p>
    ))}
  </>
)

function contentOf({ lang }: PageContext, run: RunRow): string[] {
  const t = backupTexts(lang)
  const asked = run.askedBy === null ? [] : [t.by(run.askedBy)]
  if (run.rows === null || run.files === null) return asked
  const missing = run.missing > 0 ? [t.missing(formatNumber(run.missing))] : []
  const counted = t.contentWords(formatNumber(run.rows), formatNumber(run.files))
  return [counted, `${t.tree}: ${t.treeWords(formatNumber(run.treeSize ?? 0))}`, ...missing, ...asked]
}

function placesOf({ lang }: PageContext, run: RunRow): string[] {
  const t = backupTexts(lang)
  if (run.state !== 'verified') return []
  const moment = (at: Date) => formatMoment(lang, at, ZONE)
  return [
    ...(run.removedAt ? [t.removed(moment(run.removedAt))] : [run.path ?? '']),
    ...(run.offsiteRemovedAt ? [t.awayRemoved] : run.offsiteAt ? [t.away(moment(run.offsiteAt))] : []),
    ...(run.offsiteFailure ? [t.awayFailed(run.offsiteFailure)] : []),
    ...(run.keysFailure ? [t.keysFailed(run.keysFailure)] : []),
  ]
}

const Ways = ({ page: { lang }, view }: PartProps) => {
  const t = backupTexts(lang)
  const state = view.state === null ? '' : `gjendja=${view.state}`
  const to = (query: string) => `${inLanguage(lang, backupUrls.runs())}?${query}`
  return (
    <Paging
      label={t.paging}
      older={
        view.older === null
          ? null
          : { href: to([state, `pas=${view.older}`].filter(Boolean).join('&')), label: t.older }
      }
      newer={view.later ? { href: to(state), label: t.newest } : null}
    />
  )
}
