import { readCheckpoint } from './checkpoint-rules.ts'

/** C2SP tlog-proof: all that is needed to see offline that something stands in a log. */
export type TlogProof = {
  index: number
  /** The leaf's sibling first. */
  hashes: readonly Uint8Array[]
  /** The signed note, with the signatures of witnesses. */
  checkpoint: string
  /** For whoever made it; nobody vouches for it. */
  extra?: Uint8Array
}

const HEAD = 'c2sp.org/tlog-proof@v1'

export function tlogProofOf({ index, hashes, checkpoint, extra }: TlogProof): string {
  const lines = [HEAD, ...(extra ? [`extra ${base64(extra)}`] : []), `index ${index}`, ...hashes.map(base64)]
  return `${lines.join('\n')}\n\n${checkpoint}`
}

/** Null: it is no such proof. Nothing of it is verified here. */
export function readTlogProof(words: string): TlogProof | null {
  const cut = words.indexOf('\n\n')
  if (cut < 0) return null
  const [head, ...lines] = words.slice(0, cut).split('\n')
  const checkpoint = words.slice(cut + 2)
  const extra = lines[0]?.startsWith('extra ') ? bytesOf(lines.shift()?.slice(6) ?? '') : undefined
  const [, digits] = /^index (0|[1-9]\d{0,15})$/.exec(lines.shift() ?? '') ?? []
  const hashes = lines.map(bytesOf)
  if (head !== HEAD || extra === null || digits === undefined || !readCheckpoint(checkpoint)) return null
  if (hashes.length > 63 || !hashes.every((hash) => hash?.length === 32)) return null
  const proof = { index: Number(digits), hashes: hashes.filter((hash) => hash !== null), checkpoint }
  return Number.isSafeInteger(proof.index) ? { ...proof, ...(extra && { extra }) } : null
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

function bytesOf(words: string): Buffer | null {
  const bytes = Buffer.from(words, 'base64')
  return bytes.toString('base64') === words ? bytes : null
}
