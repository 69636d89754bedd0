import type { Services } from '../../services.ts'
import { readCheckpoint } from '../tree/checkpoint-rules.ts'
import { findConsistencyProof, findHead, type Head } from '../tree/tree-view.ts'
import { cosignatureIn, type Cosigned } from './cosignature-rules.ts'
import {
  findCosignedAt,
  keepCosignature,
  listWitnesses,
  noteFailure,
  setSeenSize,
  type Witness,
} from './witness-queries.ts'

const PATIENCE_MS = 10_000
/** A line of a signature has 150 bytes; a page of errors needs no more to be recognised. */
const LONGEST_ANSWER = 20_000
/** A log to which nothing is added is shown again so often, so that everybody sees that the witness still looks. */
const SHOWN_AGAIN_MS = 3_600_000

type Needed = Pick<Services, 'db' | 'clock' | 'log'>

/**
 * Shows the newest checkpoint to every witness that has not signed it, with the proof that it extends what that witness saw
 * last, and keeps the lines that come back (C2SP tlog-witness). One that does not answer holds nobody up; since when and why
 * is kept for the operator.
 */
export async function offerCheckpoint(services: Needed): Promise<void> {
  const head = await findHead(services.db)
  if (!head) return
  const witnesses = (await listWitnesses(services.db)).filter(({ until }) => until === null)
  await Promise.all(witnesses.map((witness) => offerTo(services, witness, head)))
}

async function offerTo(services: Needed, witness: Witness, head: Head): Promise<void> {
  const { db, clock, log } = services
  const { logId, size } = head
  const cosignedAt = await findCosignedAt(db, { logId, size, witnessId: witness.id })
  const now = clock.now()
  if (cosignedAt && now.getTime() - cosignedAt.getTime() < SHOWN_AGAIN_MS) return
  try {
    const { line, at } = await askForLine(services, witness, head)
    await db.begin((tx) => keepCosignature(tx, { logId, size, witnessId: witness.id, line, at }))
  } catch (error) {
    const failure = (error instanceof Error ? error.message : String(error)).slice(0, 500)
    if (failure !== witness.failure) log.warn({ witness: witness.vkey, failure }, 'a witness did not sign')
    await noteFailure(db, witness.id, failure, now)
  }
}

/** Throws with what the operator should read. */
async function askForLine(services: Needed, witness: Witness, head: Head): Promise<Cosigned> {
  const first = await ask(services, witness, head, Math.min(witness.seenSize ?? 0, head.size))
  if (first.kind === 'signed') return first.cosigned
  // A log under a new name, a witness that was set up anew, or one of our answers that was lost: it knows better.
  await setSeenSize(services.db, witness.id, first.size)
  if (first.size > head.size)
    throw new Error(
      `it has seen ${first.size} entries and there are ${head.size}: something that was published is lost`,
    )
  const second = await ask(services, witness, head, first.size)
  if (second.kind === 'signed') return second.cosigned
  throw new Error(`it says ${first.size}, then ${second.size}`)
}

type Answer = { kind: 'signed'; cosigned: Cosigned } | { kind: 'seen'; size: number }

async function ask({ db }: Needed, witness: Witness, head: Head, old: number): Promise<Answer> {
  const proof = old === 0 || old === head.size ? [] : await findConsistencyProof(db, old, head.size)
  const lines = [`old ${old}`, ...proof.map((hash) => hash.toString('base64')), '', head.note]
  const response = await fetch(`${witness.url}/add-checkpoint`, {
    method: 'POST',
    body: lines.join('\n'),
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  const body = await startOf(response)
  if (response.status === 409 && /^\d{1,15}\n?$/.test(body)) return { kind: 'seen', size: Number(body) }
  if (response.status !== 200) throw new Error(`it answered ${response.status}: ${body.trim().slice(0, 200)}`)
  const cosigned = cosignatureIn(body, readCheckpoint(head.note)?.text ?? '', witness.vkey)
  if (!cosigned) throw new Error('it answered with no signature of its key over this checkpoint')
  return { kind: 'signed', cosigned }
}

/** No more of it than is of use, whatever is sent. */
async function startOf(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const part of response.body ?? []) {
    text += decoder.decode(part, { stream: true })
    if (text.length > LONGEST_ANSWER) break
  }
  return text.slice(0, LONGEST_ANSWER)
}
