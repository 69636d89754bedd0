import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** The heavy tests: other users, crashes, foreign servers, large numbers. Names after the command choose some of them. */
const folder = join(import.meta.dirname, '../test/proof')
const wanted = process.argv.slice(2)
const names = (await readdir(folder)).filter((name) => name.endsWith('.proof.ts')).toSorted()
const chosen = names.filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)))
if (chosen.length === 0) console.error(`No proof of that name. There are: ${names.join(', ')}`)

let failed = chosen.length === 0 ? 1 : 0
for (const name of chosen) {
  const begun = performance.now()
  console.log(`## ${name.replace('.proof.ts', '')}`)
  try {
    const { prove } = (await import(join(folder, name))) as { prove: () => Promise<string[]> }
    for (const line of await prove()) console.log(`- ${line}`)
  } catch (error) {
    failed += 1
    console.error(error)
  }
  console.log(`(${((performance.now() - begun) / 1000).toFixed(0)} s)\n`)
}
console.log(`${chosen.length - (chosen.length === 0 ? 0 : failed)} of ${chosen.length} proofs hold`)
process.exitCode = failed === 0 ? 0 : 1
