import { run } from './run.ts'

export type Checked = { name: string; passed: boolean }

/** What is wrong with the code without running it. */
const CHECKS: Record<string, readonly [program: string, ...args: string[]]> = {
  types: ['tsc', '--project', '.'],
  lint: ['oxlint', '--type-aware', '--deny-warnings'],
  format: ['prettier', '--check', '--log-level', 'warn', '.'],
  imports: ['node', 'tools/check-imports.ts'],
}

/** All of them, side by side; each is named with its time, and speaks only if it has something to complain of. */
export const runChecks = (): Promise<Checked[]> =>
  Promise.all(
    Object.entries(CHECKS).map(async ([name, [program, ...args]]) => {
      const begun = performance.now()
      const { passed, output } = await run(program, args, { quiet: true })
      if (!passed) console.error(output.trimEnd())
      console.log(`${name}: ${passed ? 'passed' : 'FAILED'}, ${((performance.now() - begun) / 1000).toFixed(1)} s`)
      return { name, passed }
    }),
  )
