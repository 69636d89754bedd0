import type { PackedCsv } from './package-rules.ts'
import type { Dataset } from './dataset.ts'

/** The words that lie in a whole copy beside the table. */
export function readMe(dataset: Dataset, csv: PackedCsv, made: { at: Date; licence: string; address: string }): string {
  const { title, description, source, name } = dataset
  const moment = made.at.toISOString()
  return `# ${title.sq}

${description.sq}

- Rreshta: ${csv.rows}
- Bërë më: ${moment}. Kopja tregon gjendjen e një çasti të vetëm.
- Licenca: ${made.licence}${source ? `\n- Burimi: ${source.sq}` : ''}
- Faqja: ${made.address}

Tabela është te ${name}.csv (UTF-8, RFC 4180, data si 2026-11-21, numrat dhjetorë me pikë). Kolonat shpjegohen te
datapackage.json. Vlerat e një liste ndahen me “ | ”. Fjalët që një program tabelash do t’i merrte për formulë (që fillojnë
me = + - @) kanë një apostrof përpara. SHA256SUMS ka shumën e kontrollit të tabelës.

# ${title.en}

${description.en}

- Rows: ${csv.rows}
- Made: ${moment}. The copy shows the state of a single moment.
- Licence: ${made.licence}${source ? `\n- Source: ${source.en}` : ''}
- Page: ${made.address}

The table is ${name}.csv (UTF-8, RFC 4180, dates as 2026-11-21, decimals with a dot). Its columns are explained in
datapackage.json. Values of a list are separated by “ | ”. Words that a spreadsheet would take for a formula (beginning with
= + - @) have an apostrophe in front. SHA256SUMS holds the digest of the table.
`
}
