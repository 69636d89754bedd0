import type { Transaction } from '../db/database.ts'
import { formatDate, formatDay, formatMoment } from '../i18n/formats.ts'
import { inLanguage, type Lang } from '../i18n/language.ts'
import { queueLetter } from '../mail/outbox.ts'
import type { Services } from '../services.ts'
import type { CivilDate } from '../time/civil-date.ts'
import { caseAddresses } from './case-addresses.ts'
import { insertCaseLetter, isCaseLetterWritten, markAcknowledged, type HeldCase, type LeftOut } from './case-queries.ts'
import { caseNumber, UNCONFIRMED_DAYS } from './case-rules.ts'
import { intakeTexts } from './intake-texts.ts'

type Words = { subject: string; paragraphs: readonly string[] }

/** A letter to the sender, tied to its case: an answer to it finds the way back. Nothing for people without e-mail. */
async function writeToSender(tx: Transaction, services: Services, about: HeldCase, words: Words): Promise<void> {
  if (about.email === null) return
  const t = intakeTexts(about.lang)
  const body = [t.greeting, ...words.paragraphs, t.closing].join('\n\n')
  const { institutionId, lang, email: recipient } = about
  const { id } = await queueLetter(tx, services, {
    institutionId,
    kind: 'service',
    recipient,
    lang,
    subject: words.subject,
    body,
  })
  await insertCaseLetter(tx, { letterId: id, institutionId, caseId: about.id })
}

export async function askToConfirm(tx: Transaction, services: Services, about: HeldCase, token: string): Promise<void> {
  const t = intakeTexts(about.lang)
  const [what = '', how = '', until = '', notYou = ''] = t.confirmation(
    about.institutionName,
    about.about ?? '',
    UNCONFIRMED_DAYS,
  )
  const link = services.settings.url + inLanguage(about.lang, caseAddresses.letter(token))
  await writeToSender(tx, services, about, {
    subject: t.confirmationSubject(about.institutionName),
    paragraphs: [what, how, link, until, notYou],
  })
}

type Taken = { files: readonly string[]; leftOut: readonly LeftOut[] }

/** The certificate of law 44/2015, Art 60: that it was received, what about, when, and what came along. Once. */
export async function acknowledge(tx: Transaction, services: Services, about: HeldCase, taken: Taken): Promise<void> {
  if (about.email === null || about.acknowledgedAt !== null) return
  const t = intakeTexts(about.lang)
  const number = caseNumber(about)
  const code = about.code ?? ''
  const received = momentOfReceipt(about.lang, about)
  const facts = { institution: about.institutionName, number, code, about: about.about ?? '', received }
  const link = services.settings.url + inLanguage(about.lang, caseAddresses.lookup(number, code))
  const left = taken.leftOut.map(({ name, why }) => `${name}: ${t.why[why] ?? why}`)
  await writeToSender(tx, services, about, {
    subject: t.receiptSubject(number, code),
    paragraphs: [
      ...t.receipt(facts),
      ...(about.dueOn === null ? [] : [t.receiptDue(formatDate(about.lang, about.dueOn))]),
      ...(taken.files.length > 0 ? [t.receiptFiles(taken.files)] : []),
      ...(left.length > 0 ? [t.receiptLeftOut(left)] : []),
      t.receiptLink,
      link,
      t.receiptReply,
    ],
  })
  await markAcknowledged(tx, about.id, services.clock.now())
}

export const momentOfReceipt = (
  lang: Lang,
  received: { receivedAt: Date; receivedTo: 'minute' | 'day'; zone: string },
): string =>
  received.receivedTo === 'day'
    ? formatDay(lang, received.receivedAt, received.zone)
    : formatMoment(lang, received.receivedAt, received.zone)

/** Law 44/2015, Art 92: told with the reasons and the new day. */
export async function tellOfExtension(
  tx: Transaction,
  services: Services,
  about: HeldCase,
  extension: { from: CivilDate; to: CivilDate; ground: string },
): Promise<void> {
  const t = intakeTexts(about.lang)
  const number = caseNumber(about)
  const [from, to] = [formatDate(about.lang, extension.from), formatDate(about.lang, extension.to)]
  const paragraphs = t.extension({ institution: about.institutionName, number, from, to, ground: extension.ground })
  await writeToSender(tx, services, about, { subject: t.extensionSubject(number), paragraphs })
}

/** The clock was computed anew, as a day off was announced or the rule changed: nobody of the institution did it. */
export async function tellOfMovedDay(
  tx: Transaction,
  services: Services,
  about: HeldCase,
  move: { from: CivilDate; to: CivilDate; ground: string },
): Promise<void> {
  const t = intakeTexts(about.lang)
  const number = caseNumber(about)
  const [from, to] = [formatDate(about.lang, move.from), formatDate(about.lang, move.to)]
  // The day stands in the subject, so that the same day is told once however often the job runs.
  const subject = t.movedSubject(number, to)
  if (await isCaseLetterWritten(tx, about.id, subject)) return
  const paragraphs = t.moved({ institution: about.institutionName, number, from, to, ground: move.ground })
  await writeToSender(tx, services, about, { subject, paragraphs })
}

export async function tellOfTransfer(
  tx: Transaction,
  services: Services,
  from: HeldCase,
  to: { institutionName: string; number: string; code: string },
  reason: string,
): Promise<void> {
  const t = intakeTexts(from.lang)
  const number = caseNumber(from)
  const link = services.settings.url + inLanguage(from.lang, caseAddresses.lookup(to.number, to.code))
  const names = { from: from.institutionName, to: to.institutionName }
  await writeToSender(tx, services, from, {
    subject: t.transferSubject(number),
    paragraphs: [...t.transfer({ ...names, number, reason, newNumber: to.number, newCode: to.code }), link],
  })
}
