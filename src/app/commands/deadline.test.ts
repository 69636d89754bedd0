import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { ALL_RULES } from '#law/rules/rules.ts'
import { statusOf } from '#law/rules/rule.ts'
import { silentLog } from '#platform/logs/logger.ts'
import { testDatabase } from '#test/database.ts'
import { runCommand } from '../cli.ts'
import { readConfig } from '../config.ts'
import { entered } from '#test/ledger.ts'
import { calendarChangeRecords } from '#platform/deadlines/announcements/calendar-records.ts'
import { closureRecords } from '#platform/institutions/institution-records.ts'
import { termRecords } from '#platform/deadlines/terms/term-records.ts'

const db = await testDatabase()

type Heard = { code: number; out: string; err: string }

/** Nobody listens there. */
const NOWHERE = 'postgres://nobody@127.0.0.1:9/none'

async function run(words: string, url: string = db.url): Promise<Heard> {
  const config = readConfig({ KUVEND_DATA: '/nowhere', DATABASE_URL: url, KUVEND_DEMO: 'off' })
  if ('refused' in config) throw new Error(config.refused.join('; '))
  const heard = { out: '', err: '' }
  const terminal = {
    out: (text: string) => void (heard.out += text),
    err: (text: string) => void (heard.err += text),
    folder: '/nowhere',
  }
  return { code: await runCommand(`deadline ${words}`.split(' '), config, silentLog, terminal), ...heard }
}

/** What it prints for a machine, without a database. */
async function told(words: string, url: string = NOWHERE): Promise<Record<string, unknown>> {
  const { code, out, err } = await run(`${words} --json`, url)
  expect([code, err]).toEqual([0, ''])
  return JSON.parse(out) as Record<string, unknown>
}

describe('the command deadline', () => {
  it('needs no database, and prints the keys of its contract in their order', async () => {
    const answer = await told('AL-FOI-ANSWER 2026-11-20')
    expect(Object.keys(answer)).toEqual(['rule', 'from', 'due', 'unit', 'law', 'confidence', 'status', 'skipped'])
    expect(answer).toMatchObject({
      rule: 'AL-FOI-ANSWER',
      from: '2026-11-20',
      due: '2026-12-10',
      unit: 'wd',
      law: 'L119/2014 Art 15',
      confidence: 'T',
      status: 'active',
    })
  })

  it('names every day between that was not a working day, weekends too, and why', async () => {
    const { skipped } = (await told('AL-FOI-ANSWER 2026-11-20')) as { skipped: { date: string; why: string }[] }
    expect(skipped.map(({ date }) => date.slice(5)).join(' ')).toBe(
      '11-21 11-22 11-23 11-28 11-29 11-30 12-01 12-05 12-06 12-08',
    )
    expect(skipped[0]?.why).toBe('weekend')
    expect(skipped.at(-1)?.why).toBe('official holiday: National Youth Day')
  })

  it('names of calendar days only those over which the last day moved', async () => {
    const moved = (await told('AL-CPA-DECIDE 2026-09-30')) as { due: string; skipped: { date: string }[] }
    expect(moved.due).toBe('2026-12-02')
    expect(moved.skipped.map(({ date }) => date)).toEqual(['2026-11-29', '2026-11-30', '2026-12-01'])
    expect(await told('AL-CPA-FILE 2026-11-02')).toMatchObject({ due: '2026-11-09', skipped: [{}, {}] })
    expect(await told('AL-CPA-FILE 2026-11-04')).toMatchObject({ due: '2026-11-09', skipped: [] })
  })

  it('never shortens what is counted backwards', async () => {
    expect(await told('AL-LSG-NOTICE 2026-11-06')).toMatchObject({ due: '2026-10-30' })
    expect(await told('AL-CONS-MEETING 2026-12-15')).toMatchObject({ due: '2026-11-11', status: 'to-be-confirmed' })
  })

  it('answers in an instant with its offset where hours count, from a day or from an instant', async () => {
    expect(await told('AL-CPA-BRANCH 2026-11-20')).toMatchObject({
      from: '2026-11-20',
      due: '2026-11-22T00:00:00+01:00',
      unit: 'h',
      skipped: [],
    })
    expect(await told('AL-CPA-BRANCH 2026-11-20T08:30:00Z')).toMatchObject({
      from: '2026-11-20T09:30:00+01:00',
      due: '2026-11-22T09:30:00+01:00',
    })
    // Two days and an hour later by the clock on the wall: the clocks went forward.
    expect(await told('XK-FOI-URGENT 2026-03-28')).toMatchObject({ due: '2026-03-30T01:00:00+02:00' })
  })

  it('answers a window with both its days', async () => {
    expect(await told('AL-CPA-APPEAL-SIL 2026-12-02')).toMatchObject({ due: { from: '2026-12-09', to: '2027-01-18' } })
  })

  it('answers a pair with its first term, and with its second from a start of its own', async () => {
    expect(await told('AL-CPA-OBJECTION 2026-11-02')).toMatchObject({ due: '2026-11-17' })
    expect(await told('AL-CPA-OBJECTION 2026-11-17 --second')).toMatchObject({ from: '2026-11-17', due: '2026-12-17' })
    const { out } = await run('AL-CPA-OBJECTION 2026-11-17 --second', NOWHERE)
    expect(out).toContain('objection filed')
  })

  it('gives the later date where Kosovo leaves two readings, and beside it the earlier', async () => {
    const answer = await told('XK-FOI-ANSWER 2026-04-02')
    expect(answer).toMatchObject({ due: '2026-04-10', workBy: '2026-04-08', skipped: [{ date: '2026-04-09' }] })
  })

  it('tells people the date first, then how it was counted', async () => {
    const { code, out } = await run('AL-FOI-ANSWER 2026-11-20', NOWHERE)
    expect([code, out.split('\n')[0]]).toEqual([0, '2026-12-10 (10 December 2026)'])
    expect(out).toContain('Law No. 119/2014 on the right to information, as amended, Article 15')
    expect(out).toContain('Monday 23 November')
    expect(out).toContain('Confidence T, active.')
  })
})

