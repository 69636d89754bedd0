import { BYTE_ORDER_MARK } from '../lists/csv-field-rules.ts'
import type { Dataset, Row } from './dataset.ts'
import { csvHead, csvLine } from './row-words-rules.ts'

type Pages = AsyncIterable<readonly Row[]>

/** A table as RFC 4180 has it. */
export async function* csvOf(
  { columns }: Pick<Dataset, 'columns'>,
  pages: Pages,
  mark = false,
): AsyncGenerator<string> {
  yield (mark ? BYTE_ORDER_MARK : '') + csvHead(columns)
  for await (const page of pages) yield page.map((row) => csvLine(columns, row)).join('')
}

/** One array of objects. */
export async function* jsonOf(pages: Pages): AsyncGenerator<string> {
  let between = '['
  for await (const page of pages) {
    yield page.map((row, at) => `${at === 0 ? between : ','}\n${JSON.stringify(row)}`).join('')
    between = ','
  }
  yield between === '[' ? '[]\n' : '\n]\n'
}

/** One object in each line. */
export async function* jsonLinesOf(pages: Pages): AsyncGenerator<string> {
  for await (const page of pages) yield page.map((row) => `${JSON.stringify(row)}\n`).join('')
}

const ENCODER = new TextEncoder()

/**
 * What is written is asked for piece by piece, as fast as the reader takes it. When the reader goes the source is told and
 * asks the database no more. Nothing is asked before the first piece is wanted: HEAD wants none.
 */
export function streamOf(pieces: AsyncGenerator<string | Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await pieces.next()
        if (next.done === true) return controller.close()
        controller.enqueue(typeof next.value === 'string' ? ENCODER.encode(next.value) : next.value)
      },
      async cancel() {
        await pieces.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
}
