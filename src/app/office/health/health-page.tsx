import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment, formatNumber, formatSize } from '#platform/i18n/formats.ts'
import { isStuck } from '#platform/health/stuck-rules.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Layout } from '#ui/layout.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { WarningText } from '#ui/warning-text.tsx'
import { OFFICE_TEXTS } from '../office-texts.ts'
import type { HealthView } from './health-view.ts'
import { LastCheckPart } from './last-check-part.tsx'
import type { LastCheck } from './last-check-view.ts'
import { healthTexts } from './texts.ts'

type Props = { page: PageContext; view: HealthView }
type PageProps = Props & { check: LastCheck | null }

/** Both countries keep this time. */
const ZONE = 'Europe/Tirane'

/** What works, what waits and what is stuck. */
export const HealthPage = ({ page, view, check }: PageProps) => {
  const t = healthTexts(page.lang)
  return (
    <Layout page={page} title={t.title} office robots="noindex">
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      <StuckThings page={page} view={view} />
      <h2>{t.letters}</h2>
      {view.letters.length === 0 ? <EmptyState>{t.noLetters}</EmptyState> : <Letters page={page} view={view} />}
      <Ledger page={page} view={view} />
      <h2>{t.check.title}</h2>
      <LastCheckPart page={page} check={check} zone={ZONE} />
      <Search page={page} view={view} />
      <Links page={page} view={view} />
      <Jobs page={page} view={view} />
      <Schedule page={page} view={view} />
      <Machine page={page} view={view} />
    </Layout>
  )
}

const momentOf = (page: PageContext, at: Date | null, none: string): string =>
  at === null ? none : formatMoment(page.lang, at, ZONE)

const StuckThings = ({ page, view: { stuck } }: Props) => {
  const t = healthTexts(page.lang)
  if (!isStuck(stuck)) return <p>{t.fine}</p>
  const keys = [
    'lettersWaiting',
    'lettersUndecided',
    'jobsWaiting',
    'jobsFailed',
    'entriesWaiting',
    'signingRefused',
    'witnessesFailing',
    'backupsLate',
    'searchLate',
    'searchFaulty',
  ] as const
  return (
    <>
      <WarningText assistive={t.attention}>{t.stuck}</WarningText>
      <SummaryList
        rows={keys.filter((key) => stuck[key] > 0).map((key) => ({ key: t[key], value: formatNumber(stuck[key]) }))}
      />
    </>
  )
}

const Letters = ({ page, view }: Props) => {
  const t = healthTexts(page.lang)
  const states: Record<string, { label: string }> = OFFICE_TEXTS[page.lang].mail.states
  return (
    <DataTable
      caption={t.letters}
      captionHidden
      firstColumnHeader
      head={[{ label: t.state }, { label: t.count, numeric: true }, { label: t.oldest }]}
      rows={view.letters.map(({ state, count, oldest }) => [
        states[state]?.label ?? state,
        formatNumber(count),
        formatMoment(page.lang, oldest, ZONE),
      ])}
    />
  )
}

/** How far the log is behind the deeds, and whether others still see it grow. */
const Ledger = ({ page, view: { ledger, refused } }: Props) => {
  const t = healthTexts(page.lang)
  const reasons: Record<string, string> = t.refusals
  const failing = ledger.failingSince && t.failingSince(formatMoment(page.lang, ledger.failingSince, ZONE))
  return (
    <section>
      <h2>{t.ledger}</h2>
      <SummaryList
        rows={[
          { key: t.ledgerSize, value: ledger.size === null ? t.ledgerNone : formatNumber(ledger.size) },
          { key: t.ledgerSigned, value: momentOf(page, ledger.signedAt, '–') },
          { key: t.ledgerWaiting, value: formatNumber(ledger.waiting) },
          { key: t.ledgerOldest, value: momentOf(page, ledger.oldestWaiting, '–') },
          {
            key: t.ledgerSigning,
            value:
              refused === null ? (
                t.ledgerSigns
              ) : (
                <>
                  <strong>{reasons[refused] ?? t.refusedUnknown(refused)}</strong>
                  <p>{t.refusedMeans}</p>
                </>
              ),
          },
          ...(ledger.restoreWaits ? [{ key: t.restore, value: <strong>{t.restoreWaits}</strong> }] : []),
          {
            key: t.witnesses,
            value: ledger.witnesses === 0 ? t.noWitness : t.witnessesOf(ledger.witnesses, ledger.witnessesFailing),
          },
          ...(failing ? [{ key: t.witnessFails, value: <strong>{failing}</strong> }] : []),
        ]}
      />
    </section>
  )
}