describe('a rule that gives no date', () => {
  it.each([
    ['AL-FOI-TRANSFER 2026-11-20', 'which days are counted'],
    ['XK-FOI-EXT 2026-11-20', 'in all or on top'],
    ['XK-CONS-NAT 2026-11-20', 'in practice only'],
    ['XK-LGAP 2026-11-20', 'no number'],
    ['AL-LSG-CONSULT 2026-11-20', 'the council’s rules'],
    ['AL-CPA-EXT 2026-11-20', 'no number'],
    ['AL-LEGINIT 2019-08-21', 'not in force'],
    ['AL-FOI-ANSWER 2014-12-31', '2015 to 2040'],
    ['AL-FOI-ANSWER 2041-01-01', '2015 to 2040'],
  ])('%s is refused with the reason, and nothing for a machine', async (words, why) => {
    for (const asked of [words, `${words} --json`])
      expect(await run(asked, NOWHERE)).toMatchObject({ code: 1, out: '', err: expect.stringContaining(why) })
  })

  it.each([
    ['AL-NONE 2026-11-20', 'Unknown rule'],
    ['al-foi-answer 2026-11-20', 'Unknown rule'],
    ['AL-FOI-ANSWER 2026-02-30', 'no date'],
    ['AL-FOI-ANSWER 20.11.2026', 'no date'],
    ['AL-FOI-ANSWER 2026-11-20T10:00:00Z', 'no date'],
    ['AL-CPA-BRANCH 2026-11-20T10:00:00', 'an instant such as'],
    ['AL-FOI-ANSWER 2026-11-20 --second', 'no second term'],
    ['AL-FOI-ANSWER', '2 or 0 words'],
    ['--json', 'A rule and a date'],
    ['AL-FOI-ANSWER 2026-11-20 --list', '--list stands alone'],
    ['AL-FOI-ANSWER 2026-11-20 --institution=', '--institution needs'],
    ['AL-FOI-ANSWER 2026-11-20 2026-11-21', '2 or 0 words'],
    ['AL-NONE 2026-11-20 --institution prova', 'Unknown rule'],
  ])('%s is misuse', async (words, why) => {
    expect(await run(words, NOWHERE)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(why) })
  })

  it('is every rule whose status is off, and no other', async () => {
    for (const rule of ALL_RULES) {
      const { code } = await run(`${rule.id} 2026-11-20 --json`, NOWHERE)
      expect(`${rule.id} ${code}`).toBe(`${rule.id} ${statusOf(rule).kind === 'off' ? 1 : 0}`)
    }
  })
})

