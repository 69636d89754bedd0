import type { Readable } from 'node:stream'

/**
 * What a `copy … to stdout` gives, piece by piece, each one row or several. The driver stops its socket when more has come than was
 * read, and starts it again when it is asked for more; where the last row came together with what stopped it nobody asks, and the
 * connection would be silent for ever (postgres 3.4.9, `CopyData` in connection.js). So it is asked once more at the end.
 */
export async function* copiedRows(copying: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const piece of copying) yield piece as Buffer
  } finally {
    copying._read(0)
  }
}
