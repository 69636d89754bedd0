import { actOfRow } from './act-row-rules.ts'
import { plainWord, type ArchiveRow } from './archive-rules.ts'
import type { Numbering } from './numbering-rules.ts'

type Facts = { at: number; digest: string; numbering: Numbering }

/** A row of a table of acts. By kind, number and day it is known again; without a number by its file, or its title. */
export function actOfTableRow(cells: Readonly<Record<string, string>>, facts: Facts): ArchiveRow {
  const { number = '', kind = '', title = '', date = '', status = '', commission = '', file = '' } = cells
  const year = /^\d{4}$/.test(date) ? date : ''
  const known = number !== '' ? [kind, number, date] : file !== '' ? [file] : [title, date]
  const row = actOfRow(
    {
      id: title === '' ? '–' : `table:${known.map(plainWord).join('/')}`.slice(0, 500),
      number,
      title: title.replace(/\s+/g, ' '),
      body: '',
      type: kind,
      year,
      date: year === '' ? date : '',
      status,
      commission,
      topics: [],
    },
    facts,
  )
  if (row.kind === 'refused' || file === '') return row
  return { kind: 'act', act: { ...row.act, source: { ...row.act.source, file } } }
}
