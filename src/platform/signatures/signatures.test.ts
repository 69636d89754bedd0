import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { X509Certificate } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { checkSignatures } from './check-signatures.ts'
import { outcomeOf, readSignatureReport, type SignatureReport } from './signature-report-rules.ts'
import { addRevision, aPdf, makeSigner, signPdf, SIGNED_AT } from './signatures-testing.ts'
import { readTrustAnchors } from './trust-anchors.ts'

const AT = new Date('2026-11-23T09:00:00Z')
const check = (file: Buffer, anchors: readonly X509Certificate[] = []): SignatureReport =>
  checkSignatures(file, { anchors, at: AT })
const statesOf = (report: SignatureReport) => report.signatures.map(({ state, coverage }) => [state, coverage])

const root = await makeSigner({ name: 'Autoriteti Provë', organisation: 'AKSHI Provë', authority: true })
const between = await makeSigner({ name: 'Autoriteti i dytë', issuer: root, authority: true })
const chair = await makeSigner({ name: 'Lule Provë', issuer: between })
const secretary = await makeSigner({ name: 'Ëngjëll Çela', organisation: 'Këshilli', issuer: root, method: 'ECDSA' })
const clock = await makeSigner({ name: 'Ora Provë', issuer: root, timeStamping: true })
const signed = await signPdf(aPdf(), chair, { beside: [between] })

