import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The files that take longest, the longest first; `npm test` prints which they are at its end. */
const LONGEST = [
  'test/e2e/every-page.test.ts',
  'test/matrix-routes-1.test.ts',
  'test/matrix-routes-2.test.ts',
  'test/matrix-routes-3.test.ts',
  'test/matrix-routes-4.test.ts',
  'test/e2e/council-walk.test.ts',
  'test/e2e/acts-walk.test.ts',
  'test/e2e/consultation-walk.test.ts',
  'test/e2e/second-half.test.ts',
  'test/e2e/keyboard.test.ts',
  'test/e2e/citizen.test.ts',
  'test/upgrade.test.ts',
  'test/whole-consultation.test.ts',
  'test/backup.test.ts',
  'test/start.test.ts',
]

/** A long file that begins last leaves the other workers idle: so the longest begin first, browsers or not. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = LONGEST.findIndex((file) => moduleId.endsWith(`/${file}`))
      return at === -1 ? LONGEST.length : at
    }
    // oxlint-disable-next-line unicorn/no-array-sort -- the sequencer's own method, of that name
    const usual = await super.sort(files)
    return usual.toSorted((one, other) => place(one) - place(other))
  }
}
