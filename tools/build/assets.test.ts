import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildAssets } from './assets.ts'

const root = process.cwd()
const out = mkdtempSync(join(tmpdir(), 'kuvend-assets-'))
let names: Record<string, string>

const fileOf = (name: string): string => join(out, 'public', names[name] ?? 'unknown')
const sizeOf = (name: string): number => statSync(fileOf(name)).size

beforeAll(async () => {
  await buildAssets({ root, out })
  names = JSON.parse(readFileSync(join(out, 'assets.json'), 'utf8')) as Record<string, string>
})
afterAll(() => rmSync(out, { recursive: true }))

describe('what a browser fetches', () => {
  it('is light: fonts under 60 kB, styles under 16 kB, script under 4 kB as sent', () => {
    expect(sizeOf('sans-400.woff2') + sizeOf('sans-600.woff2') + sizeOf('serif-600.woff2')).toBeLessThan(60_000)
    expect(statSync(`${fileOf('public.css')}.gz`).size).toBeLessThan(16_000)
    expect(statSync(`${fileOf('public.js')}.gz`).size).toBeLessThan(4_000)
    expect(statSync(`${fileOf('office.js')}.gz`).size).toBeLessThan(3_000)
    // On one page alone.
    expect(statSync(`${fileOf('verify-receipt.js')}.gz`).size).toBeLessThan(16_000)
    expect(statSync(`${fileOf('live.js')}.gz`).size).toBeLessThan(2_000)
    expect(statSync(`${fileOf('sitting.js')}.gz`).size).toBeLessThan(20_000)
  })

  it('is named by its content, with its compressed forms beside it', () => {
    expect(names['public.css']).toMatch(/^public-[0-9a-f]{12}\.css$/)
    expect(existsSync(`${fileOf('public.css')}.br`)).toBe(true)
  })

  it('names every font by its built name and brings in nothing from elsewhere', () => {
    const css = readFileSync(fileOf('public.css'), 'utf8')
    expect(css).toContain(names['sans-400.woff2'])
    expect(css).not.toMatch(/asset:|url\(["']?(data:|https?:|\/\/)|GDS Transport|crown|crest/i)
  })
})

describe('building again', () => {
  it('does nothing when nothing has changed', async () => {
    const before = statSync(join(out, 'assets.json')).mtimeMs
    await buildAssets({ root, out })
    expect(statSync(join(out, 'assets.json')).mtimeMs).toBe(before)
  })

  it('leaves no half-written file', () => {
    expect(readdirSync(join(out, 'public')).filter((name) => name.endsWith(`.${process.pid}`))).toEqual([])
  })
})
