import type { Child } from 'hono/jsx'
import { classNames } from './class-names.ts'

export type Column = {
  label: string
  numeric?: boolean | undefined
  /** Never broken over two lines: codes, dates. */
  tight?: boolean | undefined
  /** A share of the table that does not follow the words in it, so that tables below each other stand alike. */
  share?: 'wide' | 'narrow' | undefined
}

type Props = {
  caption: string
  captionHidden?: boolean | undefined
  head: readonly Column[]
  rows: readonly (readonly Child[])[]
  /** The first cell of a row names the row. */
  firstColumnHeader?: boolean | undefined
  /** Its cells hold long words, such as addresses: it becomes a list sooner. */
  roomy?: boolean | undefined
}

/** From this many on, a table needs more room than a tablet has. */
const MANY_COLUMNS = 5
/** And from this many on, or where it says so, more than a tablet has when it lies. */
const MOST_COLUMNS = 8

/**
 * A table that becomes a list of rows where there is no room, each cell under its column's name. Some browsers take a
 * table's meaning away with its display: `browser/table-roles.ts` gives it back, for roles written here are HTML errors.
 */
export const DataTable = ({ caption, captionHidden, head, rows, firstColumnHeader, roomy }: Props) => (
  <div class={classNames('kv-table-room', head.length <= 2 && 'kv-table-room--slim')}>
    <table
      class={classNames(
        'govuk-table kv-table',
        head.length >= MANY_COLUMNS && 'kv-table--many-columns',
        (roomy || head.length >= MOST_COLUMNS) && 'kv-table--most-columns',
        head.some(({ share }) => share) && 'kv-table--fixed',
      )}
    >
      <caption class={classNames('govuk-table__caption', captionHidden && 'govuk-visually-hidden')}>{caption}</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {head.map((column) => (
            <th class={cellClass('header', column)} scope="col">
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {rows.map((cells) => (
          <tr class="govuk-table__row">
            {cells.map((cell, index) => (
              <Cell column={head[index]} header={firstColumnHeader === true && index === 0}>
                {cell}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

const Cell = ({ column, header, children }: { column: Column | undefined; header: boolean; children?: Child }) =>
  header ? (
    <th class={cellClass('header', column)} scope="row" data-label={column?.label}>
      {children}
    </th>
  ) : (
    <td class={cellClass('cell', column)} data-label={column?.label}>
      {children}
    </td>
  )

const cellClass = (kind: 'header' | 'cell', column: Column | undefined): string =>
  classNames(
    `govuk-table__${kind}`,
    column?.numeric && `govuk-table__${kind}--numeric`,
    column?.tight && 'kv-tight',
    column?.share && `kv-column--${column.share}`,
  )
