import { rm } from 'node:fs/promises'
import type { Transaction } from '../db/database.ts'
import type { IncomingFile } from '../files/incoming-file.ts'
import { newTemporaryFolder } from '../files/temporary-files.ts'
import { recordChange } from '../history/record-change.ts'
import { isTooMany } from '../http/rate-limits.ts'
import { markBounced } from '../mail/mark-bounced.ts'
import type { Services } from '../services.ts'
import { acknowledge } from './case-letters.ts'
import {
  findCaseByCode,
  findCaseOfLetters,
  holdCase,
  insertPaper,
  updateCase,
  type HeldCase,
  type LeftOut,
} from './case-queries.ts'
import { MOVES, submissionOf } from './case-rules.ts'
import { giveNumber, keepFiles, refOfCase, writeDownCase } from './enter-case.ts'
import {
  findOnlyInstitution,
  findSameMail,
  insertIncomingMail,
  listAddressOwners,
  lockMessageId,
  noteBounce,
  tieMailToCase,
  zoneOf,
} from './incoming-mail-queries.ts'
import { codeInSubject, ownLettersIn, refusalToAcknowledge } from './incoming-mail-rules.ts'
import { intakeTexts } from './intake-texts.ts'
import { readMail, takeAttachments, type RawMail, type ReadMail } from './read-mail.ts'

/** At most so many receipts an hour go to one address: two machines that answer each other come to an end. */
const RECEIPTS_PER_ADDRESS = { count: 10, minutes: 60 }

export type TakenMail = 'case' | 'joined' | 'bounce' | 'set-aside' | 'duplicate' | 'unsorted' | 'known'

type Files = { files: readonly IncomingFile[]; leftOut: readonly LeftOut[] }

/** A message with all that was found out before the transaction begins. */
export type LookedAt = { raw: RawMail; mail: ReadMail; own: ReadonlySet<string>; mayWrite: boolean } & Files

/**
 * Takes one message out of a mailbox, exactly once: the row that says so, the case, its files and the receipt are one
 * transaction. Only then the mailbox hears of it; a message that was taken and not marked is known by its number there.
 */
export async function takeInMail(services: Services, raw: RawMail): Promise<TakenMail[]> {
  return lookAt(services, raw, async (seen) => {
    const owners = await ownersOf(services, seen.mail)
    // All of them in one transaction: a message that was taken for one institution is known, and not fetched again.
    return services.db.begin(async (tx) => {
      const taken: TakenMail[] = []
      for (const owner of owners.length > 0 ? owners : [null]) taken.push(await take(tx, services, owner, seen))
      return taken
    })
  })
}

