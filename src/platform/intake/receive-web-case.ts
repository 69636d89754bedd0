import { newPrivateLink, digestOfToken } from '../auth/private-link.ts'
import type { Transaction } from '../db/database.ts'
import type { IncomingFile } from '../files/incoming-file.ts'
import type { Lang } from '../i18n/language.ts'
import { findInstitution } from '../institutions/institution-queries.ts'
import { findDocumentNames } from './document-names.ts'
import type { Services } from '../services.ts'
import { acknowledge, askToConfirm } from './case-letters.ts'
import { confirmContactOf, contactIdOf, holdCase, holdCaseByToken, setContact } from './case-queries.ts'
import { submissionOf, UNCONFIRMED_DAYS } from './case-rules.ts'
import { giveNumber, writeDownCase } from './enter-case.ts'

export type WebLetter = {
  form: string
  about: string
  words: string
  name: string
  postal: string | null
  telephone: string | null
  email: string
  lang: Lang
  files: readonly IncomingFile[]
}

export type WebLetterOutcome = { kind: 'sent' } | { kind: 'no-such-institution' }

/** A letter by the web form. It counts once its writer has pressed the button behind the link in their mail. */
export function receiveWebCase(services: Services, slug: string, letter: WebLetter): Promise<WebLetterOutcome> {
  return services.db.begin(async (tx): Promise<WebLetterOutcome> => {
    const institution = await findInstitution(tx, letter.lang, slug)
    if (!institution) return { kind: 'no-such-institution' }
    const now = services.clock.now()
    const { about, words, name, postal, telephone, email, files } = letter
    const digests = files.map((file) => file.digest)
    const link = newPrivateLink()
    const written = await writeDownCase(tx, services, {
      institutionId: institution.id,
      zone: institution.zone,
      submissionId: submissionOf(letter.form, [slug, about, words, name, postal, telephone, email, ...digests]),
      channel: 'web',
      lang: letter.lang,
      about,
      words,
      sender: { name, postal, telephone, email },
      leftOut: [],
      happenedOn: null,
      receivedAt: now,
      receivedTo: 'minute',
      registeredPost: false,
      protocolNumber: null,
      protocolOn: null,
      // The address is known to be theirs once they have confirmed.
      contactId: null,
      tokenDigest: link.digest,
      files,
      by: 'citizen',
    })
    if (written.kind === 'there-already') return { kind: 'sent' }
    const held = await holdCase(tx, written.id)
    if (held) await askToConfirm(tx, services, held, link.token)
    return { kind: 'sent' }
  })
}

export type ConfirmLetterOutcome = { kind: 'confirmed' } | { kind: 'too-late' } | { kind: 'no-such-letter' }

/** The one button behind the link in the mail. Pressed twice it counts once. The time of sending is that of receipt. */
export function confirmWebCase(services: Services, token: string): Promise<ConfirmLetterOutcome> {
  return services.db.begin(async (tx): Promise<ConfirmLetterOutcome> => {
    const held = await holdCaseByToken(tx, digestOfToken(token))
    if (!held) return { kind: 'no-such-letter' }
    if (held.state !== 'sent') return { kind: 'confirmed' }
    const now = services.clock.now()
    if (now.getTime() >= confirmableUntil(held.enteredAt).getTime()) return { kind: 'too-late' }
    const counted = await giveNumber(tx, services, held.id, 'citizen')
    if (held.email !== null) await tieToContact(tx, { ...held, email: held.email }, now)
    await acknowledge(tx, services, counted, { files: await findDocumentNames(tx, held.id), leftOut: [] })
    return { kind: 'confirmed' }
  })
}

async function tieToContact(
  tx: Transaction,
  held: { id: string; email: string; lang: Lang },
  now: Date,
): Promise<void> {
  const contactId = await contactIdOf(tx, held.email, held.lang, now)
  await confirmContactOf(tx, contactId, now)
  await setContact(tx, held.id, contactId)
}

export const confirmableUntil = (sentAt: Date): Date => new Date(sentAt.getTime() + UNCONFIRMED_DAYS * 86_400_000)
