import type { Transaction } from '../db/database.ts'
import { eraseAddresseesAbout as eraseThem, eraseAddresseesOf } from './dispatch-queries.ts'

/** The name and address of a person go; that a paper left the house, when and how, stays. Gives how many papers. */
export const eraseAddressees = (tx: Transaction, contactId: string): Promise<number> => eraseAddresseesOf(tx, contactId)

/** The same for all papers about these records, whether their addressee is a known contact or not. */
export const eraseAddresseesAbout = (tx: Transaction, subjects: readonly string[]): Promise<number> =>
  eraseThem(tx, subjects)
