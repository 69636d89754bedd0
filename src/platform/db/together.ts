/**
 * For statements of one transaction that do not wait for each other's answers: they go out together, and the database
 * answers them one after the other. Comes back when all are through, also where one has failed. With `Promise.all` a branch
 * could go on and send its next statement after the rollback, into the transaction that has the connection by then.
 */
export async function together<Asked extends readonly unknown[] | []>(
  asked: Asked,
): Promise<{ -readonly [Place in keyof Asked]: Awaited<Asked[Place]> }> {
  await Promise.allSettled(asked)
  return Promise.all(asked)
}
