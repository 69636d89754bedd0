import { randomInt } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFiles } from '../../tools/source-files.ts'
import { ROOT } from '../../tools/tests/run.ts'
import { PROPERTY_SEED_VARIABLE } from '../property-seed.ts'
import { passedTests } from './run-tests.ts'

const ROUNDS = 5

/** The properties of `npm test` with examples that nobody has seen. A seed given in the variable is tried again instead. */
export async function prove(): Promise<string[]> {
  const tests = ['src', 'test']
    .flatMap((folder) => projectFiles(ROOT, folder))
    .filter((name) => /\.test\.tsx?$/.test(name))
  const files = tests.filter((name) => readFileSync(join(ROOT, name), 'utf8').includes("'fast-check'"))
  const given = process.env[PROPERTY_SEED_VARIABLE]
  const seeds = given ? [given] : Array.from({ length: ROUNDS }, () => String(randomInt(2 ** 31)))
  let passed = 0
  for (const seed of seeds) {
    console.log(`  seed ${seed} (again: ${PROPERTY_SEED_VARIABLE}=${seed} npm run proof -- properties)`)
    passed += await passedTests(files, { [PROPERTY_SEED_VARIABLE]: seed })
  }
  return [`${files.length} files of properties with the seeds ${seeds.join(', ')}: ${passed} tests passed`]
}
