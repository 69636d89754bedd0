import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leafHashOf } from '../entry-rules.ts'
import {
  consistencyProof,
  emptyRoot,
  inclusionProof,
  nodeHash,
  rootOf,
  verifyConsistency,
  verifyInclusion,
  verifySpan,
  type HashSource,
} from './merkle-rules.ts'

const MOST = 260
const leaves = Array.from({ length: MOST }, (_, at) => leafHashOf(`leaf ${at}`))
const roots = Array.from({ length: MOST + 1 }, (_, size) => rootOf(leaves.slice(0, size)))
const known = new Map<string, Buffer>()

/** Every node of the tree, computed once. */
const source: HashSource = ({ level, index }) => {
  const name = `${level}/${index}`
  const hash = known.get(name) ?? rootOf(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level))
  known.set(name, hash)
  return hash
}

const rootAt = (size: number): Buffer => roots[size] ?? Buffer.alloc(0)
const leafAt = (index: number): Buffer => leaves[index] ?? Buffer.alloc(0)

const sizeAndIndex = fc
  .integer({ min: 1, max: MOST })
  .chain((size) => fc.record({ size: fc.constant(size), index: fc.integer({ min: 0, max: size - 1 }) }))
const twoSizes = fc
  .integer({ min: 1, max: MOST })
  .chain((to) => fc.record({ to: fc.constant(to), from: fc.integer({ min: 1, max: to }) }))

const flipped = (hash: Uint8Array, bit: number): Buffer => {
  const copy = Buffer.from(hash)
  copy[Math.floor(bit / 8) % 32] = (copy[Math.floor(bit / 8) % 32] ?? 0) ^ (1 << (bit % 8))
  return copy
}

