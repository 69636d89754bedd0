import type { Transaction } from '../db/database.ts'
import type { Services } from '../services.ts'
import { withdrawFiles } from './document-writing-queries.ts'

/**
 * Takes documents away at once, in all languages and versions, with their words and the pictures made of them: every
 * address of theirs answers 410 from the commit on, for officials too. The content is then named by these documents no
 * more, and the nightly sweep deletes it, unless another document holds the very same. Gives how many files were taken
 * down; what was taken down before is not counted again.
 */
export const withdrawContent = (
  tx: Transaction,
  _services: Pick<Services, 'files' | 'clock'>,
  documentIds: readonly string[],
  at: Date,
): Promise<number> => (documentIds.length === 0 ? Promise.resolve(0) : withdrawFiles(tx, documentIds, at))
