import { describe, expect, it } from 'vitest'
import { checkImports } from '../check-imports.ts'
import { judgeTree } from './import-law.ts'

/** Problems of a small tree: path below `src/` (or from the root) → its imports, one a line. */
function problemsOf(tree: Record<string, string>): string[] {
  return judgeTree({
    files: new Map(Object.entries(tree)),
    aliases: {
      '#law/*': './src/law/*',
      '#platform/*': './src/platform/*',
      '#ui/*': './src/ui/*',
      '#modules/*': './src/modules/*',
      '#app/*': './src/app/*',
      '#test/*': './test/*',
    },
    packages: { dependencies: ['hono', 'postgres', 'pg', 'zod'], devDependencies: ['vitest', '@types/node'] },
  }).problems
}

const uses = (...targets: string[]): string => targets.map((target) => `import { a } from '${target}'`).join('\n')
const names = (target: string): string => `import type { A } from '${target}'`
const hands = (target: string): string => `export { a } from '${target}'`
const nothing = 'export const a = 1'

/** One file of a module that imports another of the same module. */
function inModule(from: string, to: string, how = uses): Record<string, string> {
  return { [`src/modules/plans/${from}`]: how(`./${to}`), [`src/modules/plans/${to}`]: nothing }
}

const platform = (from: string, to: string, how = uses): Record<string, string> => ({
  [`src/modules/plans/${from}`]: how(`#platform/${to}`),
  [`src/platform/${to}`]: nothing,
})

describe('the import law', () => {
  it('holds in this project', () => {
    const { files, imports, problems } = checkImports()
    expect(problems).toEqual([])
    expect(files).toBeGreaterThan(300)
    expect(imports).toBeGreaterThan(1500)
  })

  it('finds nothing in a tree that keeps it', () => {
    const tree = {
      'src/app/modules.ts': uses('#modules/plans/module.ts'),
      'src/modules/plans/module.ts': uses('./plan-routes.tsx', '#platform/module.ts'),
      'src/modules/plans/plan-routes.tsx': uses('./plan-page.tsx', './plan-view.ts', './write-plan.ts', 'hono'),
      'src/modules/plans/plan-page.tsx': `${names('./plan-queries.ts')}\n${names('./plan-view.ts')}\n${uses('#ui/tag.tsx')}`,
      'src/modules/plans/plan-view.ts': uses('./plan-queries.ts', './plan-rules.ts'),
      'src/modules/plans/write-plan.ts': uses('./plan-queries.ts', './plan-rules.ts', '#platform/jobs/jobs.ts'),
      'src/modules/plans/plan-queries.ts': uses('#platform/db/database.ts', './plan-rules.ts'),
      'src/modules/plans/plan-rules.ts': uses('#platform/time/civil-date.ts', '#law/clocks.ts'),
      'src/modules/plans/write-plan.test.ts': uses('./write-plan.ts', '#test/database.ts', 'vitest', 'node:fs'),
      'src/ui/tag.tsx': uses('#platform/i18n/language.ts'),
      'src/platform/module.ts': nothing,
      'src/platform/jobs/jobs.ts': uses('../db/database.ts'),
      'src/platform/db/database.ts': uses('postgres'),
      'src/platform/time/civil-date.ts': nothing,
      'src/platform/i18n/language.ts': nothing,
      'src/law/clocks.ts': uses('./calendar.ts'),
      'src/law/calendar.ts': nothing,
      'test/database.ts': uses('#platform/db/database.ts', '#app/modules.ts'),
      'bin/start.ts': uses('../tools/build.ts'),
      'browser/plans.ts': uses('#modules/plans/plan-rules.ts', '#law/clocks.ts'),
      'tools/build.ts': nothing,
    }
    expect(problemsOf(tree)).toEqual([])
  })
})