describe('a signature in a PDF', () => {
  it('says who signed, when by their own clock, and that nothing was changed; of trust it says what it knows', async () => {
    const report = check(signed)
    expect([report.file, report.found, outcomeOf(report)]).toEqual(['pdf', 1, 'valid'])
    const [one] = report.signatures
    expect(one).toMatchObject({
      kind: 'signature',
      state: 'valid',
      coverage: 'whole',
      claimedAt: SIGNED_AT.toISOString(),
      timeStamp: null,
      certificate: 'held',
      askedBy: 'claim',
      trust: 'unknown',
      method: 'SHA-256, RSA',
      weak: false,
    })
    expect(one?.signer).toMatchObject({
      subject: { name: 'Lule Provë', organisation: 'Bashkia Provë', country: 'AL' },
      issuer: { name: 'Autoriteti i dytë' },
      fingerprint: new X509Certificate(chair.der).fingerprint256.replaceAll(':', '').toLowerCase(),
      selfSigned: false,
    })
    expect(readSignatureReport(JSON.parse(JSON.stringify(report)))).toEqual(report)
  })

  it('is trusted only where it leads to a certificate of the operator, link by link', async () => {
    const [top, other] = [new X509Certificate(root.der), new X509Certificate(secretary.der)]
    const trust = (file: Buffer, anchors: readonly X509Certificate[]) => check(file, anchors).signatures[0]?.trust
    expect(trust(signed, [top])).toBe('trusted')
    expect(trust(signed, [other])).toBe('untrusted')
    expect([outcomeOf(check(signed, [other])), outcomeOf(check(signed, [top]))]).toEqual(['untrusted', 'valid'])
    expect(trust(await signPdf(aPdf(), chair), [top])).toBe('untrusted')
    const own = await makeSigner({ name: 'Dikush', organisation: 'Vetja' })
    expect(trust(await signPdf(aPdf(), own), [top])).toBe('untrusted')
    // One who was given a certificate gives another with it: no authority stands between.
    const given = await makeSigner({ name: 'Kryetari i rremë', issuer: chair })
    expect(trust(await signPdf(aPdf(), given, { beside: [chair, between] }), [top])).toBe('untrusted')
  })

  it('is known as altered by one byte, wherever it stands, and as forged where its own value was changed', () => {
    const place = signed.indexOf('(Vendim)') + 1
    const changed = Buffer.from(signed)
    changed[place] = 'W'.charCodeAt(0)
    expect([statesOf(check(changed)), outcomeOf(check(changed))]).toEqual([[['altered', 'whole']], 'altered'])
    const value = Buffer.from(signed)
    const end = signed.indexOf('00000000', signed.indexOf('/Contents<3') + 200) - 40
    value.write(value.toString('latin1', end, end + 2) === '11' ? '22' : '11', end, 'latin1')
    expect(check(value).signatures[0]?.state).toMatch(/forged|unreadable/)
  })

  it('covers what stood there; what was added after it is told, unless a later signature covers it', async () => {
    const added = check(addRevision(signed))
    expect([statesOf(added), outcomeOf(added)]).toEqual([[['valid', 'added-after']], 'added-after'])
    expect(added.signatures[0]?.after).toBeGreaterThan(100)
    const both = check(await signPdf(signed, secretary))
    expect(statesOf(both)).toEqual([
      ['valid', 'signed-after'],
      ['valid', 'whole'],
    ])
    expect([outcomeOf(both), both.signatures[1]?.method]).toEqual(['valid', 'SHA-256, ECDSA'])
    expect(both.signatures[1]?.signer?.subject.name).toBe('Ëngjëll Çela')
    // A later signature that is broken heals nothing.
    const broken = await signPdf(addRevision(signed), secretary)
    broken[broken.lastIndexOf('/SigFlags 3') + 10] = '1'.charCodeAt(0)
    expect(statesOf(check(broken))).toEqual([
      ['valid', 'added-after'],
      ['altered', 'whole'],
    ])
  })

  it('is asked at the moment of the time stamp, of the claim, or of the check', async () => {
    const old = await makeSigner({ name: 'Afat i kaluar', from: '2020-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z' })
    const late = check(await signPdf(aPdf(), old))
    expect([late.signatures[0]?.certificate, outcomeOf(late)]).toEqual(['expired', 'certificate-out-of-time'])
    const silent = check(await signPdf(aPdf(), chair, { at: null }))
    expect(silent.signatures[0]).toMatchObject({ claimedAt: null, askedBy: 'check', certificate: 'held' })
    const stampAt = new Date('2025-06-01T10:00:00Z')
    const stamped = check(await signPdf(aPdf(), old, { stamped: clock, stampAt }))
    expect(stamped.signatures[0]).toMatchObject({
      certificate: 'held',
      askedBy: 'time-stamp',
      timeStamp: { state: 'valid', at: stampAt.toISOString(), authority: { name: 'Ora Provë' }, trust: 'unknown' },
    })
    // A certificate that may sign may not say when.
    const wrong = check(await signPdf(aPdf(), old, { stamped: chair, stampAt }))
    expect(wrong.signatures[0]).toMatchObject({
      certificate: 'expired',
      askedBy: 'claim',
      timeStamp: { state: 'forged' },
    })
    const document = check(await signPdf(signed, clock, { subFilter: 'ETSI.RFC3161' }))
    expect(document.signatures.map(({ kind, state }) => [kind, state])).toEqual([
      ['signature', 'valid'],
      ['document-time-stamp', 'valid'],
    ])
  })
})

