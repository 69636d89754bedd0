import { mayIn } from '../auth/permissions.ts'
import type { Official } from '../auth/visitor.ts'
import type { Transaction } from '../db/database.ts'
import type { IncomingFile } from '../files/incoming-file.ts'
import { findInstitutionById } from '../institutions/institution-queries.ts'
import type { Services } from '../services.ts'
import { civilDateIn, type CivilDate } from '../time/civil-date.ts'
import { acknowledge } from './case-letters.ts'
import type { Sender } from './case-queries.ts'
import { receiptOf, submissionOf } from './case-rules.ts'
import { giveNumber, writeDownCase } from './enter-case.ts'
import { intakePermissions } from './intake-permissions.ts'
import { findSameProtocol } from './case-likeness-queries.ts'

export type CounterEntry = {
  form: string
  institutionId: string
  channel: 'counter' | 'paper'
  about: string
  words: string | null
  sender: Sender
  happenedOn: CivilDate | null
  receivedOn: CivilDate | null
  registeredPost: boolean
  protocolNumber: string
  protocolOn: CivilDate | null
  /** The clerk has read that another paper bears the number, and means it. */
  evenIfTaken: boolean
  files: readonly IncomingFile[]
}

export type CounterOutcome =
  | { kind: 'entered'; id: string }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-institution' }
  /** The case that bears the protocol number already. */
  | { kind: 'protocol-taken'; by: string }

/** A paper handed in or come by post, entered by an official: counted at once. Pressed twice it is one case. */
export async function enterAtCounter(
  services: Services,
  official: Official,
  entry: CounterEntry,
): Promise<CounterOutcome> {
  if (!mayIn(official, intakePermissions['cases.enter'], entry.institutionId)) return { kind: 'not-permitted' }
  try {
    return await services.db.begin((tx) => enter(tx, services, official, entry))
  } catch (error) {
    if (error instanceof ProtocolTaken) return { kind: 'protocol-taken', by: error.by }
    throw error
  }
}

async function enter(
  tx: Transaction,
  services: Services,
  official: Official,
  entry: CounterEntry,
): Promise<CounterOutcome> {
  const institution = await findInstitutionById(tx, 'sq', entry.institutionId)
  if (!institution) return { kind: 'no-such-institution' }
  const received = receiptOf(entry.receivedOn, services.clock.now(), institution.zone)
  const by = { accountId: official.accountId }
  const written = await writeDownCase(tx, services, {
    ...entry,
    ...received,
    zone: institution.zone,
    submissionId: submissionOf(entry.form, contentOf(entry)),
    lang: 'sq',
    leftOut: [],
    protocolNumber: entry.protocolNumber || null,
    protocolOn: entry.protocolNumber ? entry.protocolOn : null,
    contactId: null,
    tokenDigest: null,
    by,
  })
  if (written.kind === 'there-already') return { kind: 'entered', id: written.before.id }
  const taken = await whoHasNumber(tx, entry, written.id, civilDateIn(institution.zone, received.receivedAt))
  if (taken !== null) throw new ProtocolTaken(taken)
  const counted = await giveNumber(tx, services, written.id, by)
  await acknowledge(tx, services, counted, { files: entry.files.map((file) => file.name), leftOut: [] })
  return { kind: 'entered', id: written.id }
}

const contentOf = ({ institutionId, about, words, sender, protocolNumber, files }: CounterEntry) => [
  institutionId,
  about,
  words,
  sender.name,
  sender.postal,
  sender.telephone,
  sender.email,
  protocolNumber,
  ...files.map((file) => file.digest),
]

/** Thrown to give back what was written: the clerk is asked first. */
class ProtocolTaken extends Error {
  readonly by: string
  constructor(by: string) {
    super('protocol number taken')
    this.by = by
  }
}

async function whoHasNumber(
  tx: Transaction,
  entry: CounterEntry,
  id: string,
  receivedOn: CivilDate,
): Promise<string | null> {
  if (entry.protocolNumber === '' || entry.evenIfTaken) return null
  const year = (entry.protocolOn ?? receivedOn).slice(0, 4)
  const { institutionId, protocolNumber: number } = entry
  return findSameProtocol(tx, { institutionId, number, year, except: id })
}
