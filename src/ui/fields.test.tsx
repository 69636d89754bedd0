import { describe, expect, it } from 'vitest'
import { CheckboxField } from './checkbox-field.tsx'
import { DataTable } from './data-table.tsx'
import { DateField } from './date-field.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { RadioField } from './radio-field.tsx'
import { TextField } from './text-field.tsx'
import { htmlOf } from './testing.ts'

describe('the error summary', () => {
  it('is nothing when there is nothing to mend', async () => {
    expect(await htmlOf(<ErrorSummary title="Ndreqni" errors={{}} />)).not.toContain('div')
  })

  const LABELS = { dayLabel: 'Dita', monthLabel: 'Muaji', yearLabel: 'Viti' }
  const options = [
    { value: 'po', label: 'Po' },
    { value: 'jo', label: 'Jo' },
  ]
  const fields = {
    emri: <TextField name="emri" label="Emri" error="Shkruani emrin" />,
    data: <DateField name="data" legend="Data" {...LABELS} error="Shkruani datën" />,
    vendimi: <RadioField name="vendimi" legend="Vendimi" options={options} error="Zgjidhni" />,
    pajtohem: <CheckboxField name="pajtohem" label="Pajtohem" error="Vendosni shenjën" />,
  }

  it.each(Object.entries(fields))('links into a control of the field %s', async (name, field) => {
    const summary = await htmlOf(<ErrorSummary title="Ndreqni" errors={{ [name]: 'Ndreqni' }} />)
    expect(summary).toContain(`href="#${name}"`)
    expect(await htmlOf(field)).toMatch(new RegExp(`<input [^>]*id="${name}"`))
  })
})

describe('a date field', () => {
  it('sends day, month and year apart and gives them back', async () => {
    const value = { day: '31', month: '2', year: '2026' }
    const html = await htmlOf(
      <DateField name="data" legend="Data" value={value} dayLabel="Dita" monthLabel="Muaji" yearLabel="Viti" />,
    )
    for (const [part, typed] of [
      ['day', '31'],
      ['month', '2'],
      ['year', '2026'],
    ]) {
      expect(html).toMatch(new RegExp(`name="data-${part}"[^>]* value="${typed}"`))
    }
  })
})

describe('a table', () => {
  it('gives each cell the name of its column, and a row the name that its first cell is', async () => {
    const html = await htmlOf(
      <DataTable
        caption="Nenet"
        head={[{ label: 'Neni' }, { label: 'Komente', numeric: true }]}
        rows={[['Neni 1', 4]]}
        firstColumnHeader
      />,
    )
    expect(html).toMatch(/<th [^>]*scope="row" data-label="Neni">Neni 1<\/th>/)
    expect(html).toMatch(/<td [^>]*data-label="Komente">4<\/td>/)
  })
})
