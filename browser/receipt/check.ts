import { decode, fromHex, sha256, toHex, utf8 } from './bytes.ts'
import type { Answer, Checked, Known } from './checked.ts'
import { isOnly, isReceipt, readEntry, type Entry, type Receipt } from './form.ts'
import { canonical, isObject, readJson, type Members } from './json.ts'
import { checkProof } from './proof.ts'
import { must, Refusal } from './refusal.ts'
import { checkTlogProof, isTlogProof } from './tlog-proof.ts'

/** Step by step as docs/receipts.md has it. Asks nobody. */
export function checkReceipt(bytes: Uint8Array, known: Known = {}): Checked {
  const checked: Checked = { answer: 'refused', why: null, passed: [] }
  try {
    checked.answer = look(bytes, known, checked)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    checked.why = error.message
  }
  return checked
}

function look(bytes: Uint8Array, known: Known, checked: Checked): Answer {
  const text = decode(bytes, 'not-json')
  if (isTlogProof(text)) {
    checkTlogProof(text, known, checked)
    return 'entry-only'
  }
  const receipt = readReceipt(text.replace(/^\ufeff/, ''))
  checked.passed.push('file')
  const entry = readEntry(receipt.entry)
  checked.entry = entry
  must(entry.subject === receipt.subject, 'wrong-subject')
  checked.passed.push('entry')
  if (receipt.record) {
    checkRecord(receipt.record, receipt, entry)
    checked.passed.push('record')
  }
  checked.record = receipt.record
  if (!receipt.proof) return 'received'
  checkProof(receipt, receipt.proof, known, checked)
  return receipt.record ? 'proved' : 'entry-only'
}

function readReceipt(text: string): Receipt {
  const value = readJson(text, 'not-json')
  must(isObject(value) && value['format'] === 'kuvend-receipt/1', 'unknown-format')
  must(isReceipt(value), 'malformed')
  const receipt = value as unknown as Receipt
  must((receipt.proof === null) === (receipt.state === 'received'), 'wrong-state')
  return receipt
}

function checkRecord(record: Members, { salt, shape }: Receipt, { digest }: Entry): void {
  must(isOnly(record, shape), 'wrong-shape')
  must(toHex(sha256(fromHex(salt ?? ''), utf8(canonical(record)))) === digest, 'digest-differs')
}
