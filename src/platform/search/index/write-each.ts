import type { Transaction } from '../../db/database.ts'
import { sealed } from '../../db/sealed-transaction.ts'
import type { Services } from '../../services.ts'
import { refOf } from '../../subjects/subject-rules.ts'
import type { SearchSource } from '../search-source.ts'
import { holdIndex } from './changed-queries.ts'
import { isPassing, setAside } from './set-aside.ts'

type Write = (tx: Transaction, ids: readonly string[]) => Promise<number>

/** All of them in one transaction; where one cannot be read, each by itself, and that one is set aside. */
export async function writeEach(
  services: Pick<Services, 'db' | 'clock' | 'log'>,
  source: SearchSource,
  ids: readonly string[],
  write: Write,
): Promise<number> {
  try {
    return await sealed(services.db, async (tx) => {
      await holdIndex(tx)
      return write(tx, ids)
    })
  } catch (error) {
    if (isPassing(error)) throw error
    const [id = ''] = ids
    if (ids.length > 1) {
      let written = 0
      for (const one of ids) written += await writeEach(services, source, [one], write)
      return written
    }
    await setAside(services, { subject: refOf(source.subjectKind, id) }, error)
    return 0
  }
}
