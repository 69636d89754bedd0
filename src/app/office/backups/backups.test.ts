import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checkBackup } from '#platform/backup/check-backup.ts'
import { makeBackup, makeBackupWhenDue } from '#platform/backup/make-backup.ts'
import { raiseAlarm } from '#platform/health/raise-alarm.ts'
import { runJobsUntilIdle } from '#platform/jobs/worker.ts'
import { testDatabase } from '#test/database.ts'
import { people } from '#test/people.ts'
import { testWeb } from '#test/web.ts'
import { jobHandlers } from '../../worker.ts'
import { sq } from './texts.sq.ts'
import { backupUrls } from './urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const folder = await mkdtemp(join(tmpdir(), 'kuvend-copies-'))
const objects = new Map<string, Buffer>()
let bucket: Server
let spoil = false
let operator: string

type Run = {
  state: string
  path: string
  offsiteAt: Date | null
  offsiteFailure: string | null
  removedAt: Date | null
}
const runs = () => db<Run[]>`
  select state, path, offsite_at, offsite_failure, removed_at, failure, keys_path from platform.backup_runs order by started_at`
const address = () =>
  `s3+http://KEY:TOPSECRET@127.0.0.1:${(bucket.address() as AddressInfo).port}/kopje?region=eu-test-1`
const settings = (changes: Record<string, string> = {}) => ({
  aktive: 'po',
  dosja: folder,
  ora: '3',
  ditore: '1',
  javore: '0',
  mujore: '0',
  adresa: '',
  fjalekalimi: '',
  ...changes,
})
const version = async (): Promise<string> => {
  const [row] = await db<{ at: Date }[]>`select changed_at as at from platform.backup_settings`
  return String(row?.at.getTime() ?? 0)
}

/** As much of S3 as copies need. What signatures look like is tried with the file store. */
beforeAll(async () => {
  bucket = createServer((request, response) => {
    void buffer(request).then((content) => {
      const name = request.url ?? ''
      if (request.method === 'PUT') objects.set(name, spoil ? content.subarray(1) : content)
      if (request.method === 'DELETE') objects.delete(name)
      const found = objects.get(name)
      if (request.method === 'GET' && !found) return response.writeHead(404).end()
      return response.end(request.method === 'GET' ? found : '')
    })
  })
  await new Promise<void>((ready) => bucket.listen(0, '127.0.0.1', ready))
})
afterAll(async () => {
  await new Promise((closed) => bucket.close(closed))
  await rm(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  await db`delete from platform.backup_runs`
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true })
  objects.clear()
  spoil = false
  services.clock.passMinutes(24 * 60)
  operator = await web.signedInAs(people.operator)
})

describe('the page of copies', () => {
  it('says that there is none yet, and that none is made by itself', async () => {
    const html = await (await web.get(backupUrls.runs(), { cookie: operator })).text()
    expect(html).toContain(sq.none)
    expect(html).toContain(sq.offTitle)
    expect(html).toContain(sq.now)
  })

  it('is read by the auditor of all, who cannot ask for any, and by no auditor of one institution', async () => {
    const cookie = await web.signedInAs(people.auditor)
    const html = await (await web.get(backupUrls.runs(), { cookie })).text()
    expect(html).not.toContain(sq.now)
    expect((await web.post(backupUrls.now(), {}, { cookie })).status).toBe(403)
    const one = {
      email: 'auditues@prova.example',
      name: 'Lirim Prove',
      roles: [{ role: 'auditor', institution: 'prova' }],
    } as const
    expect((await web.get(backupUrls.runs(), { cookie: await web.signedInAs(one) })).status).toBe(403)
  })

  it('keeps what was typed when something is wrong, and changes nothing', async () => {
    const wrong = settings({ ora: '24', ditore: '0', dosja: 'pa-shteg', adresa: 'https://x' })
    const answer = await web.post(backupUrls.settings(), { ...wrong, versioni: '0' }, { cookie: operator })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    for (const words of [
      sq.settings.errors.hour,
      sq.settings.errors.folder,
      sq.settings.errors.offsite,
      'value="pa-shteg"',
    ])
      expect(html).toContain(words)
    expect(await db`select from platform.backup_settings`).toHaveLength(0)
  })

  it('saves the settings, seals the address, and never shows its secret again', async () => {
    const typed = settings({ adresa: address() })
    const answer = await web.post(backupUrls.settings(), { ...typed, versioni: '0' }, { cookie: operator })
    expect(answer.status).toBe(303)
    const pages = [backupUrls.runs(), backupUrls.settings()].map((path) => web.get(path, { cookie: operator }))
    for (const page of await Promise.all(pages)) {
      const html = await page.text()
      expect(html).toContain('/kopje')
      expect(html).not.toContain('TOPSECRET')
    }
    const [row] = await db<{ sealed: Buffer }[]>`select offsite_sealed as sealed from platform.backup_settings`
    expect(row?.sealed.toString('latin1')).not.toContain('TOPSECRET')
    const [line] = await db<{ fields: unknown }[]>`
      select fields from platform.changes where kind = 'backup-settings-changed' order by at desc limit 1`
    expect(JSON.stringify(line)).not.toContain('TOPSECRET')
  })

  it('refuses to overwrite settings that somebody else has changed meanwhile', async () => {
    const answer = await web.post(backupUrls.settings(), settings({ ora: '5', versioni: '1' }), { cookie: operator })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain(sq.settings.errors.meanwhile)
    expect(await db`select hour from platform.backup_settings`).toEqual([{ hour: 3 }])
  })

  it('makes one copy when the button is pressed twice', async () => {
    for (let n = 0; n < 2; n++) {
      const answer = await web.post(backupUrls.now(), {}, { cookie: operator })
      expect(answer.headers.get('location')).toContain('bere=kerkuar')
    }
    expect(await runJobsUntilIdle(services, db.url, jobHandlers(services))).toEqual([])
    const made = await runs()
    expect(made).toMatchObject([{ state: 'verified', offsiteFailure: null }])
    expect((await checkBackup(made[0]?.path ?? '')).kind).toBe('sound')
    const html = await (await web.get(backupUrls.runs(), { cookie: operator })).text()
    expect(html).toContain(sq.states.verified)
    expect(html).toContain(sq.by(people.operator.name))
  })
})

