import type { ErasedRecord, Named, VerifyReport, Way } from '#platform/ledger/verify/report-rules.ts'

const WORDS: Record<Way, string> = {
  altered: 'altered',
  deleted: 'deleted',
  inserted: 'inserted',
  reordered: 'reordered',
  'entry-altered': 'entry of the log altered',
  'entry-deleted': 'entry of the log deleted',
  'entry-inserted': 'entry of the log inserted',
  'salt-missing': 'salt of an entry deleted',
  'unknown-kind': 'entries of an unknown kind',
  'tile-altered': 'tile of the tree altered',
  'checkpoint-altered': 'checkpoint altered',
  'checkpoint-signature': 'checkpoint with a wrong signature',
  'checkpoint-missing': 'checkpoint missing',
  'checkpoint-rolled-back': 'the log is shorter than a checkpoint that was kept',
  'checkpoint-forked': 'the log is not the one of a checkpoint that was kept',
  'cosignature-altered': 'cosignature altered',
}

/** What was found, for a person at a terminal. */
export function reportLines(report: VerifyReport): string[] {
  const kinds = Object.entries(report.kinds).map(([kind, one]) => {
    const erased = one.erased > 0 ? `, ${one.erased} erased` : ''
    return `  ${kind}: ${one.records} records, ${one.entries} entries${erased}`
  })
  const rows = Object.values(report.kinds).reduce((sum, { records, entries }) => sum + records + entries, 0)
  const speed = Math.round(rows / Math.max(report.seconds, 0.001))
  const { unsequenced } = report
  return [
    ...verdictLines(report),
    ...(report.root ? [`Tree: ${report.size} entries, root ${report.root.toString('base64')}`] : []),
    ...(report.root ? [`Checkpoints: ${report.checkpoints}, cosignatures: ${report.cosignatures}`] : []),
    ...kinds,
    ...(report.erasedCount > 0 ? [`Erased, which is not altered: ${report.erasedCount} (--list-erased)`] : []),
    ...(unsequenced ? [`Waiting for their place since ${unsequenced.oldest.toISOString()}: ${unsequenced.count}`] : []),
    ...report.notes,
    `${rows} rows in ${report.seconds.toFixed(1)} s, ${speed} rows/s`,
  ]
}

function verdictLines({ named, namedCount }: VerifyReport): string[] {
  if (namedCount === 0) return ['Nothing was altered, deleted, inserted or reordered.']
  const more = namedCount - named.length
  return [...named.map(namedLine), ...(more > 0 ? [`and ${more} more`] : [])]
}

export function namedLine({ way, kind, subject, version, index, detail, title, href }: Named): string {
  const what = subject ?? kind
  const facts = [
    ...(what === null ? [] : [`${what}${version === null ? '' : ` version ${version}`}`]),
    ...(title === undefined ? [] : [`"${title}"`]),
    ...(href === undefined ? [] : [href]),
    ...(index === null ? [] : [way.startsWith('c') ? `at ${index} entries` : `entry ${index}`]),
  ]
  return `${WORDS[way].toUpperCase()}${facts.length > 0 ? `: ${facts.join(', ')}` : ''} (${detail})`
}

export const erasedLine = ({ subject, at }: ErasedRecord): string =>
  `${subject}: erased on ${at.toISOString().slice(0, 10)}`

export const reportData = ({ root, ...report }: VerifyReport): Record<string, unknown> => ({
  outcome: report.namedCount === 0 ? 'well' : 'named',
  root: root?.toString('base64') ?? null,
  ...report,
})
