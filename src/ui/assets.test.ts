import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { asset, loadAssets } from './assets.ts'

describe('an asset', () => {
  it('is found under the name it was built with, and an unknown one is an error', () => {
    const folder = mkdtempSync(join(tmpdir(), 'assets-'))
    writeFileSync(join(folder, 'assets.json'), '{ "public.css": "public-4f1c.css" }')
    loadAssets(folder)
    rmSync(folder, { recursive: true })
    expect(asset('public.css')).toBe('/s/public-4f1c.css')
    expect(() => asset('publik.css')).toThrow('no asset is called publik.css')
  })
})