describe('a copy by the clock', () => {
  it('is made once a day, after its hour', async () => {
    await makeBackupWhenDue(services)
    await makeBackupWhenDue(services)
    expect(await runs()).toHaveLength(1)
    services.clock.passMinutes(24 * 60)
    await makeBackupWhenDue(services)
    expect(await runs()).toHaveLength(2)
  })

  it('goes off-site, is compared there, and old ones are taken away here and there', async () => {
    await makeBackup(services, null)
    services.clock.passMinutes(24 * 60)
    await makeBackup(services, null)
    const [old, young] = await runs()
    expect(old?.removedAt).not.toBeNull()
    expect(existsSync(old?.path ?? '')).toBe(false)
    expect(young).toMatchObject({ state: 'verified', removedAt: null, offsiteFailure: null })
    const check = await checkBackup(young?.path ?? '')
    const away = [...objects.values()].map((content) => createHash('sha256').update(content).digest('hex'))
    expect(away).toEqual(check.kind === 'sound' ? [check.digest] : [])
  })

  it('counts as made when what lies off-site is not what was sent, and says so', async () => {
    spoil = true
    await makeBackup(services, null)
    expect(await runs()).toMatchObject([
      { state: 'verified', offsiteAt: null, offsiteFailure: 'What lies off-site is not what was sent.' },
    ])
  })

  it('that fails is told, and takes no good one away', async () => {
    await makeBackup(services, null)
    const [good] = await runs()
    services.clock.passMinutes(24 * 60)
    const blocked = join(folder, 'blocked')
    await writeFile(blocked, '')
    await db`update platform.backup_settings set folder = ${join(blocked, 'inside')}`
    await makeBackup(services, null)
    await db`update platform.backup_settings set folder = ${folder}`
    expect(await runs()).toMatchObject([{ state: 'verified', removedAt: null }, { state: 'failed' }])
    expect(existsSync(good?.path ?? '')).toBe(true)
  })

  it('that was cut short with its process is called failed by the next one', async () => {
    await db`insert into platform.backup_runs (started_at, path) values (${services.clock.now()}, '/a')`
    services.clock.passMinutes(5)
    await makeBackup(services, null)
    expect((await runs()).map(({ state }) => state)).toEqual(['failed', 'verified'])
  })

  it('that has not come for a day and some hours is told to the operators by letter', async () => {
    await makeBackup(services, null)
    // Other things may be stuck in this database besides.
    const letters = () => db`select from platform.mail_messages where body like '%/zyra/kopjet%'`
    services.clock.passMinutes(31 * 60)
    await raiseAlarm(services)
    expect(await letters()).toHaveLength(0)
    services.clock.passMinutes(2 * 60)
    await raiseAlarm(services)
    expect(await letters()).toHaveLength(1)
  })

  it('brings the sealed keys with it where a passphrase is named', async () => {
    const words = join(folder, 'fjalekalimi')
    await writeFile(words, 'katër fjalë që mbahen mend\n')
    const typed = settings({ fjalekalimi: words, versioni: await version() })
    expect((await web.post(backupUrls.settings(), typed, { cookie: operator })).status).toBe(303)
    await makeBackup(services, null)
    const [made] = await db<{ keysPath: string | null }[]>`select keys_path from platform.backup_runs`
    expect(existsSync(made?.keysPath ?? '')).toBe(true)
    expect(objects.size).toBe(2)
  })
})