describe('the list of rules', () => {
  it('has them all, with and without a number', async () => {
    const { rules } = (await told('--list')) as { rules: Record<string, unknown>[] }
    expect(rules).toHaveLength(ALL_RULES.length)
    expect(rules.find(({ id }) => id === 'AL-CPA-APPEAL-SIL')).toEqual({
      id: 'AL-CPA-APPEAL-SIL',
      jurisdiction: 'AL',
      unit: 'd',
      n: [7, 45],
      kind: 'window',
      direction: 'after',
      law: 'CPA Art 132(2)',
      confidence: 'T',
      status: 'active',
      source: ['github.com/aala-ferrari/super-avokati'],
    })
    expect(rules.find(({ id }) => id === 'XK-LGAP')).toMatchObject({ n: null, status: 'off', reason: 'no-number' })
    const { out } = await run('--list', NOWHERE)
    expect(out.trimEnd().split('\n')).toHaveLength(ALL_RULES.length)
  })
})

describe('a deadline in an institution', () => {
  const idOf = (slug: string) => db`select id from platform.institutions where slug = ${slug}`.then(([row]) => row?.id)

  it('follows its closures that stop the clocks, and what its government has announced', async () => {
    const institution = await idOf('prova')
    await entered(
      db,
      closureRecords,
      (tx) => tx`
        insert into platform.institution_closures (institution_id, from_on, to_on, reason, source, stops_clocks, created_at)
        values (${institution}, '2026-11-25', '2026-11-25', 'Zgjedhje vendore', 'Urdhri 12/2026', true, now()),
          (${institution}, '2026-11-26', '2026-11-26', 'Inventar', null, false, now()) returning id`,
    )
    await entered(
      db,
      calendarChangeRecords,
      (tx) => tx`
        insert into platform.calendar_changes (jurisdiction, kind, day, names, basis, entered_at)
        values ('AL', 'added', '2026-12-10', '{"sq": "Ditë zie", "en": "Day of mourning"}', 'VKM 700/2026', now())
        returning id`,
    )
    expect(await told('AL-FOI-ANSWER 2026-11-20')).toMatchObject({ due: '2026-12-10' })
    const here = await told('AL-FOI-ANSWER 2026-11-20 --institution prova', db.url)
    expect(here).toMatchObject({ due: '2026-12-14', status: 'active' })
    const skipped = (here.skipped as { date: string; why: string }[]).map(({ date, why }) => `${date} ${why}`)
    expect(skipped.find((one) => one.startsWith('2026-11-25'))).toContain('Zgjedhje vendore')
    expect(skipped.find((one) => one.startsWith('2026-12-10'))).toContain('Day of mourning')
    expect(skipped.some((one) => one.startsWith('2026-11-26'))).toBe(false)
  })

  it('is active by a rule from a secondary source once the institution has confirmed it', async () => {
    expect(await told('AL-LSG-PUBLISH 2026-10-05 --institution prova', db.url)).toMatchObject({
      status: 'to-be-confirmed',
    })
    const institution = await idOf('prova')
    await entered(
      db,
      termRecords,
      (tx) => tx`
        insert into platform.institution_terms (institution_id, rule_id, rule_version, kind, basis, from_on, set_at)
        values (${institution}, 'AL-LSG-PUBLISH', 1, 'confirmed', 'Rregullorja e këshillit, neni 4', '2026-10-01', now())
        returning id`,
    )
    const confirmed = await told('AL-LSG-PUBLISH 2026-10-05 --institution prova', db.url)
    expect(confirmed).toMatchObject({ due: '2026-10-15', confidence: 'S', status: 'active' })
    // Before the day from which it holds, nothing was confirmed.
    const before = await told('AL-LSG-PUBLISH 2026-09-30 --institution prova', db.url)
    expect(before).toMatchObject({ status: 'to-be-confirmed' })
  })

  it('is counted by the institution’s own term where the law gives no number, and says so', async () => {
    const asked = 'AL-LSG-PETITION 2026-10-05 --institution prova'
    expect(await run(asked)).toMatchObject({ code: 1, out: '', err: expect.stringContaining('prova has set no term') })
    const institution = await idOf('prova')
    await entered(
      db,
      termRecords,
      (tx) => tx`
        insert into platform.institution_terms
          (institution_id, rule_id, rule_version, kind, n, unit, basis, from_on, set_at)
        values (${institution}, 'AL-LSG-PETITION', 1, 'own', 30, 'd', 'Rregullorja e këshillit, neni 12', '2026-01-01', now()),
          (${institution}, 'AL-FOI-TRANSFER', 1, 'own', 3, 'wd', 'Urdhri 3/2026 i titullarit', '2026-01-01', now())
        returning id`,
    )
    expect(await told(asked, db.url)).toMatchObject({
      due: '2026-11-04',
      unit: 'd',
      confidence: 'S',
      status: 'active',
      law: 'L139/2015 Art 19; Const. Art 48; own term: Rregullorja e këshillit, neni 12',
    })
    const { out } = await run('AL-FOI-TRANSFER 2026-10-05 --institution prova')
    expect(out).toContain('2026-10-08')
    expect(out).toContain('Urdhri 3/2026 i titullarit')
    // Without the institution the law alone speaks.
    expect((await run('AL-LSG-PETITION 2026-10-05', NOWHERE)).code).toBe(1)
  })

  it('is refused where there is no such institution, or it lies in the other country', async () => {
    const away = await run('AL-FOI-ANSWER 2026-11-20 --institution askund --json')
    expect(away).toMatchObject({ code: 1, out: '', err: expect.stringContaining('no institution askund') })
    const other = await run('AL-FOI-ANSWER 2026-11-20 --institution provas')
    expect(other).toMatchObject({ code: 1, out: '', err: expect.stringContaining('is a rule of AL') })
  })
})

