import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { readPassphrase } from '#platform/backup/keys.ts'

/** From the file named, else asked for on the terminal, where it does not show; null: there is neither. */
export async function passphraseFrom(file: string | undefined, folder: string): Promise<string | { why: string }> {
  if (file !== undefined) {
    const found = await readPassphrase(resolve(folder, file))
    return found ?? { why: `${file} is not there, or this user may not read it.` }
  }
  if (!process.stdin.isTTY) return { why: 'No terminal to ask on: give --passphrase-file FILE.' }
  return ask()
}

function ask(): Promise<string> {
  process.stderr.write('Passphrase: ')
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true })
  const { promise, resolve: answer } = Promise.withResolvers<string>()
  lines.question('', (words) => {
    process.stderr.write('\n')
    lines.close()
    answer(words)
  })
  return promise
}
