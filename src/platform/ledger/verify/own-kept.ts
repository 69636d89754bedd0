import type { Services } from '../../services.ts'
import { readKept, readKeptInStore } from '../tree/kept-checkpoint.ts'
import type { KeptNote } from './kept-note-rules.ts'

/** The last published checkpoint, where this installation keeps it outside its database. None before the first. */
export async function readOwnKept({ settings, log }: Pick<Services, 'settings' | 'log'>): Promise<KeptNote[]> {
  const inStore = readKeptInStore(settings).catch((error: unknown) => {
    log.warn({ error: String(error) }, 'the copy of the checkpoint in the file store cannot be read')
    return null
  })
  return [await readKept(settings), await inStore].filter((kept) => kept !== null)
}
