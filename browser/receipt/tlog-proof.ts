import { decode, fromBase64 } from './bytes.ts'
import type { Checked, Known } from './checked.ts'
import { readEntry } from './form.ts'
import { readCheckpoint } from './note.ts'
import { checkPlace } from './proof.ts'
import { must } from './refusal.ts'

export const isTlogProof = (text: string): boolean => text.startsWith('c2sp.org/tlog-proof@v1\n')

/** C2SP tlog-proof, whose `extra` line is the entry. It brings no key along. */
export function checkTlogProof(text: string, known: Known, checked: Checked): void {
  const cut = text.indexOf('\n\n')
  const [, ...lines] = text.slice(0, Math.max(cut, 0)).split('\n')
  const leaf = lines[0]?.startsWith('extra ') ? fromBase64(lines.shift()?.slice(6) ?? '') : null
  const [, digits] = /^index (0|[1-9][0-9]{0,15})$/.exec(lines.shift() ?? '') ?? []
  const index = Number(digits)
  must(Number.isSafeInteger(index) && lines.length <= 63, 'malformed')
  const hashes = lines.flatMap((line) => fromBase64(line) ?? [])
  must(hashes.length === lines.length && hashes.every(({ length }) => length === 32), 'malformed')
  must(leaf && leaf.length > 0, 'malformed')
  checked.passed.push('file')
  checked.entry = readEntry(decode(leaf, 'entry-not-canonical'))
  checked.record = null
  checked.passed.push('entry')
  const checkpoint = readCheckpoint(text.slice(cut + 2))
  must(checkpoint, 'checkpoint-malformed')
  checkPlace({ leaf, checkpoint, index, hashes, keys: known.keys ?? [], pinned: true }, known, checked)
}