describe('the program itself', () => {
  const bin = join(import.meta.dirname, '../../../bin/kuvend.ts')
  const start = promisify(execFile)

  it('answers before anything of the house is built or loaded', async () => {
    const env = { ...process.env, KUVEND_DATA: '/nowhere', DATABASE_URL: NOWHERE, NODE_DEBUG: '' }
    const before = performance.now()
    const { stdout, stderr } = await start(
      process.execPath,
      [bin, 'deadline', 'XK-FOI-ANSWER', '2026-04-02', '--json'],
      {
        env,
      },
    )
    expect(JSON.parse(stdout)).toMatchObject({ due: '2026-04-10', workBy: '2026-04-08' })
    expect(stderr).toBe('')
    // Far above what it takes, for a machine that is busy; far below a build or a database.
    expect(performance.now() - before).toBeLessThan(5000)
  })

  it('ends with the code of its answer', async () => {
    const ended = (words: readonly string[]) =>
      start(process.execPath, [bin, 'deadline', ...words]).then(
        () => ({ code: 0, stdout: '' }),
        ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
      )
    expect(await ended(['XK-LGAP', '2026-04-02', '--json'])).toEqual({ code: 1, stdout: '' })
    expect(await ended(['XK-NONE', '2026-04-02', '--json'])).toEqual({ code: 2, stdout: '' })
  })
})