describe('The tree', () => {
  it('is the one of RFC 6962, computed by hand', () => {
    const [a, b, c, d, e] = leaves as [Buffer, Buffer, Buffer, Buffer, Buffer]
    expect(rootOf([]).toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(rootOf([a])).toEqual(a)
    expect(rootOf([a, b, c])).toEqual(nodeHash(nodeHash(a, b), c))
    expect(rootOf([a, b, c, d, e])).toEqual(nodeHash(nodeHash(nodeHash(a, b), nodeHash(c, d)), e))
  })

  it('has the roots that every log has over the eight leaves of the Certificate Transparency tests', () => {
    const words = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
    const hashes = words.map((hex) =>
      createHash('sha256')
        .update(Buffer.from(`00${hex}`, 'hex'))
        .digest(),
    )
    expect(words.map((_, at) => rootOf(hashes.slice(0, at + 1)).toString('hex'))).toEqual([
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
      '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
      'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    ])
  })

  it('proves every leaf of every size', () => {
    const wrong: string[] = []
    for (let size = 1; size <= MOST; size++)
      for (let index = 0; index < size; index++) {
        const proof = inclusionProof(index, size, source)
        const right = verifyInclusion({ leafHash: leafAt(index), index, size, proof, root: rootAt(size) })
        if (!right) wrong.push(`leaf ${index} of ${size}`)
      }
    expect(wrong).toEqual([])
  }, 120_000)

  it('proves that a size follows the smaller ones', () => {
    const wrong: string[] = []
    for (let to = 0; to <= MOST; to++)
      for (let from = 0; from <= to; from += to > 130 ? 5 : 1) {
        const proof = consistencyProof(from, to, source)
        const right = verifyConsistency({ from, to, rootFrom: rootAt(from), rootTo: rootAt(to), proof })
        if (!right) wrong.push(`${from} to ${to}`)
      }
    expect(wrong).toEqual([])
  }, 120_000)

  it('proves nothing for one bit that is wrong, another place or another size', () => {
    fc.assert(
      fc.property(sizeAndIndex, fc.nat(255), fc.nat(20), ({ size, index }, bit, which) => {
        const proof = inclusionProof(index, size, source)
        const claim = { leafHash: leafAt(index), index, size, proof, root: rootAt(size) }
        const wrong = [
          { ...claim, leafHash: flipped(claim.leafHash, bit) },
          { ...claim, root: flipped(claim.root, bit) },
          { ...claim, index: index + 1 },
          { ...claim, index: size },
          { ...claim, proof: [...proof, rootAt(size)] },
          ...(proof.length > 0
            ? [
                { ...claim, proof: proof.slice(1) },
                { ...claim, proof: proof.map((one, at) => (at === which % proof.length ? flipped(one, bit) : one)) },
              ]
            : []),
        ]
        expect(verifyInclusion(claim)).toBe(true)
        expect(wrong.map(verifyInclusion)).toEqual(wrong.map(() => false))
      }),
    )
  })

  it('does not follow a tree with one bit that is another', () => {
    fc.assert(
      fc.property(twoSizes, fc.nat(255), fc.nat(20), ({ from, to }, bit, which) => {
        const proof = consistencyProof(from, to, source)
        const claim = { from, to, rootFrom: rootAt(from), rootTo: rootAt(to), proof }
        const wrong = [
          { ...claim, rootFrom: flipped(claim.rootFrom, bit) },
          { ...claim, rootTo: flipped(claim.rootTo, bit) },
          { ...claim, proof: [...proof, rootAt(to)] },
          ...(proof.length > 0
            ? [{ ...claim, proof: proof.map((one, at) => (at === which % proof.length ? flipped(one, bit) : one)) }]
            : []),
        ]
        expect(verifyConsistency(claim)).toBe(true)
        expect(wrong.map(verifyConsistency)).toEqual(wrong.map(() => false))
      }),
    )
  })

  it('without leaves is where every tree begins, holds nothing, and needs no words', () => {
    const claim = { from: 0, to: 5, rootFrom: emptyRoot(), rootTo: rootAt(5), proof: [] }
    expect(verifyConsistency(claim)).toBe(true)
    expect(verifyConsistency({ ...claim, rootFrom: rootAt(1) })).toBe(false)
    expect(verifyConsistency({ ...claim, proof: [rootAt(1)] })).toBe(false)
    expect(verifyInclusion({ leafHash: leafAt(0), index: 0, size: 0, proof: [], root: emptyRoot() })).toBe(false)
  })

  it('refuses numbers that are none', () => {
    const claim = { leafHash: leafAt(0), index: 0, size: 1, proof: [], root: leafAt(0) }
    expect(verifyInclusion(claim)).toBe(true)
    for (const index of [-1, 0.5, Number.NaN, 2 ** 53]) expect(verifyInclusion({ ...claim, index })).toBe(false)
    for (const size of [-1, 1.5, Number.NaN, Infinity]) expect(verifyInclusion({ ...claim, size })).toBe(false)
  })
})

type Vector = Record<'leafIdx' | 'treeSize' | 'size1' | 'size2' | 'start' | 'end' | 'size', number> &
  Record<'root' | 'root1' | 'root2' | 'leafHash', string> & { proof: string[] | null; wantErr: boolean; desc: string }

const bytes = (words: string | undefined): Buffer => Buffer.from(words ?? '', 'base64')

const VERIFIERS: Record<string, (vector: Vector, proof: Buffer[]) => boolean> = {
  inclusion: (v, proof) =>
    verifyInclusion({
      leafHash: bytes(v.leafHash),
      index: v.leafIdx,
      size: v.treeSize,
      proof,
      root: bytes(v.root),
    }),
  consistency: (v, proof) =>
    verifyConsistency({ from: v.size1, to: v.size2, rootFrom: bytes(v.root1), rootTo: bytes(v.root2), proof }),
  // A leaf of a subtree: the subtree must be one, then its leaf is one of a tree of its own.
  subtreeinclusion: (v, proof) =>
    isSubtree(v) &&
    verifyInclusion({
      leafHash: bytes(v.leafHash),
      index: v.leafIdx - v.start,
      size: v.end - v.start,
      proof,
      root: bytes(v.root),
    }),
  subtreeconsistency: (v, proof) =>
    verifySpan({
      span: { start: v.start, end: v.end },
      size: v.size,
      hash: bytes(v.root1),
      root: bytes(v.root2),
      proof,
    }),
}

const isSubtree = ({ start, end }: Vector): boolean =>
  start < end && start % 2 ** Math.ceil(Math.log2(end - start)) === 0

const folder = join(process.env.KUVEND_REAL_DATA ?? '', 'merkle_vectors', 'testdata')

describe.skipIf(!process.env.KUVEND_REAL_DATA)('The vectors of transparency-dev', () => {
  it.for(Object.keys(VERIFIERS))('of %s are judged as they say', async (kind) => {
    const names = (await readdir(join(folder, kind), { recursive: true })).filter((name) => name.endsWith('.json'))
    const wrong: string[] = []
    for (const name of names) {
      const vector = JSON.parse(await readFile(join(folder, kind, name), 'utf8')) as Vector
      const proof = (vector.proof ?? []).map(bytes)
      if (VERIFIERS[kind]?.(vector, proof) !== !vector.wantErr) wrong.push(`${name}: ${vector.desc}`)
    }
    expect(names.length).toBeGreaterThan(40)
    expect(wrong).toEqual([])
  })
})
