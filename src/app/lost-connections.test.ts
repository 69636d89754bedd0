import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

/** A process of its own, as a failure that nobody hears is a matter of the whole process. */
const endOf = (failure: string) =>
  promisify(execFile)(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { surviveLostConnections } from '${ROOT}/src/app/lost-connections.ts'
       surviveLostConnections({ warn: (fields, words) => console.log(words) })
       void Promise.reject(${failure})
       setTimeout(() => console.log('goes on'), 50)`,
    ],
    { cwd: ROOT },
  ).then(
    ({ stdout }) => ({ code: 0, stdout }),
    (error: { code: number; stdout: string }) => ({ code: error.code, stdout: error.stdout }),
  )

describe('a failure that nobody hears', () => {
  it('does not end the process when a connection to the database was lost', async () => {
    const end = await endOf(`Object.assign(new Error('write CONNECTION_CLOSED'), { code: 'CONNECTION_CLOSED' })`)
    expect(end).toEqual({ code: 0, stdout: expect.stringMatching(/lost connection[\s\S]+goes on/) })
  })

  it('ends it when it is anything else', async () => {
    const end = await endOf(`new Error('a fault of ours')`)
    expect(end).toEqual({ code: 1, stdout: '' })
  })
})