/** Each breaks one rule, and nothing else; the words are those that somebody reads who broke it. */
const BROKEN: [rule: string, tree: Record<string, string>, words: string][] = [
  [
    'a floor does not look up',
    { 'src/platform/http/a.ts': uses('#ui/b.ts'), 'src/ui/b.ts': nothing },
    'src/platform/http/a.ts:1 → src/ui/b.ts: platform must not look up at ui',
  ],
  [
    'nor for a type',
    { 'src/ui/a.ts': names('#modules/plans/module.ts'), 'src/modules/plans/module.ts': nothing },
    'ui must not look up at modules',
  ],
  [
    'nor by a dynamic import',
    { 'src/law/a.ts': `const b = await import(${JSON.stringify('#platform/b.ts')})`, 'src/platform/b.ts': nothing },
    'law must not look up at platform',
  ],
  [
    'nor in a test',
    { 'src/platform/a.test.ts': uses('#app/web.ts'), 'src/app/web.ts': nothing },
    'platform must not look up at app',
  ],
  ['the law imports no package', { 'src/law/a.ts': uses('node:fs') }, 'law must not import node:fs'],
  [
    'the look does not reach the database',
    { 'src/ui/a.ts': uses('#platform/db/database.ts'), 'src/platform/db/database.ts': nothing },
    'ui must not import from platform/db/',
  ],
  [
    'no module imports another, not even its door',
    { 'src/modules/plans/a.ts': uses('#modules/council/module.ts'), 'src/modules/council/module.ts': nothing },
    'plans must not reach into council',
  ],
  [
    'the application enters by the door',
    { 'src/app/a.ts': uses('#modules/plans/plan-view.ts'), 'src/modules/plans/plan-view.ts': nothing },
    'enter plans by its module.ts',
  ],
  ['no index', { 'src/ui/index.ts': nothing }, 'src/ui/index.ts: no barrels'],
  ['nothing is handed on', { 'src/ui/a.ts': hands('./b.ts'), 'src/ui/b.ts': nothing }, './b.ts: no barrels'],
  [
    'no circle',
    {
      'src/platform/a.ts': uses('./b.ts'),
      'src/platform/b.ts': uses('./c.ts'),
      'src/platform/c.ts': uses('./a.ts'),
    },
    'circle: src/platform/a.ts → src/platform/b.ts → src/platform/c.ts → src/platform/a.ts',
  ],
  [
    'no circle of types',
    { 'src/ui/a.ts': names('./b.ts'), 'src/ui/b.ts': names('./a.ts') },
    'circle: src/ui/a.ts → src/ui/b.ts → src/ui/a.ts',
  ],
  [
    'across floors the floor is named',
    { 'src/ui/a.ts': uses('../platform/b.ts'), 'src/platform/b.ts': nothing },
    'across floors, write #platform/',
  ],
  ['at home it is not', { 'src/ui/a.ts': uses('#ui/b.ts'), 'src/ui/b.ts': nothing }, 'at home, write ./ or ../'],
  ['the extension is written', { 'src/ui/a.ts': uses('./b'), 'src/ui/b.ts': nothing }, 'src/ui/b: does not exist'],
  ['an alias is known', { 'src/ui/a.ts': uses('#nowhere/b.ts') }, '#nowhere/b.ts: does not exist'],
  [
    'an import is written so that it can be read',
    { 'src/ui/a.ts': 'import { a /* it\'s */ } from "./b.ts"', 'src/ui/b.ts': nothing },
    'src/ui/a.ts:1: an import that the law cannot read',
  ],
  [
    'what runs does not need tests',
    { 'src/platform/a.ts': uses('./testing.ts'), 'src/platform/testing.ts': nothing },
    'what runs must not import platform/testing.ts',
  ],
  [
    'the house does not open the sheds beside it',
    { 'src/app/a.ts': uses('../../tools/b.ts'), 'tools/b.ts': nothing },
    'the house must not import from tools/',
  ],
  [
    'the browser is on its own',
    { 'browser/a.ts': uses('#ui/b.ts'), 'src/ui/b.ts': nothing },
    'browser/ must not import from ui',
  ],
  [
    'of a module it uses rules alone',
    { 'browser/a.ts': uses('#modules/plans/plan-view.ts'), 'src/modules/plans/plan-view.ts': nothing },
    'browser/ must not import from modules',
  ],
  [
    'nor the words of the house',
    { 'browser/a.ts': uses('#platform/i18n/formats.ts'), 'src/platform/i18n/formats.ts': nothing },
    'browser/ must not import from platform',
  ],
  ['a package is asked for by name', { 'src/app/a.ts': uses('left-pad') }, 'left-pad is not in package.json'],
  ['what runs does not need development', { 'src/app/a.ts': uses('vitest') }, 'vitest is there for development only'],
  ['a package stays at home', { 'src/app/a.ts': uses('pg') }, 'pg belongs to src/platform/jobs/'],
  ['rules import rules alone', inModule('plan-rules.ts', 'plan-queries.ts'), 'a rules must not import a queries'],
  ['rules name no row', inModule('plan-rules.ts', 'plan-queries.ts', names), 'a rules must not import a queries'],
  ['rules see no plumbing', platform('plan-rules.ts', 'jobs/jobs.ts'), 'a rules must not import platform/jobs/jobs.ts'],
  ['rules read no file', { 'src/modules/plans/plan-rules.ts': uses('node:fs') }, 'a rules must not import node:fs'],
  ['a calendar is a rule', { 'src/platform/time/a.ts': uses('node:fs') }, 'a rules must not import node:fs'],
  ['queries write no letter', platform('plan-queries.ts', 'mail/outbox.ts'), 'a queries must not import'],
  [
    'queries start no job',
    platform('plan-queries.ts', 'jobs/jobs.ts', names),
    'a queries must not import from platform/jobs/',
  ],
  [
    'queries know no request',
    platform('plan-queries.ts', 'http/render.ts', names),
    'a queries must not import from platform/http/',
  ],
  [
    'queries log nothing',
    platform('plan-queries.ts', 'ledger/append-to-ledger.ts'),
    'a queries must not import platform/ledger/append-to-ledger.ts: only platform/db/, platform/lists/',
  ],
  ['queries do no deed', inModule('plan-queries.ts', 'write-plan.ts'), 'a queries must not import a deed'],
  [
    'a deed knows no request',
    platform('write-plan.ts', 'http/form.ts', names),
    'a deed must not import from platform/http/',
  ],
  [
    'a deed has no look',
    { 'src/modules/plans/write-plan.ts': uses('#ui/tag.tsx'), 'src/ui/tag.tsx': nothing },
    'a deed must not import from ui/',
  ],
  ['a deed does not read forms', inModule('write-plan.ts', 'plan-form.ts'), 'a deed must not import a form'],
  [
    'a letter fetches nothing',
    inModule('plan-mail.ts', 'plan-queries.ts'),
    'a mail must not import a queries, except as a type',
  ],
  [
    'a form asks no database',
    inModule('plan-form.ts', 'plan-queries.ts'),
    'a form must not import a queries, except as a type',
  ],
  ['a view does no deed', inModule('plan-view.ts', 'write-plan.ts'), 'a view must not import a deed, except as a type'],
  ['a view knows no request', platform('plan-view.ts', 'http/render.ts'), 'a view must not import from platform/http/'],
  [
    'a page fetches nothing',
    inModule('plan-page.tsx', 'plan-queries.ts'),
    'a page must not import a queries, except as a type',
  ],
  [
    'a part fetches nothing',
    inModule('plan-part.tsx', 'plan-view.ts'),
    'a part must not import a view, except as a type',
  ],
  [
    'a page does no deed',
    inModule('plan-page.tsx', 'write-plan.ts'),
    'a page must not import a deed, except as a type',
  ],
  ['a page has no database', platform('plan-page.tsx', 'db/database.ts'), 'a page must not import from platform/db/'],
  [
    'a page fetches nothing from below',
    platform('plan-page.tsx', 'mail/mail-queries.ts'),
    'a page must not import a queries',
  ],
  ['a page starts no job', platform('plan-page.tsx', 'jobs/jobs.ts'), 'a page must not import from platform/jobs/'],
  [
    'a page writes no letter',
    platform('plan-page.tsx', 'mail/outbox.ts'),
    'a page must not import from platform/mail/',
  ],
  ['a page is no route', inModule('plan-page.tsx', 'plan-routes.tsx'), 'a page must not import a routes'],
  [
    'routes ask a view',
    inModule('plan-routes.tsx', 'plan-queries.ts'),
    'a routes must not import a queries, except as a type',
  ],
  [
    'the door asks a view',
    inModule('module.ts', 'plan-queries.ts'),
    'a module must not import a queries, except as a type',
  ],
  [
    'texts say, and fetch nothing',
    inModule('texts.sq.ts', 'plan-queries.ts', names),
    'a texts must not import a queries',
  ],
  ['addresses are addresses', inModule('urls.ts', 'texts.sq.ts'), 'a urls must not import a texts'],
  ['permissions are a table', inModule('permissions.ts', 'plan-queries.ts'), 'a permissions must not import a queries'],
  ['the door is not opened from inside', inModule('plan-view.ts', 'module.ts'), 'a view must not import a module'],
  [
    'routes of the application ask a view, too',
    { 'src/app/public-routes.tsx': uses('#platform/x-queries.ts'), 'src/platform/x-queries.ts': nothing },
    'a routes must not import a queries, except as a type',
  ],
]

describe('the import law, broken on purpose', () => {
  it('sees a circle that goes through aliases', () => {
    const problems = problemsOf({ 'src/ui/a.ts': uses('#ui/b.ts'), 'src/ui/b.ts': uses('./a.ts') })
    expect(problems).toContain('circle: src/ui/a.ts → src/ui/b.ts → src/ui/a.ts')
  })

  it.each(BROKEN)('%s', (_rule, tree, words) => {
    const problems = problemsOf(tree)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(words)
  })
})