describe('a hostile file', () => {
  it('that gives the certificate of another is told', async () => {
    const swapped = await signPdf(aPdf(), { ...chair, certificate: secretary.certificate }).catch(() => null)
    const forged = await signPdf(aPdf(), { ...chair, key: (await makeSigner({ name: 'Tjetri' })).key })
    expect(statesOf(check(forged))).toEqual([['forged', 'whole']])
    if (swapped) expect(check(swapped).signatures[0]?.state).not.toBe('valid')
  })

  it('with a wild or overlapping range is refused', () => {
    const words = signed.toString('latin1')
    const [, range = '', to = '0', from = '0', rest = '0'] =
      /(\/ByteRange\[0 (\d+) +(\d+) +(\d+) *\])/.exec(words) ?? []
    const withRange = (numbers: string) => Buffer.from(words.replace(range, `/ByteRange[${numbers}]`), 'latin1')
    const wild = [
      `0 ${to} ${to} ${rest}`,
      `0 ${Number(to) + 200} ${Number(to) + 100} 5`,
      `0 ${to} ${from} ${Number(rest) + 999}`,
      `5 ${to} ${from} ${rest}`,
      `0 ${Number(to) - 30} ${from} ${rest}`,
      `0 ${to} ${from} ${rest} 0 5`,
      `0 -5 ${from} ${rest}`,
      `0 999999999999 999999999999 999999999999`,
      '',
    ]
    for (const numbers of wild)
      expect([numbers, statesOf(check(withRange(numbers)))]).toEqual([numbers, [['bad-range', null]]])
    // A copy of the signature that nothing covers.
    expect(outcomeOf(check(Buffer.concat([signed, signed.subarray(signed.lastIndexOf(' obj\n<</Type/Sig'))])))).toBe(
      'invalid',
    )
  })

  it('without a signature, torn, nested, huge, or no PDF at all ends with a report', () => {
    expect(outcomeOf(check(aPdf()))).toBe('none')
    expect(check(Buffer.from('Përshëndetje')).file).toBe('not-a-pdf')
    expect(check(Buffer.alloc(0)).file).toBe('not-a-pdf')
    expect(check(Buffer.alloc(61_000_000)).file).toBe('too-large')
    const value = (hex: string) => {
      const words = signed.toString('latin1')
      return Buffer.from(
        words.replace(
          /\/Contents<[0-9a-f]+>/,
          (all) => `/Contents<${hex.padEnd(all.length - 11, '0').slice(0, all.length - 11)}>`,
        ),
        'latin1',
      )
    }
    for (const hex of ['', '3080'.repeat(4000), '30840fffffff'.repeat(2000), 'ff'.repeat(8000), '308206'])
      expect(statesOf(check(value(hex)))).toEqual([['unreadable', 'whole']])
    for (let cut = 20; cut < signed.length; cut += 997)
      expect(check(signed.subarray(0, cut)).signatures.length).toBeLessThan(2)
  })

  it('of a thousand signatures is looked at as far as the newest, in bounded time', () => {
    const sig = signed.subarray(signed.indexOf('<</Type/Sig'), signed.indexOf('>>>', signed.indexOf('/Contents<')))
    const many = Buffer.concat([signed, ...Array.from({ length: 1000 }, () => sig)])
    const before = performance.now()
    const report = check(many)
    expect([report.found, report.signatures.length, outcomeOf(report)]).toEqual([1001, 18, 'invalid'])
    expect(performance.now() - before).toBeLessThan(5000)
  })

  it('under small random changes never throws, and is never called valid where a covered byte changed', () => {
    let seed = 7
    const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below
    const [to, end] = [signed.indexOf('/Contents<') + 9, signed.indexOf('>', signed.indexOf('/Contents<'))]
    for (let round = 0; round < 400; round += 1) {
      const file = Buffer.from(signed)
      const at = next(file.length)
      file[at] = (file[at] ?? 0) ^ (1 + next(255))
      const outcome = outcomeOf(check(file))
      if (at <= to || at >= end) expect([at, outcome]).not.toEqual([at, 'valid'])
    }
  })
})

describe('the certificates of the operator', () => {
  const folder = mkdtemp(join(tmpdir(), 'kuvend-trust-'))
  afterAll(async () => rm(await folder, { recursive: true, force: true }))

  it('are read from the data folder, as PEM and as bytes; what is none is left out and told', async () => {
    const dataFolder = await folder
    const told: unknown[] = []
    const services = { settings: { dataFolder }, log: { warn: (...all: unknown[]) => told.push(all) } } as never
    expect(await readTrustAnchors(services)).toEqual([])
    await mkdir(join(dataFolder, 'trust'))
    await writeFile(join(dataFolder, 'trust', 'a.pem'), root.pem + between.pem)
    await writeFile(join(dataFolder, 'trust', 'b.cer'), chair.der)
    await writeFile(join(dataFolder, 'trust', 'c.cer'), 'asgjë')
    await writeFile(join(dataFolder, 'trust', 'LEXOMË.txt'), 'asgjë')
    const read = await readTrustAnchors(services)
    expect([read.length, told.length]).toEqual([3, 1])
    expect(check(signed, read).signatures[0]?.trust).toBe('trusted')
  })
})
