import type { Database, Transaction } from './database.ts'
import { isUnreachable } from './unreachable.ts'

/**
 * A transaction that is over for good when its connection is. With postgres 3.4.9 alone it is not: the rollback that the
 * driver sends after the loss ends the process, and statements that follow one may arrive on the connection that took the
 * place of the lost one, inside the transaction of somebody else. Needed wherever the database is told to cut off who
 * is silent for too long.
 */
export async function sealed<Result>(db: Database, run: (tx: Transaction) => Promise<Result>): Promise<Result> {
  const connection = { lost: false }
  const never = new Promise<never>(() => {})
  try {
    const done = await db.begin(async (tx) => {
      try {
        const result = await run(guarded(tx, connection))
        // To come to an end here would be to send a commit or a rollback. `begin` itself has failed by now, or will.
        return connection.lost ? await never : { result }
      } catch (error) {
        if (connection.lost || isCutOff(error)) return never
        throw error
      }
    })
    return (done as { result: Result }).result
  } catch (error) {
    connection.lost = true
    throw error
  }
}

function guarded(tx: Transaction, connection: { lost: boolean }): Transaction {
  return new Proxy(tx, {
    apply: (target, self, words) => {
      if (connection.lost) throw new Error('This transaction has lost its connection')
      return Reflect.apply(target, self, words) as unknown
    },
  })
}

/** The last words of the server, or none. What it says otherwise leaves the connection as it is. */
const isCutOff = (error: unknown): boolean =>
  error instanceof Error && 'severity' in error
    ? error.severity === 'FATAL' || error.severity === 'PANIC'
    : isUnreachable(error)
