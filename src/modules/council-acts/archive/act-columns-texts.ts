import type { TargetColumn } from '#platform/imports/table-target.ts'

const column = (
  name: string,
  title: { sq: string; en: string },
  known: readonly string[],
  more: Partial<TargetColumn> = {},
): TargetColumn => ({ name, title, type: 'string', required: false, known, ...more })

/** The columns of a table of acts, and the words by which people call them. */
export const ACT_COLUMNS: readonly TargetColumn[] = [
  column('number', { sq: 'Numri', en: 'Number' }, ['nr', 'nr aktit', 'numri i aktit', 'nr vendimit', 'no']),
  column('kind', { sq: 'Lloji', en: 'Kind' }, ['lloji i aktit', 'tipi', 'type', 'akti']),
  column(
    'title',
    { sq: 'Titulli', en: 'Title' },
    ['titull', 'emertimi', 'objekti', 'permbajtja', 'subject', 'pershkrimi'],
    {
      required: true,
    },
  ),
  column('date', { sq: 'Data', en: 'Date' }, ['data e miratimit', 'dt', 'date', 'miratuar me'], { type: 'date' }),
  column('status', { sq: 'Gjendja', en: 'Status' }, ['statusi', 'ne fuqi', 'force']),
  column('commission', { sq: 'Komisioni', en: 'Commission' }, ['komisioni pergjegjes', 'committee']),
  column('file', { sq: 'Skedari', en: 'File' }, ['emri i skedarit', 'pdf', 'dokumenti', 'file name', 'skedar']),
]