/** How far the index of the search is behind the deeds, and whether it was as the record is. */
const Search = ({ page, view: { search, searchLooked } }: Props) => {
  const t = healthTexts(page.lang)
  const mended = Number(searchLooked?.details.mended ?? 0)
  return (
    <section>
      <h2>{t.search}</h2>
      <SummaryList
        rows={[
          { key: t.searchWaiting, value: formatNumber(search.waiting) },
          { key: t.ledgerOldest, value: momentOf(page, search.oldest, '–') },
          { key: t.searchUnread, value: formatNumber(search.faulty) },
          { key: t.searchBuilt, value: search.filling ? t.searchFilling : momentOf(page, search.builtAt, t.never) },
          {
            key: t.searchLooked,
            value:
              searchLooked === null
                ? t.never
                : `${formatMoment(page.lang, searchLooked.at, ZONE)}: ${t.searchMended(formatNumber(mended))}`,
          },
        ]}
      />
    </section>
  )
}

/** Whether links between records lead anywhere. */
const Links = ({ page, view: { linksLooked } }: Props) => {
  const t = healthTexts(page.lang)
  const { looked, dangling } = linksLooked?.details ?? {}
  const found = t.linksFound(formatNumber(Number(looked ?? 0)), formatNumber(Number(dangling ?? 0)))
  return (
    <section>
      <h2>{t.links}</h2>
      <SummaryList
        rows={[
          {
            key: t.linksLooked,
            value: linksLooked === null ? t.never : `${formatMoment(page.lang, linksLooked.at, ZONE)}: ${found}`,
          },
        ]}
      />
    </section>
  )
}

const Jobs = ({ page, view: { jobs } }: Props) => {
  const t = healthTexts(page.lang)
  return (
    <section>
      <h2>{t.jobs}</h2>
      <SummaryList
        rows={[
          { key: t.waiting, value: formatNumber(jobs.waiting) },
          { key: t.due, value: formatNumber(jobs.due) },
          { key: t.oldestDue, value: momentOf(page, jobs.oldestDue, '–') },
          { key: t.failed, value: formatNumber(jobs.failed) },
        ]}
      />
    </section>
  )
}

const Schedule = ({ page, view }: Props) => {
  const t = healthTexts(page.lang)
  return (
    <section>
      <h2>{t.signs}</h2>
      <p>{t.signsLead}</p>
      <DataTable
        caption={t.signs}
        captionHidden
        firstColumnHeader
        head={[t.job, t.at, t.last].map((label) => ({ label }))}
        rows={view.schedule.map(({ job, at, last }) => [
          <code lang="en">{job}</code>,
          <code>{at}</code>,
          momentOf(page, last, t.never),
        ])}
      />
    </section>
  )
}

const Machine = ({ page, view }: Props) => {
  const { lang } = page
  const t = healthTexts(lang)
  const { imap, backup, database, freeDisk, filesAnswer, versions } = view
  const read = imap && `${imap.details.ok === false ? t.imapFailed : t.imapOk}: ${formatMoment(lang, imap.at, ZONE)}`
  return (
    <section>
      <h2>{t.machine}</h2>
      <SummaryList
        rows={[
          { key: t.backup, value: momentOf(page, backup?.verifiedAt ?? null, t.backupNone) },
          ...(backup?.state === 'failed'
            ? [
                {
                  key: t.backupLast,
                  value: <strong>{t.backupFailed(formatMoment(lang, backup.startedAt, ZONE))}</strong>,
                },
              ]
            : []),
          { key: t.imap, value: read ?? t.imapNone },
          { key: t.database, value: formatSize(lang, database.bytes) },
          { key: t.disk, value: freeDisk === null ? t.diskUnknown : formatSize(lang, freeDisk) },
          { key: t.files, value: filesAnswer ? t.filesOk : <strong>{t.filesBroken}</strong> },
          { key: t.tasksOverdue, value: formatNumber(database.tasksOverdue) },
          { key: t.toPrint, value: formatNumber(database.toPrint) },
          { key: t.version, value: versions.kuvend },
          { key: t.node, value: versions.node },
          { key: t.postgres, value: database.version },
        ]}
      />
    </section>
  )
}