/** Reads a message and lays its attachments into a temporary folder for as long as `use` lasts. */
export async function lookAt<T>(services: Services, raw: RawMail, use: (seen: LookedAt) => Promise<T>): Promise<T> {
  const mail = await readMail(raw)
  const own = new Set((await listAddressOwners(services.db)).map(({ email }) => email))
  const folder = await newTemporaryFolder(services.settings)
  try {
    const { files, leftOut } = await takeAttachments(mail.attachments, folder)
    if (raw.cut) leftOut.push({ name: `${Math.ceil(raw.size / 1_000_000)} MB`, why: 'message-too-large' })
    const refusal = refusalToAcknowledge(mail.headers, mail.fromEmail, own)
    const mayWrite =
      refusal === null && !(await isTooMany(services, 'case-receipt', mail.fromEmail ?? '', RECEIPTS_PER_ADDRESS))
    return await use({ raw, mail, own, mayWrite, files, leftOut })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Whose the message is: by the address it was delivered to, else by those it names, else the only one there is. */
async function ownersOf({ db }: Services, mail: ReadMail): Promise<string[]> {
  const owners = await listAddressOwners(db)
  const by = (addresses: readonly string[]) =>
    owners.filter(({ email }) => addresses.includes(email)).map(({ institutionId }) => institutionId)
  const found = [by(mail.deliveredTo), by(mail.to)].find((ids) => ids.length > 0) ?? []
  // In one order, so that two messages to the same two institutions do not wait for each other.
  if (found.length > 0) return [...new Set(found)].toSorted()
  const only = await findOnlyInstitution(db)
  return only === null ? [] : [only]
}

async function take(tx: Transaction, services: Services, owner: string | null, seen: LookedAt): Promise<TakenMail> {
  const { raw, mail } = seen
  await lockMessageId(tx, mail.messageId)
  const joins = mail.kind === 'letter' ? await caseItAnswers(tx, services, owner, mail) : null
  const institutionId = joins?.institutionId ?? owner
  const { messageId, contentDigest } = mail
  const before = institutionId && (await findSameMail(tx, { messageId, contentDigest, institutionId }))
  const kind = mail.kind === 'letter' && before ? 'duplicate' : mail.kind
  // What became no case is kept whole for a while, so that somebody can still make one of it.
  const whole = kind !== 'duplicate' && (kind !== 'letter' || institutionId === null)
  const id = await insertIncomingMail(tx, {
    ...raw,
    ...mail,
    institutionId,
    kind,
    toAddresses: [...mail.deliveredTo, ...mail.to].slice(0, 20),
    takenAt: services.clock.now(),
    raw: whole ? raw.source : null,
  })
  if (id === null) return 'known'
  if (kind === 'duplicate' && before) {
    await tieMailToCase(tx, id, before)
    return 'duplicate'
  }
  if (kind === 'bounce') return takeBounce(tx, services, id, mail)
  if (kind !== 'letter') return 'set-aside'
  if (joins) return join(tx, services, id, joins, seen)
  if (institutionId === null) return 'unsorted'
  await enterMail(tx, services, { id, institutionId }, seen)
  return 'case'
}

/** An answer to a letter of ours, or one that names the case's code in its subject. */
async function caseItAnswers(
  tx: Transaction,
  { settings }: Services,
  owner: string | null,
  mail: ReadMail,
): Promise<HeldCase | null> {
  const letters = ownLettersIn(mail.answers, new URL(settings.url).hostname)
  const byLetter = letters.length > 0 ? await findCaseOfLetters(tx, letters) : null
  const code = codeInSubject(mail.about)
  const byCode = byLetter === null && code !== null ? ((await findCaseByCode(tx, code))?.id ?? null) : null
  const id = byLetter ?? byCode
  const held = id === null ? null : await holdCase(tx, id)
  // Not into another institution's case, and not into one that was set aside: there it would not be seen.
  if (!held || (owner !== null && held.institutionId !== owner)) return null
  return MOVES[held.state].includes('paper') ? held : null
}

async function join(
  tx: Transaction,
  services: Services,
  mailId: string,
  held: HeldCase,
  { raw, mail, files, leftOut }: LookedAt,
): Promise<TakenMail> {
  const now = services.clock.now()
  const { institutionId, id: caseId } = held
  await insertPaper(tx, {
    institutionId,
    caseId,
    submissionId: submissionOf(mailId, ['mail']),
    channel: 'email',
    about: mail.about || null,
    words: mail.words || null,
    leftOut,
    protocolNumber: null,
    protocolOn: null,
    receivedAt: raw.receivedAt,
    enteredBy: null,
    now,
  })
  await keepFiles(tx, services, { institutionId, caseId, lang: held.lang, addedBy: null }, files)
  await updateCase(tx, caseId, {}, now)
  const fields = [{ field: 'files', from: null, to: String(files.length) }]
  await recordChange(tx, {
    institutionId,
    subject: refOfCase(caseId),
    kind: 'paper-added',
    by: 'citizen',
    at: now,
    fields,
  })
  await tieMailToCase(tx, mailId, caseId)
  return 'joined'
}

/** The message becomes a case of its own, and its sender gets the receipt. */
export async function enterMail(
  tx: Transaction,
  services: Services,
  to: { id: string; institutionId: string },
  { raw, mail, mayWrite, files, leftOut }: LookedAt,
): Promise<string> {
  const zone = await zoneOf(tx, to.institutionId)
  if (zone === null) throw new Error(`Institution ${to.institutionId} is gone`)
  const now = services.clock.now()
  const written = await writeDownCase(tx, services, {
    institutionId: to.institutionId,
    zone,
    submissionId: submissionOf(to.id, ['mail']),
    channel: 'email',
    lang: 'sq',
    about: mail.about || intakeTexts('sq').noSubject,
    words: mail.words || null,
    sender: { name: nameOf(mail), postal: null, telephone: null, email: mail.fromEmail },
    leftOut,
    happenedOn: null,
    // The mailbox's clock is another machine's: a letter is not received after it was entered.
    receivedAt: raw.receivedAt > now ? now : raw.receivedAt,
    receivedTo: 'minute',
    registeredPost: false,
    protocolNumber: null,
    protocolOn: null,
    contactId: null,
    tokenDigest: null,
    files,
    by: 'citizen',
  })
  if (written.kind === 'there-already') return written.before.id
  const counted = await giveNumber(tx, services, written.id, 'citizen')
  if (mayWrite) await acknowledge(tx, services, counted, { files: files.map((file) => file.name), leftOut })
  await tieMailToCase(tx, to.id, written.id)
  return written.id
}

const nameOf = ({ fromName }: ReadMail): string | null => (fromName !== null && fromName.length >= 2 ? fromName : null)

/** What came back is noted at the letter it was; one that is not ours is set aside. */
async function takeBounce(tx: Transaction, services: Services, id: string, mail: ReadMail): Promise<TakenMail> {
  const host = new URL(services.settings.url).hostname
  const why = /^Diagnostic-Code:\s*(.+)$/im.exec(mail.returned)?.[1] ?? mail.about
  for (const letterId of ownLettersIn(`${mail.returned} ${mail.answers} ${mail.words}`, host)) {
    const outcome = await markBounced(tx, services, `<${letterId}@${host}>`, why)
    if (outcome.kind === 'no-such-letter') continue
    await noteBounce(tx, id, outcome.id)
    return 'bounce'
  }
  return 'set-aside'
}
