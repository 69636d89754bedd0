import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { readCheckpoint } from '#platform/ledger/tree/checkpoint-rules.ts'
import { verifyConsistency } from '#platform/ledger/tree/merkle-rules.ts'
import { findConsistencyProof, findHead, rootAt } from '#platform/ledger/tree/tree-view.ts'
import { refused, type Command, type CommandContext, type Outcome } from './command.ts'

/** A size of the tree; with its root, where somebody handed a checkpoint in. */
type Mark = { size: number; root: Buffer | null; words: string }

export const ledgerConsistencyCommand: Command = {
  name: 'ledger consistency',
  usage: 'FROM TO',
  about:
    'prints the proof that the tree of TO entries begins with that of FROM, and verifies it; each is a number of entries or a file with a checkpoint',
  options: [],
  positionals: 2,
  run: async (context) => {
    const [from, to] = [await readMark(context, 0), await readMark(context, 1)]
    if ('kind' in from) return from
    if ('kind' in to) return to
    const head = await findHead(context.services.db)
    const size = head?.size ?? 0
    const beyond = [from, to].find((mark) => mark.size > size)
    if (beyond) return refused(`The tree has ${size} entries, ${beyond.words} speaks of ${beyond.size}.`)
    if (from.size > to.size) return refused(`${from.size} entries do not come before ${to.size}.`)
    return prove(context, from, to)
  },
}

async function prove({ services: { db } }: CommandContext, from: Mark, to: Mark): Promise<Outcome> {
  // RFC 6962 knows no proof from an empty tree: everything begins with nothing.
  const proof = from.size === 0 ? [] : await findConsistencyProof(db, from.size, to.size)
  const rootFrom = from.root ?? (await rootAt(db, from.size))
  const rootTo = to.root ?? (await rootAt(db, to.size))
  const holds = verifyConsistency({ from: from.size, to: to.size, rootFrom, rootTo, proof })
  const hashes = proof.map((hash) => hash.toString('base64'))
  const data = {
    from: { size: from.size, root: rootFrom.toString('base64') },
    to: { size: to.size, root: rootTo.toString('base64') },
    proof: hashes,
    holds,
  }
  const verdict = holds
    ? `The tree of ${to.size} entries begins with that of ${from.size}.`
    : `The tree of ${to.size} entries does NOT begin with that of ${from.size}.`
  const lines = [verdict, `root ${data.from.root} at ${from.size}`, `root ${data.to.root} at ${to.size}`, ...hashes]
  return { kind: holds ? 'done' : 'named', data, lines }
}

async function readMark({ positionals, folder }: CommandContext, at: number): Promise<Mark | Outcome> {
  const words = positionals[at] ?? ''
  if (/^\d{1,15}$/.test(words)) return { size: Number(words), root: null, words }
  const note = await readFile(resolve(folder, words), 'utf8').catch(() => null)
  const checkpoint = note === null ? null : readCheckpoint(note)
  if (!checkpoint)
    return { kind: 'misused', why: `${words} is neither a number of entries nor a file with a checkpoint` }
  return { size: checkpoint.size, root: checkpoint.root, words }
}
